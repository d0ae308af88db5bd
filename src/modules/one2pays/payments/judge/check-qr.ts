import { MathBN } from "@medusajs/framework/utils"
import {
  isDecimal,
  readQr,
  type AmountUnit,
  type GatewayPayment,
} from "../../../../gateway"
import { staffMessage, type Message } from "../../../../messages"
import { judgeUnit, type UnitVerdict } from "../../gateway-state/judge-unit"
import { askedAmount, raisedAmount } from "./asked-amount"
import type { Payment } from "../payment"

type Owed = Pick<Payment, "amount">
type Asked = Pick<Payment, "amount" | "asked_amount">

/** ISO 4217. */
const BAHT = "764"

/** What does not fit in a QR. */
type Misfit =
  | { kind: "damaged" }
  | { kind: "currency"; currency: string }
  | { kind: "amount"; asked: string }

/**
 * Compares an open payment of the gateway with ours, before any customer may pay it: the QR, which says in baht what the
 * bank app will ask for, and the gateway's record. A QR without an amount fits, because the payer types it. Some gateways
 * add satang to tell payers apart: then both have to name the same, less than a baht above ours.
 *
 * @returns what does not fit; null when all of it does
 */
export function checkOpenPayment(
  { amount }: Owed,
  { amount: recorded, currency, nextAction }: GatewayPayment,
  unit: AmountUnit
): Message | null {
  const payload = nextAction?.qrCode?.payload
  const asked = raisedAmount(amount, recorded)
  const misfit = payload ? findMisfit(payload, asked ?? amount) : null
  if (misfit?.kind === "damaged") {
    return staffMessage("qr_damaged", { amount })
  }
  if (misfit?.kind === "amount") {
    return describeAmounts({ asked: misfit.asked, recorded, amount }, unit)
  }
  const other = misfit?.currency ?? currency
  if (other !== "THB") {
    return staffMessage("qr_currency", { currency: other, amount })
  }
  return recorded === amount || asked !== null
    ? null
    : staffMessage("recorded_amount", { recorded, amount })
}

/**
 * What the QR of an open payment says about the account's unit: it names baht, whatever the unit. Null where it says
 * nothing.
 */
export function judgeQr(
  { amount }: Owed,
  { nextAction }: Pick<GatewayPayment, "nextAction">
): UnitVerdict | null {
  const payload = nextAction?.qrCode?.payload
  const qr = payload ? readQr(payload) : null
  return qr?.isIntact &&
    qr.currency === BAHT &&
    qr.amount !== null &&
    isReadable(qr.amount)
    ? judgeUnit(qr.amount, amount)
    : null
}

/**
 * The gateway's next action, as far as a customer may see it: a row that is older than this check may hold a QR that does
 * not fit. The gateway's page would show the same QR.
 */
export function shownAction({
  next_action,
  ...payment
}: Asked & Pick<Payment, "next_action">): Payment["next_action"] {
  const payload = next_action?.qrCode?.payload
  return payload && findMisfit(payload, askedAmount(payment))
    ? null
    : next_action
}

function findMisfit(payload: string, amount: string): Misfit | null {
  const qr = readQr(payload)
  if (!qr?.isIntact || !isReadable(qr.amount)) {
    return { kind: "damaged" }
  }
  if (qr.currency !== BAHT) {
    return { kind: "currency", currency: qr.currency ?? "?" }
  }
  return qr.amount === null || MathBN.eq(qr.amount, amount)
    ? null
    : { kind: "amount", asked: qr.amount }
}

/** EMV allows a point with no decimals behind it. */
const isReadable = (amount: string | null) =>
  amount === null || isDecimal(amount.replace(/\.$/, ""))

/**
 * Names `amountUnit` only for a factor of exactly 100. Any other difference is no mistake of the shop's: some gateways add
 * satang to tell payers apart.
 */
function describeAmounts(
  amounts: { asked: string; recorded: string; amount: string },
  unit: AmountUnit
): Message {
  return judgeUnit(amounts.asked, amounts.amount) === "contradicted"
    ? staffMessage("qr_unit", {
        ...amounts,
        unit,
        other: unit === "satang" ? "baht" : "satang",
      })
    : staffMessage("qr_amount", amounts)
}
