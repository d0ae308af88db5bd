import type { GatewayPayment } from "../../../gateway"
import { judgePayment } from "./settlement"
import { gatewayDate } from "../shared/gateway-date"
import { callAbout, type PaymentContext } from "./context"
import type { Attempt } from "./payment-store"

/**
 * Asks the gateway for an attempt's payment, once, and records what it says. Money that was
 * seen to arrive is final: it is not asked for again, so that core's own call a moment after
 * a webhook's costs no second read.
 *
 * Always asks for the payment that we made (our id, else our reference), never for one that a
 * webhook names.
 *
 * @throws One2PaysError when the gateway does not answer
 */
export async function readPayment(
  context: PaymentContext,
  attempt: Attempt
): Promise<Attempt> {
  if (attempt.state === "initiated" || attempt.state === "succeeded") {
    return attempt
  }
  const payment = await fetchPayment(context, attempt)
  return payment ? recordReading(context, attempt, payment) : attempt
}

async function fetchPayment(
  context: PaymentContext,
  attempt: Attempt
): Promise<GatewayPayment | null> {
  const { gateway, logger } = context
  const call = callAbout(context, attempt)
  if (attempt.gateway_payment_id) {
    return gateway.payments.retrieve(attempt.gateway_payment_id, call)
  }
  if (!attempt.reference_id) {
    return null
  }
  const found = await gateway.payments.retrieveByReference(
    attempt.reference_id,
    { ...call, createdAfter: attempt.created_at }
  )
  const session = found?.metadata?.session_id ?? attempt.session_id
  if (found && session !== attempt.session_id) {
    // Adopting it would let us cancel or count what another shop made.
    logger.error(
      `[one2pays] the gateway has a payment under our reference ${attempt.reference_id} that this shop did not make: ${found.id}`
    )
    return null
  }
  return found
}

/** Records a payment as it was read from the gateway, with the issue it raises if it is money that does not fit. */
export async function recordReading(
  context: PaymentContext,
  attempt: Attempt,
  payment: GatewayPayment
): Promise<Attempt> {
  const { state, issue } = judgePayment(attempt, payment)
  const isFinal = state !== "open"
  const recorded = await context.store.record(attempt.id, {
    gateway_payment_id: attempt.gateway_payment_id ?? payment.id,
    gateway_status: payment.status,
    gateway_created_at:
      attempt.gateway_created_at ?? gatewayDate(payment.createdAt),
    state,
    issue,
    next_action: isFinal ? null : (payment.nextAction ?? undefined),
    expires_at: gatewayDate(payment.expiresAt) ?? attempt.expires_at,
  })
  if (issue) {
    await context.announce(recorded.id)
  }
  return recorded
}
