import { One2PaysError } from "../../../gateway"
import { describeLostMoney } from "./settlement"
import { isToBeCanceled, isUnended } from "./lifecycle"
import { logFailure } from "../errors/log-failure"
import { callAbout, type PaymentContext } from "./context"
import type { Payment } from "./payment"
import { refreshPayment, recordReading } from "./refresh"
import type { SessionFacts } from "../core/session-facts"

/**
 * Cancels a payment at the gateway, so that nobody can pay it any more. The process writes the wish down first: when it
 * cannot reach the gateway now, the row still says what has to happen. It never throws. The returned payment shows the
 * result.
 */
export async function cancelPayment(
  context: PaymentContext,
  payment: Payment
): Promise<Payment> {
  try {
    return await tryCancelPayment(context, payment)
  } catch (error) {
    logFailure(
      context.logger,
      `payment ${payment.reference_id ?? payment.id} could not be canceled at the gateway now`,
      error
    )
    return payment
  }
}

/**
 * Refreshes a payment, and cancels it at the gateway when its QR turns out not to fit.
 *
 * @throws One2PaysError when the gateway does not answer the refresh
 */
export async function refreshOrCancel(
  context: PaymentContext,
  payment: Payment,
  how?: { settled_too: boolean }
): Promise<Payment> {
  const read = await refreshPayment(context, payment, how)
  return !isToBeCanceled(payment) && isToBeCanceled(read)
    ? cancelPayment(context, read)
    : read
}

/** Like `cancelPayment`, but throws when the gateway does not answer. */
export async function tryCancelPayment(
  context: PaymentContext,
  payment: Payment
): Promise<Payment> {
  if (!isUnended(payment.state)) {
    return payment
  }
  await context.store.requestCancel(payment.id)
  return cancelAtGateway(context, payment)
}

async function cancelAtGateway(
  context: PaymentContext,
  payment: Payment
): Promise<Payment> {
  const known = payment.gateway_payment_id
    ? payment
    : await refreshPayment(context, payment)
  if (!known.gateway_payment_id || known.state !== "open") {
    return known
  }
  try {
    const gatewayPayment = await context.gateway.payments.cancel(
      known.gateway_payment_id,
      callAbout(context, known)
    )
    return await recordReading(context, known, gatewayPayment)
  } catch (error) {
    if (
      error instanceof One2PaysError &&
      error.code === "PAYMENT_NOT_CANCELLABLE"
    ) {
      // It has ended by itself, or the customer paid a moment ago: only the gateway knows which.
      return refreshPayment(context, known)
    }
    throw error
  }
}

/**
 * Like `cancelPayment`, for an order that Medusa rolled back. Money that came all the same fits no order, so staff must
 * see it.
 */
export async function cancelPaymentOfLostOrder(
  context: PaymentContext,
  payment: Payment,
  session: Pick<SessionFacts, "cart"> | null
): Promise<Payment> {
  const canceled = await cancelPayment(context, payment)
  if (
    canceled.state === "succeeded" &&
    !canceled.settled_at &&
    // Money under another reference is an issue of its own, also when staff have resolved it.
    canceled.issue !== "unknown_reference"
  ) {
    await context.issues.raise(
      canceled.id,
      "order_rolled_back",
      describeLostMoney(canceled, session)
    )
  }
  return canceled
}
