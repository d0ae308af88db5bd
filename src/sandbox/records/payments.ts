import { randomBytes } from "node:crypto"
import type { Clock } from "../clock"
import { ApiError, invalidField } from "../wire/api-error"
import { formatThb, parseThb, type AmountUnit } from "../wire/money"
import {
  choice,
  expiresInMinutes,
  requireFields,
  transferFields,
  type JsonObject,
} from "../wire/request-fields"
import { maskAccountNumber } from "./account-number"
import type { Agenda } from "./agenda"
import { checkBounds, type AmountBounds } from "./amount-bounds"
import { crc16, promptPayPayload } from "./emv-payload"
import { newId, type IdStyle } from "./new-id"
import { SANDBOX_PROMPTPAY_ID } from "./payment-object"
import {
  askedSatang,
  isFinal,
  PAYMENT_METHODS,
  type PaymentRecord,
  type PaymentStatus,
} from "./payment-record"
import { RecordBook } from "./record-book"
import { StateConflict, UnknownRecord } from "./record-errors"
import type { WalletRecord } from "./wallet"

/** Tag 54 holds the true amount, none, or the amount times a factor: a wrong unit gives 0.01 or 100. */
export type QrAmount = "exact" | "none" | { factor: number }

/**
 * A mistake in new QR codes: a `checksum` that does not fit the text, or US dollars as their `currency` (the checksum
 * fits).
 */
export type QrFlaw = "none" | "checksum" | "currency"

/** A change of a payment. The webhooks give it its public name. */
export type PaymentOccurrence =
  "created" | "succeeded" | "failed" | "canceled" | "expired"

interface PaymentsDeps {
  clock: Clock
  agenda: Agenda
  wallet: WalletRecord
  unit: AmountUnit
  ids: IdStyle
  bounds: AmountBounds | null
  /** Adds 0.01 to 0.99 THB to each amount, so that the gateway can tell payers apart. */
  addsSatang: boolean
  defaultExpiresInMinutes: number
  announce(occurrence: PaymentOccurrence, payment: PaymentRecord): void
  changed(): void
}

const REQUIRED = [
  "amount",
  "referenceId",
  "paymentMethod",
  "customerBankAccountName",
  "customerBankAccountNumber",
  "customerBankCode",
]

/** The life of payments: `processing` until paid, failed, canceled or, by the clock, expired. */
export class Payments {
  readonly book = new RecordBook<PaymentRecord>()
  private readonly byToken = new Map<string, string>()
  qrAmount: QrAmount = "exact"
  qrFlaw: QrFlaw = "none"
  /** Banks of payers that `create` refuses. */
  refusedBanks: readonly string[] = []
  private created = 0

  constructor(private readonly deps: PaymentsDeps) {}

  /** POST /payments. @throws ApiError 400 on a wrong field, 409 on a used reference, 422 out of bounds. */
  create(body: JsonObject): PaymentRecord {
    requireFields(body, REQUIRED)
    const fields = transferFields(body, this.deps.unit)
    checkBounds(fields.amountSatang, this.deps.bounds, this.deps.unit)
    const paymentMethod = choice(body, "paymentMethod", PAYMENT_METHODS)
    const minutes = expiresInMinutes(body) ?? this.deps.defaultExpiresInMinutes
    if (this.book.withReference(fields.referenceId)) {
      throw new ApiError(
        409,
        "DUPLICATE_REFERENCE_ID",
        "Reference ID already exists for this merchant"
      )
    }
    if (this.refusedBanks.includes(fields.bankCode)) {
      throw invalidField(
        "INVALID_BANK_CODE",
        "This bank is not supported",
        "customerBankCode"
      )
    }
    const now = this.deps.clock.now()
    const addedSatang = this.deps.addsSatang ? (this.created % 99) + 1 : 0
    const amountSatang = fields.amountSatang + addedSatang
    this.created += 1
    const payment: PaymentRecord = {
      id: newId(this.deps.ids, "pay"),
      token: `token_${randomBytes(12).toString("hex")}`,
      referenceId: fields.referenceId,
      status: "processing",
      paymentMethod,
      amountSatang,
      requestedSatang: fields.amountSatang,
      addedSatang,
      reads: 0,
      receivedSatang: 0,
      qrPayload:
        paymentMethod === "promptpay" ? this.qrPayload(amountSatang) : null,
      description: fields.description,
      metadata: fields.metadata,
      payer: {
        name: fields.accountName,
        maskedAccountNumber: maskAccountNumber(fields.accountNumber),
        bankCode: fields.bankCode,
      },
      confirmedAt: null,
      capturedAt: null,
      canceledAt: null,
      expiresAt: Math.round(now + minutes * 60_000),
      createdAt: now,
      updatedAt: now,
    }
    this.take(payment)
    this.deps.announce("created", payment)
    this.deps.changed()
    return payment
  }

