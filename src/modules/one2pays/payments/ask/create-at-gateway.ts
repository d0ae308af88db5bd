import {
  systemClock,
  type GatewayPayment,
  One2PaysError,
  paymentPhase,
} from "../../../../gateway"
import { describeGatewayError } from "../../../../messages"
import type { OrderFacts } from "../../core/order-facts"
import { logFailure, isGatewayFailure } from "../../errors/log-failure"
import { QrError } from "../../errors/qr-error"
import { detailOf } from "../../issues/issue"
import { keyOf } from "../../shared/reference"
import { cancelPayment } from "../cancel"
import { type PaymentContext, callAbout } from "../context"
import { isForAmount } from "../judge/asked-amount"
import type { ReferencedPayment, Payment } from "../payment"
import { recordReading, findByReference } from "../refresh"

/** Core holds the cart's lock while it authorizes. All of our calls together stay below its patience. */
const AUTHORIZE_LIMIT_MS = 19_000

/** What the gateway hears of an order. */
export type NamedOrder = Pick<OrderFacts, "id" | "display_id">

/** Creates a claimed payment at the gateway, or adopts the one that a lost answer left there. */
export async function createAtGateway(
  context: PaymentContext,
  payment: ReferencedPayment,
  order: NamedOrder,
  accountNumber: string
): Promise<Payment> {
  const { gateway, options } = context
  const startedAt = systemClock.now()
  // The time allows one call to create it, and one to ask for it after a lost answer.
  const deadline =
    startedAt + Math.min(2 * options.timeoutMs, AUTHORIZE_LIMIT_MS)
  let gatewayPayment: GatewayPayment
  try {
    gatewayPayment = await gateway.payments.create(
      {
        amount: payment.amount,
        referenceId: payment.reference_id,
        paymentMethod: payment.payment_method,
        customerBankAccountName: payment.payer_name,
        customerBankAccountNumber: accountNumber,
        customerBankCode: payment.payer_bank_code,
        description: `Order ${order.display_id === null ? order.id : `#${order.display_id}`}`,
        metadata: { order_id: order.id, session_id: payment.session_id },
        idempotencyKey: keyOf(payment),
        expiresInMinutes: options.paymentExpiresInMinutes,
      },
      {
        ...callAbout(context, payment),
        deadline: startedAt + options.timeoutMs,
      }
    )
  } catch (error) {
    gatewayPayment = await recoverCreate(context, payment, error, deadline)
  }
  const shown = await withNextAction(context, payment, gatewayPayment, deadline)
  const opened = await recordReading(context, payment, shown)
  // Its QR does not fit, or core deleted its session while the gateway was at work.
  return refuseWrongQr(
    payment,
    opened.cancel_requested_at ? await cancelPayment(context, opened) : opened
  )
}

/**
 * Handles a create that failed or whose answer was lost: adopts the payment that the gateway has after all, or throws
 * the first error.
 */
async function recoverCreate(
  context: PaymentContext,
  payment: ReferencedPayment,
  error: unknown,
  deadline: number
): Promise<GatewayPayment> {
  if (!(error instanceof One2PaysError)) {
    await context.store.requestCancel(payment.id)
    throw error
  }
  if (error.outcome !== "unknown") {
    await context.store.claims.releaseClaim(payment.id)
    throw error
  }
  const found = await findByReference(context, payment, payment.reference_id, {
    ...callAbout(context, payment),
    deadline,
  }).catch((lookupError: unknown) => {
    // In an outage the caller logs the first error, and the second one says no more.
    if (isOutage(error) && isOutage(lookupError)) {
      return null
    }
    logFailure(
      context.logger,
      `payment ${payment.reference_id}: its creation was not answered, and asking for it failed`,
      lookupError
    )
    return null
  })
  if (found && isSamePayment(payment, found)) {
    return found
  }
  // The gateway may still create it: the process that meets this row next has to cancel it there.
  await context.store.requestCancel(payment.id)
  throw error
}

const isOutage = (error: unknown) =>
  isGatewayFailure(error) && !describeGatewayError(error).lasting

const isSamePayment = (payment: Payment, gatewayPayment: GatewayPayment) =>
  isForAmount(payment.amount, gatewayPayment) &&
  (gatewayPayment.metadata?.session_id ?? payment.session_id) ===
    payment.session_id

/** Asks once more for the next action, because some deployments do not answer a create with it. */
export async function withNextAction(
  context: PaymentContext,
  payment: Payment,
  gatewayPayment: GatewayPayment,
  deadline: number
): Promise<GatewayPayment> {
  if (!isWithoutAction(gatewayPayment)) {
    return gatewayPayment
  }
  return context.gateway.payments
    .retrieve(gatewayPayment.id, { ...callAbout(context, payment), deadline })
    .catch((error: unknown) => {
      logFailure(
        context.logger,
        `payment ${payment.reference_id ?? payment.id} came without a next action, and asking again failed`,
        error
      )
      return gatewayPayment
    })
}

/** Whether the gateway has not said yet how to pay an open payment. */
export const isWithoutAction = ({ nextAction, status }: GatewayPayment) =>
  !nextAction && paymentPhase(status) === "open"

/** Throws when this process found that the QR does not fit. Later ones find a canceled payment. */
export function refuseWrongQr(before: Payment, after: Payment): Payment {
  if (
    after.issue === "qr_amount_mismatch" &&
    before.issue !== after.issue &&
    after.state !== "succeeded"
  ) {
    throw new QrError(after, detailOf(after, "en") ?? "")
  }
  return after
}
