import { One2PaysError } from "../../../gateway"
import { describeLostMoney } from "./settlement"
import { isUnended } from "./lifecycle"
import { logFailure } from "../errors/log-failure"
import { callAbout, type PaymentContext } from "./context"
import type { Payment } from "./payment"
import { refreshPayment, recordReading } from "./refresh"
import type { SessionFacts } from "../core/session-facts"

/**
 * Ends an attempt's payment at the gateway, so that nobody can pay it any more. The wish is
 * written down first: when the gateway cannot be reached now, the row still says what has to
 * happen. Never throws; the returned attempt says what became of it.
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

/** As `cancelPayment`, for those who want to know that the gateway could not be reached. */
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
      // It has ended by itself, or was paid a moment ago: only the gateway knows which.
      return refreshPayment(context, known)
    }
    throw error
  }
}

/** As `cancelPayment`, for an order that Medusa rolled back: money that came all the same belongs to nobody, so a person must see it. */
export async function cancelPaymentOfLostOrder(
  context: PaymentContext,
  payment: Payment,
  session: Pick<SessionFacts, "cart"> | null
): Promise<Payment> {
  const ended = await cancelPayment(context, payment)
  if (
    ended.state === "succeeded" &&
    !ended.settled_at &&
    // Somebody else's money is an issue of its own, also when a person has closed it.
    ended.issue !== "unknown_reference"
  ) {
    await context.raiseIssue(
      ended.id,
      "order_rolled_back",
      describeLostMoney(ended, session)
    )
  }
  return ended
}
