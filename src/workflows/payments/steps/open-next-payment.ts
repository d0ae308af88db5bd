import type {
  IPaymentModuleService,
  MedusaContainer,
  PaymentSessionStatus,
} from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { createPaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"
import {
  one2paysOf,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { ONE2PAYS_PROVIDER } from "../../../modules/one2pays/core/is-one2pays"
import {
  exactlyOwedThrough,
  owedThrough,
  isMoney,
  toBaht,
  type OrderFacts,
} from "../../../modules/one2pays/core/order-facts"
import { loggerOf, queryOf } from "../../../modules/one2pays/core/query"
import { loadOwner } from "../../../modules/one2pays/core/order-owner"
import {
  loadPaymentFacts,
  type SessionFacts,
} from "../../../modules/one2pays/core/session-facts"
import { expectedError } from "../../../modules/one2pays/errors/expected-error"
import {
  publicError,
  reachable,
} from "../../../modules/one2pays/errors/public-error"
import { assertInRange } from "../../../modules/one2pays/payments/ask/amount-range"
import { isToBeCanceled } from "../../../modules/one2pays/payments/lifecycle"
import type { Payment } from "../../../modules/one2pays/payments/payment"
import { alignCollection } from "../align-collection"

export interface OpenNextPaymentInput {
  /** The payment whose place the next one takes. */
  payment_id: string
  /** Whether to cancel a payment that the customer can still pay. If not, the step refuses to replace it. */
  replace_open: boolean
  /** Whether the customer gives up a payment that they can still pay. */
  cancel_payable?: boolean
  /** A new method and payer, sealed. Without it, the next payment has those of the previous one. */
  data?: Record<string, unknown>
  /** The customer who is logged in and asks. Without one, it is a stranger, see `findFirstPayer`. */
  asked_by?: string
  /** The customer for whom the plugin saves the payer in `data`. */
  remember_for?: string
}

/**
 * Opens the next payment of an order at the gateway, over what the order owes now. The previous payment has to have ended
 * there: the plugin never shows a customer two payable payments of one order.
 *
 * @throws MedusaError `one2pays_already_paid`, `one2pays_payment_open`, `one2pays_order_canceled`,
 * `one2pays_payer_not_yours`, or a code of the gateway's failure
 */
export const openNextPaymentStep = createStep(
  "one2pays-open-next-payment",
  async (input: OpenNextPaymentInput, { container }) => {
    const one2pays = one2paysOf(container)
    const previous = await cancelPrevious(container, one2pays, input)
    const { order, session } = await loadOwed(container, previous)
    if (previous.replaced_at) {
      throw publicError("one2pays_payment_open")
    }
    const { payment_collection_id } = previous
    const data = input.data ?? (await one2pays.payments.dataOf(previous))
    await alignCollection(container, order, payment_collection_id)
    if (!session) {
      return new StepResponse({
        payment_id: await chooseAnew(container, previous, data, input.asked_by),
      })
    }
    const exact_amount = exactlyOwedThrough(order, payment_collection_id)
    const next = { ...session, amount: toBaht(exact_amount) }
    const failed = `the next payment of order ${order.id} could not be opened`
    const logger = loggerOf(container)
    const owner = await loadOwner(queryOf(container), order.id)
    const payment = await reachable({ logger }, failed, () =>
      one2pays.payments.initiate(next, data, {
        order: { order_id: order.id, owner, asked_by: input.asked_by },
        remember_for: input.remember_for,
      })
    )
    const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT)
    const update = (status: PaymentSessionStatus) =>
      payments.updatePaymentSession({
        id: session.id,
        data: { session_id: session.id },
        amount: exact_amount,
        currency_code: session.currency_code,
        status,
      })
    await update("pending")
    const opened = await reachable({ logger }, failed, () =>
      one2pays.payments.openNext(payment, next, order)
    ).catch(async (error: unknown) => {
      await update(session.status)
      throw error
    })
    await update("pending_authorization")
    // The answer holds the id alone: a workflow engine with a queue turns dates into texts on the way.
    return new StepResponse({ payment_id: opened.id })
  }
)

/** Cancels the previous payment at the gateway, if it may go. */
async function cancelPrevious(
  container: MedusaContainer,
  one2pays: One2PaysModuleService,
  { payment_id, cancel_payable }: OpenNextPaymentInput
): Promise<Payment> {
  const known = await one2pays.payments.find(payment_id)
  if (!known) {
    throw expectedError(
      MedusaError.Types.NOT_FOUND,
      `There is no One2Pays payment ${payment_id}`
    )
  }
  if (known.state === "initiated") {
    // Core is still placing its order.
    throw publicError("one2pays_busy")
  }
  const { order } = await loadOwed(container, known)
  if (cancel_payable) {
    // What the next payment would be refused for must not cost the customer the one that they have.
    assertInRange(
      owedThrough(order, known.payment_collection_id),
      one2pays.options
    )
  }
  const previous = await reachable(
    { logger: loggerOf(container) },
    `order ${known.order_id ?? ""} gets no further payment now`,
    () =>
      one2pays.payments.cancelForNext(known, { payable_too: cancel_payable })
  )
  switch (previous.state) {
    case "initiated":
      throw publicError("one2pays_busy")
    case "open":
      throw publicError("one2pays_payment_open")
    case "creating":
      // Nobody has seen the QR of a payment whose creation was not answered. The reconciliation cancels it, should it exist.
      if (!isToBeCanceled(previous)) {
        throw publicError("one2pays_payment_open")
      }
      return previous
    case "succeeded":
      // Money that went back leaves the order unpaid.
      if (!previous.paid_back_at) {
        throw publicError("one2pays_already_paid")
      }
      return previous
    case "expired":
    case "failed":
    case "canceled":
      return previous
    default:
      previous.state satisfies never
      throw new Error("[one2pays] unknown payment state")
  }
}

/**
 * Loads what the order of a payment owes, and the session through which it may be paid.
 *
 * @returns the session null when core has deleted it, and the customer has chosen no other provider
 * @throws MedusaError when nothing can be tried: the order is canceled, owes nothing, or is paid in another way
 */
async function loadOwed(
  container: MedusaContainer,
  payment: Payment
): Promise<{ order: OrderFacts; session: SessionFacts | null }> {
  const { session, order } = await loadPaymentFacts(queryOf(container), payment)
  if (!order || order.canceled || payment.closed_at) {
    throw publicError("one2pays_order_canceled")
  }
  if (!isMoney(order.owed) || session?.payment?.captured) {
    throw publicError("one2pays_already_paid")
  }
  const collection = order.collections.find(
    ({ id }) => id === payment.payment_collection_id
  )
  if (
    !collection ||
    collection.chosen_otherwise ||
    !isMoney(owedThrough(order, collection.id))
  ) {
    throw publicError("one2pays_payment_open")
  }
  return { order, session: session?.order?.id === order.id ? session : null }
}

/** Chooses One2Pays anew for a payment collection that has no session of ours, the way core does for a customer. */
export async function chooseAnew(
  container: MedusaContainer,
  {
    payment_collection_id,
    order_id,
  }: Pick<Payment, "payment_collection_id" | "order_id">,
  data: Record<string, unknown>,
  customer_id?: string
): Promise<string> {
  await createPaymentSessionsWorkflow(container).run({
    input: {
      payment_collection_id,
      provider_id: ONE2PAYS_PROVIDER,
      data,
      customer_id,
    },
  })
  const opened = await one2paysOf(container).payments.findOfOrder(
    order_id ?? ""
  )
  if (!opened) {
    throw publicError("one2pays_busy")
  }
  return opened.id
}
