import { tryCancelPayment } from "../cancel"
import type { PaymentContext } from "../context"
import { isExpired } from "../lifecycle"
import type { Payment } from "../payment"
import { refreshPayment } from "../refresh"

/**
 * Refreshes a payment, so that the next one may take its place once it has ended. When its time has run out, or the
 * plugin wants it canceled, the process asks the gateway to cancel it: until the gateway confirms that, the customer
 * can pay it there.
 *
 * @param how cancels also a payment that the customer can pay
 * @returns the payment after that; still `open` when the customer can pay it and it may stay
 * @throws One2PaysError when the gateway does not answer
 */
export async function cancelForNext(
  context: PaymentContext,
  payment: Payment,
  now: Date,
  { payable_too = false }: { payable_too?: boolean } = {}
): Promise<Payment> {
  const read = await refreshPayment(context, payment)
  if (read.state === "creating") {
    // Another process creates it, or has died doing so: only time tells which (see `endUncreated`).
    return read
  }
  return read.state === "open" &&
    (payable_too ||
      read.cancel_requested_at !== null ||
      isExpired(payment, now))
    ? tryCancelPayment(context, read)
    : read
}
