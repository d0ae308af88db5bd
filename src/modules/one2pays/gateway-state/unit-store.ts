import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AmountUnit } from "../../../gateway"
import type { NewNotice } from "../notices/notice"
import { NoticeStore } from "../notices/notice-store"

import type { UnitVerdict } from "./judge-unit"
import { stateIdOf } from "./state-id"

/** A person who read the unit at One2Pays. `at` is ISO 8601. */
export interface UnitReader {
  id: string
  at: string
}

/** The sign that decided: a payment or a withdraw, by our reference, or two people. */
export type UnitSign = { reference: string } | { people: UnitReader[] }

/** The reading of a first person, which waits for a second one. */
export interface UnitProposal extends UnitReader {
  reading: AmountUnit
}

/** What is known of the unit of the balance. Times are ISO 8601. */
export interface BalanceUnitRecord {
  /** The unit that this was found out with. */
  for: AmountUnit
  verdict: UnitVerdict | null
  decided_at: string | null
  /** A balance of a quiet moment, wallet and settlement together, from which changes are counted. */
  base: { total: string; at: string }
}

/** What is known of the unit of one account, for the value of `amountUnit` that it was found out with. */
export interface UnitRecord {
  unit_state: UnitVerdict | null
  unit_for: AmountUnit | null
  unit_at: Date | null
  unit_by: UnitSign | null
  unit_proposal: UnitProposal | null
  balance_unit: BalanceUnitRecord | null
}

const TABLE = "one2pays_gateway_state"

/** The proof of the unit, one for each pair of address and API key. Every change is one conditional statement. */
export class UnitStore {
  private readonly id: string

  constructor(
    private readonly db: Knex,
    private readonly options: {
      baseUrl: string
      apiKey: string
      amountUnit: AmountUnit
    }
  ) {
    this.id = stateIdOf(options)
  }

  async read(): Promise<UnitRecord | undefined> {
    return this.db<UnitRecord & { id: string }>(TABLE)
      .where({ id: this.id })
      .first(
        ...["unit_state", "unit_for", "unit_at", "unit_by", "unit_proposal"],
        "balance_unit"
      )
  }

  /**
   * Writes a verdict down. A proof does not end a contradiction of the same unit, unless somebody asked for it anew.
   *
   * @param notice what staff hear of it
   * @returns whether it changed what was known
   */
  write(
    verdict: UnitVerdict,
    by: UnitSign,
    notice: NewNotice | null,
    { anew = false } = {}
  ): Promise<boolean> {
    return this.telling(notice, async (transaction) => {
      const rows: unknown[] = await transaction(TABLE)
        .insert({ id: this.id, ...this.columns(verdict, by) })
        .onConflict("id")
        .merge({
          ...this.columns(verdict, by),
          updated_at: this.db.fn.now(),
        })
        .where((query) => {
          void query
            .whereNull(`${TABLE}.unit_state`)
            .orWhere(`${TABLE}.unit_for`, "<>", this.options.amountUnit)
          if (verdict === "contradicted" || anew) {
            void query.orWhere(`${TABLE}.unit_state`, "<>", verdict)
          }
        })
        .returning("id")
      return rows.length === 1
    })
  }

  /** Keeps the reading of a first person. It replaces an earlier one. */
  async propose(proposal: UnitProposal): Promise<void> {
    const unit_proposal = JSON.stringify(proposal)
    await this.db(TABLE)
      .insert({ id: this.id, unit_proposal })
      .onConflict("id")
      .merge({ unit_proposal, updated_at: this.db.fn.now() })
  }

  /**
   * Writes down what two people read.
   *
   * @param by the two
   * @param notice what staff hear of it
   * @returns false when the proposal is not the one that the second person confirmed
   */
  confirm(
    verdict: UnitVerdict,
    { id, at, reading }: UnitProposal,
    by: UnitSign,
    notice: NewNotice | null
  ): Promise<boolean> {
    return this.telling(notice, async (transaction) => {
      const count = await transaction(TABLE)
        .where({ id: this.id })
        .whereRaw("unit_proposal = ?::jsonb", [
          JSON.stringify({ id, at, reading }),
        ])
        .update({
          ...this.columns(verdict, by),
          updated_at: this.db.fn.now(),
        })
      return count === 1
    })
  }

  /** Writes a notice with the change that it tells of, where there is one. */
  private telling(
    notice: NewNotice | null,
    change: (transaction: Knex) => Promise<boolean>
  ): Promise<boolean> {
    return this.db.transaction(async (transaction) => {
      const isChanged = await change(transaction)
      if (isChanged && notice) {
        await new NoticeStore(transaction).write(notice)
      }
      return isChanged
    })
  }

  async writeBalanceUnit(record: BalanceUnitRecord): Promise<void> {
    await this.db(TABLE)
      .where({ id: this.id })
      .update({ balance_unit: JSON.stringify(record) })
  }

  private columns(verdict: UnitVerdict, by: UnitSign) {
    return {
      unit_state: verdict,
      unit_for: this.options.amountUnit,
      unit_at: this.db.fn.now(),
      unit_by: JSON.stringify(by),
      unit_proposal: null,
    }
  }
}
