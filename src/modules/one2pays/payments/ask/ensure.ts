import { One2PaysError } from "../../../../gateway"
import { owedThrough, type OrderFacts } from "../../core/order-facts"
import {
  cancelPaymentOfLostOrder,
  refreshOrCancel,
  tryCancelPayment,
} from "../cancel"
import { publicError } from "../../errors/public-error"
import { assertInRange } from "./amount-range"
import type { PaymentContext } from "../context"
import { isArriving } from "../lifecycle"
import { PaymentStore } from "../store/payment-store"
import { isReferenced, type Payment } from "../payment"
import { ERASED } from "../../shared/seal"
import type { SessionFacts } from "../../core/session-facts"
import {
  refuseWrongQr,
  createAtGateway,
  type NamedOrder,
} from "./create-at-gateway"

/**
 * Makes sure that the gateway has exactly one payment for this session's order, and that its QR fits the order.
 *
 * The process writes the intent before the call. A lost answer or a 409 is no failure: the process looks the payment up
 * by its reference and adopts it.
 *
 * @throws One2PaysError when the gateway has no payment for the order afterwards
 * @throws QrError when its QR does not fit the order
 */
export async function ensurePayment(
  context: PaymentContext,
  session: SessionFacts,
  order: OrderFacts
): Promise<Payment> {
  const payments = await context.queries.listOfSessions([session.id])
  const stale = payments.filter(
    (payment) => payment.order_id !== null && payment.order_id !== order.id
  )
  const [opened] = await Promise.all([
    openForOrder(context, session, order, payments),
    // Medusa rolled their orders back: nobody may pay them any more.
    ...stale.map((payment) =>
      cancelPaymentOfLostOrder(context, payment, session)
    ),
  ])
  return opened
}

async function openForOrder(
  context: PaymentContext,
  session: SessionFacts,
  order: OrderFacts,
  payments: Payment[]
): Promise<Payment> {
  const existing = payments.find((payment) => payment.order_id === order.id)
  if (existing) {
    const read = refuseWrongQr(
      existing,
      await refreshOrCancel(context, existing)
    )
    // The process that wrote this intent never sent it, or died before the answer came.
    if (
      read.state !== "creating" ||
      !isReferenced(read) ||
      read.cancel_requested_at
    ) {
      return read
    }
    const accountNumber = context.openAccountNumber(read)
    await assertOffered(context, read)
    await context.store.claims.claimAgain(read.id)
    return createAtGateway(context, read, order, accountNumber)
  }
  assertAmountOwed(session, order)
  const unused =
    payments.find((payment) => payment.state === "initiated") ??
    (await copyPayment(context, payments[0]))
  return openPayment(context, unused, session, order)
}

/**
 * Refuses a session that does not ask for exactly what its order and its payment collection owe. Core reads the
 * collection's amount before it writes the session, so an edit of the cart in between leaves the session behind.
 *
 * @throws MedusaError `one2pays_amount_changed`
 */
export function assertAmountOwed(
  session: Pick<
    SessionFacts,
    "amount" | "currency_code" | "payment_collection_id"
  >,
  order: OrderFacts
): void {
  const collection = order.collections.find(
    ({ id }) => id === session.payment_collection_id
  )
  if (
    session.currency_code.toLowerCase() !== order.currency_code.toLowerCase() ||
    session.amount !== owedThrough(order, session.payment_collection_id) ||
    session.amount !== collection?.open_amount
  ) {
    throw publicError("one2pays_amount_changed")
  }
}

/**
 * Creates an initiated payment at the gateway, after it has canceled every other payment of the order there: a customer
 * never has two that they can pay.
 *
 * @throws One2PaysError when the gateway has no payment for it afterwards, or does not confirm a cancellation
 * @throws QrError when its QR does not fit the order
 * @throws MedusaError `one2pays_already_paid` when the customer has paid another one meanwhile;
 * `one2pays_method_unavailable` when the unit was contradicted since they chose the method
 */
export async function openPayment(
  context: PaymentContext,
  unused: Payment,
  session: Pick<SessionFacts, "amount">,
  order: NamedOrder
): Promise<Payment> {
  // This comes before the intent: a seal that does not open must leave nothing behind.
  const accountNumber = context.openAccountNumber(unused)
  await assertOffered(context, { ...unused, amount: session.amount })
  for (let tries = 1; tries <= CLAIM_TRIES; tries++) {
    await cancelOthers(context, unused.id, order.id)
    const claimed = await context.store.claims.claimForCreate(
      unused.id,
      order.id,
      session.amount
    )
    if (claimed === "gone") {
      // Another process creates it: the refresh finds it under the same reference.
      const taken = await context.queries.find(unused.id)
      if (taken) {
        return refuseWrongQr(taken, await refreshOrCancel(context, taken))
      }
      // Core has deleted its session meanwhile, and another one takes over.
      break
    }
    if (claimed !== "occupied") {
      return createAtGateway(context, claimed, order, accountNumber)
    }
  }
  throw publicError("one2pays_busy")
}

/**
 * Refuses what the customer chose before the shop stopped to offer it: an amount out of its bounds, or a bank transfer whose
 * amount nobody checks since the unit was contradicted.
 */
async function assertOffered(
  { unit, options }: PaymentContext,
  { payment_method, amount }: Pick<Payment, "payment_method" | "amount">
): Promise<void> {
  assertInRange(amount, options)
  if (payment_method === "bank_transfer" && !(await unit.isProved())) {
    throw publicError("one2pays_method_unavailable")
  }
}

/** Each further try meets a customer who pressed once more meanwhile. */
const CLAIM_TRIES = 3

/**
 * Cancels the other payments of an order. One that another process is creating cancels itself as soon as the gateway has
 * answered; the reconciliation does so where that process has died.
 */
async function cancelOthers(
  context: PaymentContext,
  id: string,
  orderId: string
): Promise<void> {
  for (const other of await context.queries.listOfOrder(orderId)) {
    if (other.id === id) {
      continue
    }
    if (isArriving(other)) {
      // Its order is about to take the money, and owes another amount then.
      throw publicError("one2pays_busy")
    }
    if (other.state === "creating") {
      await context.store.requestCancel(other.id)
    } else if (other.state === "open") {
      const { state } = await tryCancelPayment(context, other)
      if (state === "succeeded") {
        throw publicError("one2pays_already_paid")
      }
    }
  }
}

/**
 * Copies the payer of an earlier payment into a new row. The number is sealed anew, because a seal is bound to its row.
 */
async function copyPayment(
  context: PaymentContext,
  source: Payment | undefined
): Promise<Payment> {
  if (!source || source.payer_sealed === ERASED) {
    throw new One2PaysError({
      code: "MISSING_REQUIRED_FIELD",
      text: "The payment session holds no payer details",
      field: "customerBankAccountNumber",
      outcome: "not_sent",
    })
  }
  const id = PaymentStore.newId()
  return context.store.insert({
    id,
    session_id: source.session_id,
    payment_collection_id: source.payment_collection_id,
    amount: source.amount,
    currency_code: source.currency_code,
    payment_method: source.payment_method,
    payer_name: source.payer_name,
    payer_bank_code: source.payer_bank_code,
    payer_last4: source.payer_last4,
    payer_sealed: context.sealAccountNumber(
      context.openAccountNumber(source),
      id
    ),
    first_payer: source.first_payer,
    remember_for: source.remember_for,
  })
}
