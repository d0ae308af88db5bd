import { MathBN } from "@medusajs/framework/utils"
import type { GatewayPayment } from "../../../../gateway"
import type { Payment } from "../payment"

/** Below one baht: a gateway that adds more asks for other money. */
const MOST_ADDED = "0.99"

/**
 * The amount that a gateway recorded for ours, where it added some satang to tell payers apart. Null where it recorded
 * ours, or one that is not for ours.
 */
export function raisedAmount(amount: string, recorded: string): string | null {
  const added = MathBN.sub(recorded, amount)
  const isWhole = (MathBN.convert(recorded).decimalPlaces() ?? 0) <= 2
  return isWhole && MathBN.gt(added, 0) && MathBN.lte(added, MOST_ADDED)
    ? recorded
    : null
}

/** Whether the gateway recorded our amount, with or without added satang. */
export const isForAmount = (
  amount: string,
  { amount: recorded }: Pick<GatewayPayment, "amount">
): boolean => recorded === amount || raisedAmount(amount, recorded) !== null

/** THB that the payer of a payment is told to pay. */
export const askedAmount = ({
  amount,
  asked_amount,
}: Pick<Payment, "amount" | "asked_amount">): string => asked_amount ?? amount
