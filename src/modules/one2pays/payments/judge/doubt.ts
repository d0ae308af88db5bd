import { staffMessage } from "../../../../messages"
import { askedAmount } from "./asked-amount"
import { judgeQr } from "./check-qr"
import type { PaymentContext } from "../context"
import type { Reading } from "./match"
import type { Payment } from "../payment"

/**
 * Finds out whether the money of a payment may be a hundred times what the gateway's record seems to say, or a hundredth:
 * the unit is contradicted, and the payer followed no QR of ours that names the amount in baht.
 */
export async function findDoubt(
  { unit, options }: Pick<PaymentContext, "unit" | "options">,
  payment: Payment
): Promise<Reading["issue"]> {
  const qr = judgeQr(
    { amount: askedAmount(payment) },
    { nextAction: payment.next_action }
  )
  if (qr === "proved" || (await unit.read()).state !== "contradicted") {
    return null
  }
  return {
    code: "amount_mismatch",
    message: staffMessage("unit_in_doubt", {
      amount: payment.amount,
      unit: options.amountUnit,
    }),
  }
}
