import { MathBN } from "@medusajs/framework/utils"
import {
  isDecimal,
  readQr,
  type AmountUnit,
  type GatewayPayment,
} from "../../../gateway"
import { staffMessage, type Message } from "../../../messages"
import type { Payment } from "./payment"

type Owed = Pick<Payment, "amount">

/** ISO 4217. */
const BAHT = "764"

/**
 * Compares an open payment of the gateway with ours, before any customer may pay it: the QR, which says in baht what the
 * bank app will ask for, and the gateway's record. A QR without an amount fits, because the payer types it.
 *
 * @returns what does not fit; null when all of it does
 */
export function checkOpenPayment(
  payment: Owed,
  { amount: recorded, currency, nextAction }: GatewayPayment,
  unit: AmountUnit
): Message | null {
  const { amount } = payment
  const payload = nextAction?.qrCode?.payload
  const wrong = payload ? checkQr(payment, payload, recorded, unit) : null
  if (wrong) {
    return wrong
  }
  if (currency !== "THB") {
    return staffMessage("qr_currency", { currency, amount })
  }
  return recorded === amount
    ? null
    : staffMessage("recorded_amount", { recorded, amount })
}

/**
 * The gateway's next action, as far as a customer may see it: a row that is older than this check may hold a QR that does
 * not fit. The gateway's page would show the same QR.
 */
export function shownAction(
  payment: Owed & Pick<Payment, "next_action">
): Payment["next_action"] {
  const payload = payment.next_action?.qrCode?.payload
  return payload && checkQr(payment, payload, payment.amount, "satang")
    ? null
    : payment.next_action
}

function checkQr(
  { amount }: Owed,
  payload: string,
  recorded: string,
  unit: AmountUnit
): Message | null {
  const qr = readQr(payload)
  if (!qr?.isIntact || !isReadable(qr.amount)) {
    return staffMessage("qr_damaged", { amount })
  }
  if (qr.currency !== BAHT) {
    return staffMessage("qr_currency", { currency: qr.currency ?? "?", amount })
  }
  const asked = qr.amount
  if (asked === null || MathBN.eq(asked, amount)) {
    return null
  }
  const amounts = { asked, recorded, amount }
  // Any other factor is no mistake of the shop: some gateways add satang to tell payers apart.
  return MathBN.eq(asked, MathBN.mult(amount, 100)) ||
    MathBN.eq(MathBN.mult(asked, 100), amount)
    ? staffMessage("qr_unit", {
        ...amounts,
        unit,
        other: unit === "satang" ? "baht" : "satang",
      })
    : staffMessage("qr_amount", amounts)
}

/** EMV allows a point with no decimals behind it. */
const isReadable = (amount: string | null) =>
  amount === null || isDecimal(amount.replace(/\.$/, ""))
