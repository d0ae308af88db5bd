import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lastFour, type Payer } from "./payer"
import type { Seal } from "../shared/seal"
import { SealError } from "../shared/seal"

/** What a customer may see of an account that was saved. */
export interface SavedPayer {
  id: string
  bank_code: string
  /** Of the account number. */
  last4: string
  last_used_at: Date
}

interface Row extends SavedPayer {
  customer_id: string
  payer_sealed: string
}

/** More than anybody pays from; the one that was not used for the longest time gives way. */
const SAVED_PAYERS_PER_CUSTOMER = 10

const TABLE = "one2pays_saved_payer"
const SHOWN = ["id", "bank_code", "last4", "last_used_at"]

/**
 * The accounts that customers asked to be remembered. Every statement names the customer, so that an
 * id that was guessed or copied finds nothing of anybody else's.
 */
export class SavedPayerStore {
  constructor(
    private readonly db: Knex,
    protected readonly seal: Seal
  ) {}

  /** The one used last comes first. */
  async list(customerId: string): Promise<SavedPayer[]> {
    return this.of(customerId).orderBy("last_used_at", "desc").select(SHOWN)
  }

  /**
   * Remembers an account. One that is known is not doubled, it takes the name that was given now.
   * Which one is known is found by opening them: no digest of a number is kept that could be tried out.
   *
   * @param within the transaction that it belongs to, if it is not one of its own
   */
  save(
    customerId: string,
    payer: Payer,
    within: Knex = this.db
  ): Promise<SavedPayer> {
    return within.transaction(async (db) => {
      // Two checkouts at once must not both find it missing.
      await db.raw("select pg_advisory_xact_lock(hashtext(?))", [
        `one2pays:saved_payers:${customerId}`,
      ])
      const known: Row[] = await this.of(customerId, db).orderBy(
        "last_used_at",
        "desc"
      )
      const same = known.find(
        (row) =>
          row.bank_code === payer.bank_code &&
          this.tryOpen(row)?.account_number === payer.account_number
      )
      const surplus = same ? [] : known.slice(SAVED_PAYERS_PER_CUSTOMER - 1)
      await db(TABLE)
        .whereIn(
          "id",
          surplus.map(({ id }) => id)
        )
        .delete()
      const id = same?.id ?? generateEntityId(undefined, "o2psp")
      const rows: unknown[] = await db(TABLE)
        .insert({
          id,
          customer_id: customerId,
          bank_code: payer.bank_code,
          last4: lastFour(payer.account_number),
          payer_sealed: this.seal.seal(
            JSON.stringify(payer),
            contextOf({ id, customer_id: customerId })
          ),
          last_used_at: db.fn.now(),
        })
        .onConflict("id")
        .merge(["payer_sealed", "last_used_at"])
        .returning(SHOWN)
      return rows[0] as SavedPayer
    })
  }

  /**
   * Opens an account to pay from it.
   *
   * @returns null when the customer has none with this id
   * @throws SealError when its key is gone
   */
  async use(customerId: string, id: string): Promise<Payer | null> {
    const row = await this.of(customerId).where({ id }).first()
    if (!row) {
      return null
    }
    const payer = this.open(row)
    await this.of(customerId)
      .where({ id })
      .update({ last_used_at: this.db.fn.now() })
    return payer
  }

  /** @returns whether the customer had it */
  async delete(customerId: string, id: string): Promise<boolean> {
    const count = await this.of(customerId).where({ id }).delete()
    return count === 1
  }

  /** @returns how many */
  deleteAll(customerId: string): Promise<number> {
    return this.of(customerId).delete()
  }

  /**
   * Forgets what has not been used for so many days.
   *
   * @returns how many
   */
  prune(days: number, limit: number): Promise<number> {
    return this.db(TABLE)
      .whereIn("id", (old) => {
        void old
          .select("id")
          .from(TABLE)
          .where(
            "last_used_at",
            "<",
            this.db.raw("now() - make_interval(days => ?)", [days])
          )
          .whereNull("deleted_at")
          .limit(limit)
      })
      .delete()
  }

  private of(customerId: string, db: Knex = this.db) {
    return db<Row>(TABLE)
      .where({ customer_id: customerId })
      .whereNull("deleted_at")
  }

  private open(row: Row): Payer {
    // Written by `save` alone, and authenticated.
    return JSON.parse(this.seal.open(row.payer_sealed, contextOf(row))) as Payer
  }

  private tryOpen(row: Row): Payer | null {
    try {
      return this.open(row)
    } catch (error) {
      if (error instanceof SealError) {
        return null
      }
      throw error
    }
  }
}

/** A row that is given to another customer does not open there. */
const contextOf = ({ id, customer_id }: Pick<Row, "id" | "customer_id">) =>
  `one2pays_saved_payer:${id}:${customer_id}`
