import type {
  IPaymentModuleService,
  MedusaContainer,
  PaymentSessionStatus,
} from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  one2paysOf,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { loggerOf, queryOf } from "../../../modules/one2pays/core/query"
import {
  findPaidElsewhere,
  isPaid,
  loadSessionFacts,
  type SessionFacts,
} from "../../../modules/one2pays/core/session-facts"
import { expectedError } from "../../../modules/one2pays/errors/expected-error"
import {
  publicError,
  reachable,
} from "../../../modules/one2pays/errors/public-error"
import { isToBeCanceled } from "../../../modules/one2pays/payments/lifecycle"
import type { Payment } from "../../../modules/one2pays/payments/payment"
import { decideSettlement } from "../../../modules/one2pays/payments/settlement"

export interface OpenNextPaymentInput {
  /** The payment whose place the next one takes. */
  payment_id: string
  /** Whether to cancel a payment that the customer can still pay. If not, the step refuses to replace it. */
  replace_open: boolean
  /** A new method and payer, sealed. Without it, the next payment has those of the previous one. */
  data?: Record<string, unknown>
  /** The customer for whom the plugin saves the payer in `data`. */
  remember_for?: string
}

/**
 * Opens the next payment of an order at the gateway, over the amount that its payment collection asks for now. The
 * previous payment has to have ended there: the plugin never shows a customer two payable payments of one order on
 * purpose.
 *
 * @throws MedusaError `one2pays_already_paid`, `one2pays_payment_open`, `one2pays_order_canceled`,
 * or a code of the gateway's failure
 */
export const openNextPaymentStep = createStep(
  "one2pays-open-next-payment",
  async (input: OpenNextPaymentInput, { container }) => {
    const one2pays = one2paysOf(container)
    const { previous, session } = await cancelPrevious(
      container,
      one2pays,
      input
    )
    const order = session.order
    if (!order || order.canceled || previous.closed_at) {
      throw publicError("one2pays_order_canceled")
    }
    if (previous.replaced_at) {
      throw publicError("one2pays_payment_open")
    }
    const next = { ...session, amount: session.collection_amount }
    const failed = `the next payment of order ${order.id} could not be opened`
    const logger = loggerOf(container)
    const payment = await reachable({ logger }, failed, () =>
      one2pays.payments.initiate(
        next,
        input.data ?? one2pays.payments.dataOf(previous),
        input.remember_for
      )
    )
    const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT)
    const update = (status: PaymentSessionStatus) =>
      payments.updatePaymentSession({
        id: session.id,
        data: { session_id: session.id },
        amount: session.exact_collection_amount,
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

/** Cancels the previous payment at the gateway, and returns it with the session that both payments belong to. */
async function cancelPrevious(
  container: MedusaContainer,
  one2pays: One2PaysModuleService,
  { payment_id }: OpenNextPaymentInput
): Promise<{ previous: Payment; session: SessionFacts }> {
  const known = await one2pays.payments.find(payment_id)
  if (!known) {
    throw expectedError(
      MedusaError.Types.NOT_FOUND,
      `There is no One2Pays payment ${payment_id}`
    )
  }
  const query = queryOf(container)
  const session = await loadSessionFacts(query, known.session_id)
  if (!session) {
    const elsewhere = await findPaidElsewhere(query, known)
    throw publicError(
      elsewhere === "paid" ? "one2pays_already_paid" : "one2pays_payment_open"
    )
  }
  const previous = await reachable(
    { logger: loggerOf(container) },
    `order ${known.order_id ?? ""} gets no further payment now`,
    () => one2pays.payments.cancelForNext(known)
  )
  if (previous.state === "initiated") {
    throw publicError("one2pays_busy")
  }
  const settlement = decideSettlement(previous, session)
  switch (settlement.kind) {
    case "ended":
      break
    case "not_final":
      // Nobody has seen the QR of a payment whose creation was not answered. The reconciliation cancels it, should it exist.
      if (previous.state === "creating" && isToBeCanceled(previous)) {
        break
      }
      throw publicError("one2pays_payment_open")
    case "settle":
    case "already_settled":
    case "issue":
      throw publicError("one2pays_already_paid")
    default:
      settlement satisfies never
      throw new Error("[one2pays] unknown settlement")
  }
  if (isPaid(session)) {
    throw publicError("one2pays_already_paid")
  }
  return { previous, session }
}
