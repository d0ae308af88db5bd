import { readQr, type AmountUnit } from "../../gateway"
import { isObject, textOf, type JsonObject } from "../exchange"
import { amountOf, finding, type Finding } from "../finding"
import { judgeShape } from "../judge-shape"
import { SHAPES } from "../shapes"
import { readUnit } from "./amounts"

/** Whether a payment tells its payer what to do. */
export const hasInstructions = (payment: JsonObject | undefined): boolean =>
  qrOf(payment) !== undefined || appOf(payment) !== undefined

const actionOf = (payment: JsonObject | undefined): JsonObject | undefined =>
  isObject(payment?.nextAction) ? payment.nextAction : undefined

function qrOf(payment: JsonObject | undefined): string | undefined {
  const code = actionOf(payment)?.qrCode
  return isObject(code) ? textOf(code, "payload") : undefined
}

const appOf = (payment: JsonObject | undefined) =>
  textOf(actionOf(payment), "paymentAppUrl")

/**
 * Judges the payer's next step.
 *
 * @param reads further reads until it came
 */
export function judgeInstructions(
  payment: JsonObject | undefined,
  reads: number
): Finding[] {
  const qr = qrOf(payment)
  if (qr === undefined && appOf(payment) === undefined) {
    return [finding("instructions_none", { reads: String(reads) })]
  }
  const word = textOf(actionOf(payment), "type") ?? "–"
  const type = /^[a-z_]{1,40}$/.test(word) ? word : "–"
  return [
    finding(qr === undefined ? "instructions_app" : "instructions_qr", {
      type,
    }),
    ...judgeShape("nextAction", [actionOf(payment)], SHAPES.nextAction)
      .findings,
    ...(reads > 0
      ? [finding("instructions_late", { reads: String(reads) })]
      : []),
  ]
}

/**
 * Judges the unit of the account by the QR.
 *
 * @param sent the amount as it was sent
 * @param configured `amountUnit`
 */
export function judgeUnit(
  payment: JsonObject | undefined,
  sent: string,
  configured: AmountUnit
): { unit?: AmountUnit; findings: Finding[] } {
  const payload = qrOf(payment)
  if (payload === undefined) {
    return { findings: [finding("unit_without_qr")] }
  }
  const qr = readQr(payload)
  if (!qr?.isIntact) {
    return { findings: [finding("qr_damaged"), finding("unit_without_qr")] }
  }
  if (qr.amount === null) {
    return { findings: [finding("unit_of_no_amount")] }
  }
  const sign = readUnit(sent, qr.amount)
  if (!sign) {
    // A tag 54 that is no amount may hold anything.
    const seen = amountOf(qr.amount)?.toFixed() ?? "–"
    return { findings: [finding("unit_of_other_amount", { seen, sent })] }
  }
  const { unit, meant, added } = sign
  return {
    unit,
    findings: [
      unit === configured
        ? finding("unit_proved", { unit })
        : finding(
            "unit_contradicted",
            { unit, configured },
            `amountUnit: "${unit}"`
          ),
      ...(added ? [finding("satang_added", { seen: qr.amount, meant })] : []),
    ],
  }
}
