import type { PaymentMethod } from "../../../../../gateway"
import {
  CHECKING_ACCOUNT,
  PAYMENT_STATUS_TEXT,
  PUBLIC_ERRORS,
  type Locale,
  type PaymentDisplayStatus,
} from "../../../../../messages"
import { askedAmount } from "../../../../../modules/one2pays/payments/judge/asked-amount"
import { shownAction } from "../../../../../modules/one2pays/payments/judge/check-qr"
import { receivedFor } from "../../../../../modules/one2pays/payments/judge/match"
import type { OrderStatus } from "../../../../../modules/one2pays/payments/order-status"
import type { Payment } from "../../../../../modules/one2pays/payments/payment"
import { quotedTag } from "../../../../support/requests/quoted-tag"
import { webAddress } from "../../../../support/requests/web-address"

/** The next act of the customer. */
export interface StoreNextAction {
  type: "qr" | "redirect" | "transfer"
  /** EMVCo text of the PromptPay QR. */
  qr_payload?: string
  /** The same QR, drawn. */
  qr_svg?: string
  /** A page of the gateway where the payment can be made. */
  url?: string
  expires_at?: string
}

/** The `payment` of the store's answer. `amount` is THB in major units. */
export interface StorePayment {
  order_id: string
  status: PaymentDisplayStatus
  amount: number
  /** THB that the payer has to pay exactly, where the gateway added some satang to tell payers apart. Absent for any other. */
  amount_to_pay?: number
  currency_code: string
  payment_method: PaymentMethod
  reference_id: string
  /** The account that the customer pays from. Null once nothing can be paid any more: an order's id is no secret. */
  payer: { bank_code: string; last4: string } | null
  next_action: StoreNextAction | null
  /** The shop's name, for the QR card. Absent where the shop has not told it. */
  merchant_name?: string
  expires_at: string | null
  /**
   * The seconds that are left to pay, when the server answers. Null once nothing can be paid any more, and without a
   * limit.
   */
  expires_in: number | null
  can_retry: boolean
  /** THB that came for it, where it is paid or under review. Absent for any other. */
  received?: number
  /** When its money made the order paid. Absent for any other. */
  paid_at?: string
  /** What is left to pay of an order that was paid in part, THB in major units. Absent for any other. */
  rest?: number
  /** What the customer has paid beyond what the order asks for, THB in major units. Absent when it is nothing. */
  surplus?: number
  message: string
}

/** The facts that make the answer. */
export interface PaymentFacts {
  payment: Payment
  status: OrderStatus
  maintenance: { retry_at: string } | null
  now: Date
  /** The option of that name. */
  merchantName?: string
}

/** A maintenance of the gateway, as the answer tells the customer. */
export interface StoreMaintenance {
  message: string
  /** The time when the plugin asks the gateway again, in ISO 8601. */
  retry_at: string
}

export interface StorePaymentAnswer {
  payment: StorePayment
  maintenance: StoreMaintenance | null
}

export async function renderPayment(
  facts: PaymentFacts,
  locale: Locale
): Promise<StorePaymentAnswer> {
  const { payment, maintenance } = describeAnswer(facts, locale)
  const { next_action } = payment
  const expires_in = secondsLeft(payment, facts.now)
  if (next_action?.qr_payload === undefined) {
    return { payment: { ...payment, expires_in }, maintenance }
  }
  // The first QR loads the package, not every boot: it reads 57 files.
  const { toString: renderQr } = await import("qrcode")
  const qr_svg = await renderQr(next_action.qr_payload, {
    type: "svg",
    margin: 2,
  })
  return {
    payment: {
      ...payment,
      expires_in,
      next_action: { ...next_action, qr_svg },
    },
    maintenance,
  }
}

/** Rounded up, so that the page asks for the outcome when the shop knows it. */
const secondsLeft = (
  { status, expires_at }: LastingPayment,
  now: Date
): number | null =>
  status === "awaiting_payment" && expires_at !== null
    ? Math.ceil((Date.parse(expires_at) - now.getTime()) / 1000)
    : null

