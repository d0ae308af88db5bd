import type { Clock } from "../clock"
import { ApiError } from "../wire/api-error"
import type { AmountUnit } from "../wire/money"
import {
  choice,
  requireFields,
  transferFields,
  type JsonObject,
} from "../wire/request-fields"
import { maskAccountNumber } from "./account-number"
import type { Agenda } from "./agenda"
import { checkBounds, type AmountBounds } from "./amount-bounds"
import { newId, type IdStyle } from "./new-id"
import { RecordBook } from "./record-book"
import { StateConflict, UnknownRecord } from "./record-errors"
import type { WalletRecord } from "./wallet"
import {
  DESTINATION_TYPES,
  isOpen,
  type WithdrawRecord,
} from "./withdraw-record"

/** The end of a withdraw that nobody settles by hand. A `returned` one is paid, and failed one step later. */
export type WithdrawOutcome = "paid" | "failed" | "returned"

/** A final status of a withdraw. A webhook announces each. */
export type WithdrawEnd = "paid" | "failed" | "canceled"

interface WithdrawsDeps {
  clock: Clock
  agenda: Agenda
  wallet: WalletRecord
  unit: AmountUnit
  ids: IdStyle
  bounds: AmountBounds | null
  announce(end: WithdrawEnd, withdraw: WithdrawRecord): void
  changed(): void
}

const REQUIRED = [
  "amount",
  "referenceId",
  "destinationType",
  "customerBankAccountName",
  "customerBankAccountNumber",
  "customerBankCode",
]

/**
 * The life of withdraws: pending → processing → paid, failed or canceled. A new withdraw debits the wallet at once; one
 * that is not paid credits it again.
 */
export class Withdraws {
  readonly book = new RecordBook<WithdrawRecord>()

  constructor(
    private readonly deps: WithdrawsDeps,
    public stepMs: number | null,
    public outcome: WithdrawOutcome
  ) {}

  /** POST /withdraws. @throws ApiError 400 on a wrong field or too small a wallet, 409 on a used reference, 422 out of bounds. */
  create(body: JsonObject): WithdrawRecord {
    requireFields(body, REQUIRED)
    const fields = transferFields(body, this.deps.unit)
    checkBounds(fields.amountSatang, this.deps.bounds, this.deps.unit)
    const destinationType = choice(body, "destinationType", DESTINATION_TYPES)
    if (this.book.withReference(fields.referenceId)) {
      throw new ApiError(
        409,
        "DUPLICATE_REFERENCE_ID",
        "Reference ID already exists for this merchant"
      )
    }
    if (fields.amountSatang > this.deps.wallet.walletSatang) {
      throw new ApiError(
        400,
        "INSUFFICIENT_BALANCE",
        "Merchant account has insufficient balance"
      )
    }
    const now = this.deps.clock.now()
    const withdraw: WithdrawRecord = {
      id: newId(this.deps.ids, "wd"),
      referenceId: fields.referenceId,
      status: "pending",
      destinationType,
      amountSatang: fields.amountSatang,
      maskedAccountNumber: maskAccountNumber(fields.accountNumber),
      accountName: fields.accountName,
      bankCode: fields.bankCode,
      description: fields.description,
      metadata: fields.metadata,
      nextStepAt: this.stepMs === null ? null : now + this.stepMs,
      paidAt: null,
      canceledAt: null,
      createdAt: now,
      updatedAt: now,
    }
    this.deps.wallet.walletSatang -= withdraw.amountSatang
    this.book.add(withdraw)
    this.schedule(withdraw)
    this.deps.changed()
    return withdraw
  }

  /**
   * POST /withdraws/:id/cancel. @throws ApiError VALIDATION_ERROR for a final withdraw: the vendor lists no code of its
   * own for that.
   */
  cancel(withdraw: WithdrawRecord): void {
    if (!isOpen(withdraw.status)) {
      throw new ApiError(
        400,
        "VALIDATION_ERROR",
        "Withdraw cannot be cancelled in its current state",
        { field: "status" }
      )
    }
    this.end(withdraw, "canceled")
  }

  /** Gives a withdraw its final status at once. @throws StateConflict when it has one. */
  settle(withdraw: WithdrawRecord, end: WithdrawEnd): void {
    if (!isOpen(withdraw.status)) {
      throw new StateConflict(`the withdraw is already ${withdraw.status}`)
    }
    this.end(withdraw, end)
  }

  /**
   * Sends a paid withdraw back, as its bank does days later: it is `failed` or `canceled`, and the wallet gets its money.
   *
   * @throws StateConflict when it was not paid
   */
  sendBack(withdraw: WithdrawRecord, end: "failed" | "canceled"): void {
    if (withdraw.status !== "paid") {
      throw new StateConflict(`the withdraw is ${withdraw.status}`)
    }
    this.end(withdraw, end)
  }

  /** @throws UnknownRecord */
  find(idOrReference: string): WithdrawRecord {
    const withdraw = this.book.withIdOrReference(idOrReference)
    if (!withdraw) {
      throw new UnknownRecord("withdraw", idOrReference)
    }
    return withdraw
  }

  restore(withdraws: WithdrawRecord[]): void {
    for (const withdraw of withdraws) {
      this.book.add(withdraw)
      this.schedule(withdraw)
    }
  }

  private schedule(withdraw: WithdrawRecord): void {
    const dueAt = withdraw.nextStepAt
    if (dueAt === null) {
      return
    }
    this.deps.agenda.at(dueAt, () => {
      if (withdraw.nextStepAt === dueAt && this.book.withId(withdraw.id)) {
        this.step(withdraw, dueAt)
      }
    })
  }

  private step(withdraw: WithdrawRecord, dueAt: number): void {
    if (withdraw.status === "paid") {
      this.sendBack(withdraw, "failed")
      return
    }
    if (withdraw.status === "processing") {
      this.end(withdraw, this.outcome === "failed" ? "failed" : "paid")
      if (this.outcome !== "returned") {
        return
      }
    } else {
      withdraw.status = "processing"
      withdraw.updatedAt = this.deps.clock.now()
    }
    // Counted from the time that this step was due, so that a sandbox that was down catches up.
    withdraw.nextStepAt = dueAt + (this.stepMs ?? 0)
    this.schedule(withdraw)
    this.deps.changed()
  }

  private end(withdraw: WithdrawRecord, end: WithdrawEnd): void {
    const now = this.deps.clock.now()
    withdraw.status = end
    withdraw.nextStepAt = null
    withdraw.updatedAt = now
    if (end === "paid") {
      withdraw.paidAt = now
    } else {
      this.deps.wallet.walletSatang += withdraw.amountSatang
    }
    if (end === "canceled") {
      withdraw.canceledAt = now
    }
    this.deps.announce(end, withdraw)
    this.deps.changed()
  }
}
