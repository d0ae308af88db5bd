import type { Logger } from "@medusajs/framework/types"
import {
  systemClock,
  type AmountUnit,
  type PaymentMethod,
} from "../../../gateway"
import { staffMessage } from "../../../messages"
import type { ResolvedOptions } from "../config/options"
import type { NewNotice } from "../notices/notice"
import type { Notices } from "../notices/notices"
import type { UnitVerdict } from "./judge-unit"
import type {
  BalanceUnitRecord,
  UnitProposal,
  UnitSign,
  UnitStore,
} from "./unit-store"

/** Emitted once, when a sign contradicts `amountUnit`. */
export const UNIT_CONTRADICTED = "one2pays.unit.contradicted"

/** Data of the event. `at` is ISO 8601. */
export interface UnitContradicted {
  amount_unit: AmountUnit
  by: UnitSign
  at: string
}

/** Names a sign: the reference of a payment or withdraw, or the people. */
export const nameOfSign = (by: UnitSign): string =>
  "reference" in by ? by.reference : by.people.map(({ id }) => id).join(", ")

/** How sure it is that the account speaks the unit of `amountUnit`. */
export interface UnitStanding {
  state: "unproved" | UnitVerdict
  /** Null while it is unproved. */
  at: Date | null
  by: UnitSign | null
  proposal: UnitProposal | null
  /** The balance has a unit of its own. It decides about no money, so that staff only see it. */
  balance: {
    unit: AmountUnit
    state: "unproved" | UnitVerdict
    /** ISO 8601. */
    at: string | null
  }
}

/**
 * Whether the account speaks the unit of `amountUnit`. The vendor's documents do not agree on it, and a wrong one sends a
 * hundred times the money, or takes a hundredth. So no money leaves in an unproved unit, and no bank transfer is offered,
 * whose amount nobody checks. The QR of a PromptPay payment names baht, and proves or contradicts the unit by itself.
 */
export class Unit {
  constructor(
    private readonly store: UnitStore,
    private readonly options: Pick<
      ResolvedOptions,
      "amountUnit" | "balanceUnit" | "paymentMethods"
    >,
    private readonly channels: {
      logger: Logger
      notices: Pick<Notices, "emit">
    }
  ) {}

  /** A sign holds only for the value of `amountUnit` that it was found with. */
  async read(): Promise<UnitStanding> {
    const record = await this.store.read()
    const ofBalance = this.balanceRecordOf(record?.balance_unit)
    const common = {
      proposal: record?.unit_proposal ?? null,
      balance: {
        unit: this.balanceUnit,
        state: ofBalance?.verdict ?? ("unproved" as const),
        at: ofBalance?.decided_at ?? null,
      },
    }
    return record?.unit_state && record.unit_for === this.options.amountUnit
      ? {
          state: record.unit_state,
          at: record.unit_at,
          by: record.unit_by,
          ...common,
        }
      : { state: "unproved", at: null, by: null, ...common }
  }

  /** Whether payouts and refunds may leave, and bank transfers may be asked for. */
  async isProved(): Promise<boolean> {
    return (await this.read()).state === "proved"
  }

  /** The payment methods that the shop offers now. */
  async offeredMethods(): Promise<PaymentMethod[]> {
    const { paymentMethods } = this.options
    return !paymentMethods.includes("bank_transfer") || (await this.isProved())
      ? paymentMethods
      : paymentMethods.filter((method) => method !== "bank_transfer")
  }

  /**
   * Notes a sign of the gateway about a payment or a withdraw.
   *
   * @param how staff asked for a proof anew, which ends a contradiction
   */
  async note(
    verdict: UnitVerdict,
    reference: string,
    how?: { anew: boolean }
  ): Promise<void> {
    const { state } = await this.read()
    const isNews =
      state === "unproved" ||
      (state !== verdict && (verdict === "contradicted" || how?.anew === true))
    // Most payments say what is known, and leave the one row of all instances alone.
    const by = { reference }
    const notice = this.noticeOf(verdict, by)
    if (isNews && (await this.store.write(verdict, by, notice, how))) {
      await this.tell(verdict, by)
    }
  }

  /** Keeps the reading of a first person, until a second one confirms it. */
  propose(actor: string, reading: AmountUnit): Promise<void> {
    return this.store.propose({ ...this.reader(actor), reading })
  }

  /**
   * Lets a second person confirm a reading. One that is not `amountUnit` contradicts it.
   *
   * @returns false when another reading has taken its place meanwhile
   */
  async confirm(actor: string, proposal: UnitProposal): Promise<boolean> {
    const verdict =
      proposal.reading === this.options.amountUnit ? "proved" : "contradicted"
    const second = this.reader(actor)
    const { id, at } = proposal
    const by = { people: [{ id, at }, second] }
    const notice = this.noticeOf(verdict, by)
    const isDone = await this.store.confirm(verdict, proposal, by, notice)
    if (isDone) {
      await this.tell(verdict, by)
    }
    return isDone
  }

  /** Reads what was found out with today's unit of the balance. */
  async readBalanceUnit(): Promise<BalanceUnitRecord | null> {
    return this.balanceRecordOf((await this.store.read())?.balance_unit)
  }

  /**
   * Writes down the balance of a quiet moment, and what its change said.
   *
   * @param verdict null where it said nothing, and the earlier verdict stays
   */
  async noteBalance(
    base: BalanceUnitRecord["base"],
    verdict: UnitVerdict | null
  ): Promise<void> {
    const before = await this.readBalanceUnit()
    if (verdict === "contradicted" && before?.verdict !== verdict) {
      this.channels.logger.error(
        `[one2pays] the balance is read in ${this.balanceUnit}, but changed as if it were in the other unit: set options.balanceUnit`
      )
    }
    await this.store.writeBalanceUnit({
      for: this.balanceUnit,
      verdict: verdict ?? before?.verdict ?? null,
      decided_at: verdict ? base.at : (before?.decided_at ?? null),
      base,
    })
  }

  private get balanceUnit(): AmountUnit {
    return this.options.balanceUnit ?? this.options.amountUnit
  }

  private balanceRecordOf(
    record: BalanceUnitRecord | null | undefined
  ): BalanceUnitRecord | null {
    return record?.for === this.balanceUnit ? record : null
  }

  private reader(id: string) {
    return { id, at: new Date(systemClock.now()).toISOString() }
  }

  private async tell(verdict: UnitVerdict, by: UnitSign): Promise<void> {
    const { logger, notices } = this.channels
    const { amountUnit } = this.options
    const sign = nameOfSign(by)
    if (verdict === "proved") {
      logger.info(
        `[one2pays] options.amountUnit "${amountUnit}" is proved by ${sign}`
      )
      return
    }
    logger.error(
      `[one2pays] options.amountUnit is "${amountUnit}", which ${sign} contradicts: no payout, refund or bank transfer until it is proved`
    )
    await notices.emit()
  }

  private noticeOf(verdict: UnitVerdict, by: UnitSign): NewNotice | null {
    if (verdict === "proved") {
      return null
    }
    const unit = this.options.amountUnit
    const at = new Date(systemClock.now()).toISOString()
    const data: UnitContradicted = { amount_unit: unit, by, at }
    return {
      topic: "unit_contradicted",
      words: staffMessage("unit_notice", { unit, sign: nameOfSign(by) }),
      event: { name: UNIT_CONTRADICTED, data },
    }
  }
}
