import type { CallOptions, GatewayPayment } from "../../../gateway"
import { raisedAmount } from "./judge/asked-amount"
import { judgeQr } from "./judge/check-qr"
import { findDoubt } from "./judge/doubt"
import { isArriving } from "./lifecycle"
import {
  findSurplus,
  isAccountedFor,
  matchPayment,
  movedBy,
} from "./judge/match"
import { progressOf, searchWindow } from "../shared/search-window"
import { gatewayDate } from "../shared/gateway-date"
import { callAbout, type PaymentContext } from "./context"
import type { Payment } from "./payment"

/**
 * Refreshes a payment: asks the gateway for it once, and records the answer. Money that has arrived is final. The
 * process does not ask for it again, so that core's own call a moment after a webhook's costs no second read.
 *
 * Only with `settled_too` does it ask for a payment whose money was accounted for: then it looks for a further transfer.
 *
 * The process always asks for the payment that we made (our id, else our reference), never for one that a webhook
 * names.
 *
 * @throws One2PaysError when the gateway does not answer
 */
export async function refreshPayment(
  context: PaymentContext,
  payment: Payment,
  { settled_too = false } = {}
): Promise<Payment> {
  if (payment.state === "initiated") {
    return payment
  }
  if (payment.state === "succeeded") {
    return settled_too && isAccountedFor(payment)
      ? refreshAccounted(context, payment)
      : doubtArriving(context, payment)
  }
  const gatewayPayment = await fetchPayment(context, payment)
  return gatewayPayment
    ? recordReading(context, payment, gatewayPayment)
    : payment
}

/**
 * A bank transfer's money that no order has taken yet is in doubt as soon as the unit is contradicted, also where it was
 * read before. Of a paid QR, the reading has judged: its row keeps no QR.
 */
async function doubtArriving(
  context: PaymentContext,
  payment: Payment
): Promise<Payment> {
  const issue =
    payment.payment_method === "bank_transfer" && isArriving(payment)
      ? await findDoubt(context, payment)
      : null
  if (!issue) {
    return payment
  }
  await context.issues.raise(payment.id, issue.code, issue.message)
  return (await context.queries.find(payment.id)) ?? payment
}

/** Asks for a payment whose money was accounted for. More money than that is an issue, and a paid order stays paid. */
async function refreshAccounted(
  context: PaymentContext,
  payment: Payment
): Promise<Payment> {
  const gatewayPayment = await fetchPayment(context, payment)
  const moved = gatewayPayment && movedBy(gatewayPayment, { is_further: true })
  if (moved) {
    await context.store.noteReceived(payment, moved)
  }
  const wentBack = await context.queries.sumPaidBack(payment.id)
  const issue = gatewayPayment && findSurplus(payment, gatewayPayment, wentBack)
  if (!issue) {
    return payment
  }
  await context.issues.raise(payment.id, issue.code, issue.message, {
    more: true,
  })
  await context.store.looks.end(payment.id)
  return (await context.queries.find(payment.id)) ?? payment
}

async function fetchPayment(
  context: PaymentContext,
  payment: Payment
): Promise<GatewayPayment | null> {
  const { gateway, logger } = context
  const call = callAbout(context, payment)
  if (payment.gateway_payment_id) {
    return gateway.payments.retrieve(payment.gateway_payment_id, call)
  }
  if (!payment.reference_id) {
    return null
  }
  const found = await findByReference(
    context,
    payment,
    payment.reference_id,
    call
  )
  const session = found?.metadata?.session_id ?? payment.session_id
  if (found && session !== payment.session_id) {
    // Adopting it would let us cancel or count a payment of another shop.
    logger.error(
      `[one2pays] the gateway has a payment under our reference ${payment.reference_id} that this shop did not make: ${found.id}`
    )
    return null
  }
  return found
}

/**
 * Finds the gateway's payment under our reference. A search that comes to no end goes on the next time, in any process.
 *
 * @throws One2PaysError when the gateway does not answer, or cannot tell yet
 */
export async function findByReference(
  { gateway, store }: Pick<PaymentContext, "gateway" | "store">,
  { id, claimed_at, created_at, updated_at, searched_to }: Payment,
  reference: string,
  call: CallOptions
): Promise<GatewayPayment | null> {
  const window = searchWindow(
    claimed_at ?? created_at,
    claimed_at ?? updated_at,
    searched_to
  )
  try {
    return await gateway.payments.retrieveByReference(reference, {
      ...call,
      ...window,
    })
  } catch (error) {
    const progress = progressOf(error, window)
    if (progress) {
      await store.noteSearched(id, progress)
    }
    throw error
  }
}

/**
 * Records a payment as the gateway shows it. Unmatched money raises an issue. So does an open payment that would ask the
 * customer for other money: nobody sees its QR, and the caller cancels it.
 */
export async function recordReading(
  context: PaymentContext,
  payment: Payment,
  gatewayPayment: GatewayPayment
): Promise<Payment> {
  const reading = matchPayment(
    payment,
    gatewayPayment,
    context.options.amountUnit
  )
  const asked_amount = raisedAmount(payment.amount, gatewayPayment.amount)
  const { state } = reading
  const issue =
    state === "succeeded"
      ? (reading.issue ?? (await findDoubt(context, payment)))
      : reading.issue
  const unit =
    state === "open"
      ? judgeQr({ amount: asked_amount ?? payment.amount }, gatewayPayment)
      : null
  // An amount that the gateway recorded otherwise leaves it open which of the two is right.
  if (unit === "contradicted" || (unit && !issue)) {
    // Before the row: a process that dies in between must not leave the shop with a contradiction that nobody notes.
    await context.unit.note(unit, payment.reference_id ?? payment.id)
  }
  const isPayable = state === "open" && !issue
  const recorded = await context.store.record(payment.id, {
    gateway_payment_id: payment.gateway_payment_id ?? gatewayPayment.id,
    gateway_status: gatewayPayment.status,
    gateway_created_at:
      payment.gateway_created_at ?? gatewayDate(gatewayPayment.createdAt),
    state,
    issue,
    received: movedBy(gatewayPayment),
    ...(isPayable ? { asked_amount } : {}),
    next_action: isPayable ? (gatewayPayment.nextAction ?? undefined) : null,
    expires_at: gatewayDate(gatewayPayment.expiresAt) ?? payment.expires_at,
  })
  if (issue) {
    await context.issues.announce(recorded.id)
  }
  return recorded
}