/**
 * A tag that changes exactly when the answer does, but for the time that is left. It needs no drawing of the QR, which
 * follows from its text.
 */
export const etagOf = (facts: PaymentFacts, locale: Locale): string =>
  quotedTag(JSON.stringify(describeAnswer(facts, locale)))

/** The payment without what changes every second. */
type LastingPayment = Omit<StorePayment, "expires_in">

/** The whole answer without the time that is left and the drawing of the QR. */
function describeAnswer(
  { payment, status, maintenance, merchantName }: PaymentFacts,
  locale: Locale
): { payment: LastingPayment; maintenance: StoreMaintenance | null } {
  return {
    payment: {
      ...describePayment(payment, status, locale),
      ...(merchantName === undefined ? {} : { merchant_name: merchantName }),
    },
    maintenance: maintenance && {
      message: PUBLIC_ERRORS.one2pays_maintenance.text[locale],
      retry_at: maintenance.retry_at,
    },
  }
}

/** The payment without the time that is left and the drawing of its QR. */
export function describePayment(
  payment: Payment,
  { status, can_retry, rest, surplus }: OrderStatus,
  locale: Locale
): LastingPayment {
  const next_action =
    status === "awaiting_payment" ? describeNextAction(payment) : null
  return {
    order_id: payment.order_id ?? "",
    status,
    amount: Number(payment.amount),
    ...(status === "awaiting_payment" && payment.asked_amount !== null
      ? { amount_to_pay: Number(payment.asked_amount) }
      : {}),
    currency_code: payment.currency_code,
    payment_method: payment.payment_method,
    reference_id: payment.reference_id ?? "",
    payer:
      status === "awaiting_payment" || can_retry
        ? { bank_code: payment.payer_bank_code, last4: payment.payer_last4 }
        : null,
    next_action,
    expires_at: payment.expires_at?.toISOString() ?? null,
    can_retry,
    ...describeMoney(payment, status),
    ...(rest === null ? {} : { rest: Number(rest) }),
    ...(surplus === null ? {} : { surplus: Number(surplus) }),
    message: (isCheckingAccount(payment, status)
      ? CHECKING_ACCOUNT
      : PAYMENT_STATUS_TEXT[status])[locale],
  }
}

/** The money that came for a payment: what its order took, or what staff look into. */
function describeMoney(
  payment: Payment,
  status: PaymentDisplayStatus
): Pick<StorePayment, "received" | "paid_at"> {
  if (status === "paid" && payment.settled_at) {
    return {
      received: Number(askedAmount(payment)),
      paid_at: payment.settled_at.toISOString(),
    }
  }
  // A sum in another currency is no THB, and nobody knows that of another reference.
  const isKnown =
    payment.issue !== "currency_mismatch" &&
    payment.issue !== "unknown_reference"
  return status === "under_review" && isKnown
    ? { received: Number(receivedFor(payment)) }
    : {}
}

/** Some gateways verify the payer's account before they tell where to pay. */
const isCheckingAccount = (
  { state, next_action }: Payment,
  status: PaymentDisplayStatus
): boolean =>
  status === "awaiting_payment" && state === "open" && next_action === null

function describeNextAction(payment: Payment): StoreNextAction | null {
  const { qrCode, paymentAppUrl } = shownAction(payment) ?? {}
  const url = webAddress(paymentAppUrl)
  const common = {
    ...(url ? { url } : {}),
    ...(payment.expires_at
      ? { expires_at: payment.expires_at.toISOString() }
      : {}),
  }
  if (qrCode?.payload) {
    return { type: "qr", qr_payload: qrCode.payload, ...common }
  }
  if (url) {
    return { type: "redirect", ...common }
  }
  return payment.payment_method === "bank_transfer"
    ? { type: "transfer", ...common }
    : null
}