  /** POST /payments/:id/cancel. @throws ApiError PAYMENT_NOT_CANCELLABLE for a final payment (400: the vendor shows no status for it). */
  cancel(payment: PaymentRecord): void {
    if (isFinal(payment.status)) {
      throw new ApiError(
        400,
        "PAYMENT_NOT_CANCELLABLE",
        "Payment cannot be cancelled in its current state"
      )
    }
    payment.canceledAt = this.deps.clock.now()
    this.move(payment, "canceled")
    this.deps.announce("canceled", payment)
  }

  /**
   * The customer pays. The vendor documents no field for a received amount and no status for a wrong one. So after a
   * wrong amount the payment has `succeeded` and shows the received amount, where a client that compares can see it.
   * A final unpaid payment can still be paid: money does arrive late.
   * @param amountThb THB that the customer pays. Default: the amount of the QR.
   * @param silent sends no webhook.
   */
  pay(
    payment: PaymentRecord,
    { amountThb, silent }: { amountThb?: string; silent?: boolean } = {}
  ): void {
    if (payment.status === "succeeded") {
      throw new StateConflict("the payment is paid; pay it twice instead")
    }
    const received =
      amountThb === undefined ? askedSatang(payment) : parseThb(amountThb)
    const now = this.deps.clock.now()
    payment.amountSatang = received
    payment.confirmedAt = now
    payment.capturedAt = now
    this.receive(payment, received)
    this.move(payment, "succeeded")
    if (!silent) {
      this.deps.announce("succeeded", payment)
    }
  }

  /**
   * The customer pays once more, or twice when unpaid. Each time is announced. Whether a payment then shows both amounts is
   * not documented.
   * @param showsSum lets the payment's amount be the sum.
   * @param silent sends no webhook.
   */
  payTwice(
    payment: PaymentRecord,
    { showsSum, silent }: { showsSum?: boolean; silent?: boolean } = {}
  ): void {
    if (payment.status !== "succeeded") {
      this.pay(payment, { silent })
    }
    this.receive(payment, askedSatang(payment))
    if (showsSum) {
      payment.amountSatang = payment.receivedSatang
    }
    this.move(payment, "succeeded")
    if (!silent) {
      this.deps.announce("succeeded", payment)
    }
  }

  fail(payment: PaymentRecord): void {
    this.endUnpaid(payment, "payment_failed", "failed")
  }

  expire(payment: PaymentRecord): void {
    this.endUnpaid(payment, "expired", "expired")
  }

  withToken(token: string): PaymentRecord | undefined {
    const id = this.byToken.get(token)
    return id === undefined ? undefined : this.book.withId(id)
  }

  /** @throws UnknownRecord */
  find(idOrReference: string): PaymentRecord {
    const payment = this.book.withIdOrReference(idOrReference)
    if (!payment) {
      throw new UnknownRecord("payment", idOrReference)
    }
    return payment
  }

  restore(payments: PaymentRecord[]): void {
    payments.forEach((payment) => this.take(payment))
  }

  clear(): void {
    this.book.clear()
    this.byToken.clear()
  }

  private take(payment: PaymentRecord): void {
    const forgotten = this.book.add(payment)
    if (forgotten) {
      this.byToken.delete(forgotten.token)
    }
    this.byToken.set(payment.token, payment.id)
    if (!isFinal(payment.status)) {
      this.deps.agenda.at(payment.expiresAt, () => {
        if (!isFinal(payment.status) && this.book.withId(payment.id)) {
          this.expire(payment)
        }
      })
    }
  }

  private endUnpaid(
    payment: PaymentRecord,
    status: PaymentStatus,
    occurrence: PaymentOccurrence
  ): void {
    if (isFinal(payment.status)) {
      throw new StateConflict(`the payment is already ${payment.status}`)
    }
    this.move(payment, status)
    this.deps.announce(occurrence, payment)
  }

  private receive(payment: PaymentRecord, satang: number): void {
    payment.receivedSatang += satang
    this.deps.wallet.walletSatang += satang
  }

  private move(payment: PaymentRecord, status: PaymentStatus): void {
    payment.status = status
    payment.updatedAt = this.deps.clock.now()
    this.deps.changed()
  }

  private qrPayload(satang: number): string {
    const mode = this.qrAmount
    const shown =
      mode === "none"
        ? null
        : mode === "exact"
          ? satang
          : Math.round(satang * mode.factor)
    const payload = promptPayPayload(
      SANDBOX_PROMPTPAY_ID,
      shown === null ? null : formatThb(shown),
      this.qrFlaw === "currency" ? "840" : "764"
    )
    return this.qrFlaw === "checksum"
      ? payload.slice(0, -4) + crc16(payload)
      : payload
  }
}
