import { tryEndPayment } from "./cancel"
import type { PaymentContext } from "./context"
import type { Payment } from "./payment-store"
import { readPayment } from "./refresh"

/**
 * Finds out whether an attempt has ended, so that the next one may take its place. One whose time
 * has run out, or that is to give way (`cancel_requested_at`), is ended at the gateway: there it can
 * be paid until it says otherwise.
 *
 * @returns the attempt as it is then; still `open` when it can be paid and may stay
 * @throws One2PaysError when the gateway cannot be asked
 */
export async function concludeForNext(
  context: PaymentContext,
  payment: Payment,
  now: Date
): Promise<Payment> {
  const read = await readPayment(context, payment)
  if (read.state === "creating") {
    // It is being made, or its maker died: only time tells which (see `abandonCreate`).
    return read
  }
  const isOver =
    read.cancel_requested_at !== null ||
    // As the customer was told, whatever the gateway's clock says.
    (payment.expires_at !== null && payment.expires_at <= now)
  return read.state === "open" && isOver ? tryEndPayment(context, read) : read
}
