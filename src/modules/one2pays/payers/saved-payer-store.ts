import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lastFour, type Payer } from "./payer"
import type { Seal } from "../shared/seal"
import { SealError } from "../shared/seal"

/** The fields of a saved account that its customer may see. */
export interface SavedPayer {
  id: string
  bank_code: string
  /** The last four digits of the account number. */
  last4: string
  last_used_at: Date
}

interface Row extends SavedPayer {
  customer_id: string
  payer_sealed: string
}

/** No customer pays from more. A further account replaces the one that was unused for longest. */
const SAVED_PAYERS_PER_CUSTOMER = 10

const TABLE = "one2pays_saved_payer"
const SHOWN = ["id", "bank_code", "last4", "last_used_at"]

/**
 * The accounts that customers asked the shop to remember. Every statement names the customer, so that a guessed or
 * copied id finds nothing of another customer's.
 */
export class SavedPayerStore {
  constructor(
    private readonly db: Knex,
    protected readonly seal: Seal
  ) {}

  /** Lists a customer's accounts, the one used last first. */
  async list(customerId: string): Promise<SavedPayer[]> {
    return this.of(customerId).orderBy("last_used_at", "desc").select(SHOWN)
  }

  /**
   * Remembers an account. A known account is not doubled: it takes the name given now. The store opens the customer's
   * accounts to find the known one, because it keeps no digest of a number that an attacker could try out.
   *
   * @param within the transaction to save in; without it, the account gets a transaction of its own
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

  /** Deletes all accounts of a customer. @returns how many */
  deleteAll(customerId: string): Promise<number> {
    return this.of(customerId).delete()
  }

  /**
   * Deletes accounts that no customer has used for so many days.
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
    // Only `save` writes it, and the seal authenticates it.
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

/** Binds an account to its customer: a row that is given to another customer does not open there. */
const contextOf = ({ id, customer_id }: Pick<Row, "id" | "customer_id">) =>
  `one2pays_saved_payer:${id}:${customer_id}`
