import { shortReference, type CardFacts } from "../../../../../../card/card"
import {
  CARD_TEXTS,
  fillIn,
  type LocalizedText,
  type PaymentDisplayStatus,
} from "../../../../../../messages"
import { bangkokTime } from "../../../../../../modules/one2pays/shared/shop-zone"
import type { OrderStatus } from "../../../../../../modules/one2pays/payments/order-status"
import type { Payment } from "../../../../../../modules/one2pays/payments/payment"
import { describePayment } from "../render-payment"
import type { Sign } from "./draw-sign"

/** The picture that a mail shows of a payment now. */
export type PaymentPicture =
  | { kind: "card"; payload: string; facts: CardFacts; maxAge: number }
  | { kind: "sign"; sign: Sign; maxAge: number }

/** In seconds. A customer who opens the mail again this soon may see the old picture. */
const MAX_AGE = 60

/**
 * Chooses the QR while the customer can pay, and a sign as soon as they cannot: a broken image would look like a mistake,
 * and a paid order must not ask for money.
 */
export function choosePicture(
  payment: Payment,
  standing: OrderStatus,
  now: Date,
  merchantName?: string
): PaymentPicture {
  const { status, next_action, amount, amount_to_pay, reference_id } =
    describePayment(payment, standing, "en")
  if (next_action?.qr_payload === undefined) {
    return { kind: "sign", sign: signOf(status), maxAge: MAX_AGE }
  }
  const left = payment.expires_at
    ? Math.floor((payment.expires_at.getTime() - now.getTime()) / 1000)
    : MAX_AGE
  return {
    kind: "card",
    payload: next_action.qr_payload,
    facts: {
      ...(merchantName === undefined ? {} : { payee: merchantName }),
      amount: `฿${THB.format(amount_to_pay ?? amount)}`,
      reference: inBoth(CARD_TEXTS.reference, {
        reference: shortReference(reference_id),
      }),
      ...(payment.expires_at && {
        until: inBoth(CARD_TEXTS.until, {
          time: bangkokTime(payment.expires_at),
        }),
      }),
    },
    maxAge: Math.max(0, Math.min(MAX_AGE, left)),
  }
}

const THB = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})

/** Nobody knows the language of a mail's reader. */
const inBoth = (
  { th, en }: LocalizedText,
  values: Record<string, string>
): string => `${fillIn(th, values)} · ${fillIn(en, values)}`

function signOf(status: PaymentDisplayStatus): Sign {
  switch (status) {
    case "paid":
      return "tick"
    case "expired":
    case "failed":
    case "canceled":
    case "refunded":
      return "cross"
    // There is no QR: the payment has another way to pay, is still being created, or needs an act of staff.
    case "partially_paid":
    case "awaiting_payment":
    case "processing":
    case "under_review":
      return "clock"
    default:
      status satisfies never
      throw new Error("[one2pays] unknown payment status")
  }
}
