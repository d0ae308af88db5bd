import { tryCancelPayment } from "./cancel"
import type { PaymentContext } from "./context"
import { isExpired } from "./lifecycle"
import type { Payment } from "./payment"
import { refreshPayment } from "./refresh"

/**
 * Finds out whether a payment has ended, so that the next one may take its place. Where its time has run out, or it has to
 * be canceled, the gateway is asked to cancel it: there it can be paid until the gateway says otherwise.
 *
 * @returns the payment as it is then; still `open` when it can be paid and may stay
 * @throws One2PaysError when the gateway cannot be asked
 */
export async function cancelForNext(
  context: PaymentContext,
  payment: Payment,
  now: Date
): Promise<Payment> {
  const read = await refreshPayment(context, payment)
  if (read.state === "creating") {
    // It is being made, or its maker died: only time tells which (see `endUncreated`).
    return read
  }
  return read.state === "open" &&
    (read.cancel_requested_at !== null || isExpired(payment, now))
    ? tryCancelPayment(context, read)
    : read
}
