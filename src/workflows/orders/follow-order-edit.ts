import type { MedusaContainer } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../modules/one2pays"
import {
  loggerOf,
  queryOf,
  type GraphQuery,
} from "../../modules/one2pays/core/query"
import {
  loadSessionFacts,
  type SessionFacts,
} from "../../modules/one2pays/core/session-facts"
import { logFailure } from "../../modules/one2pays/errors/log-failure"
import { isUnended } from "../../modules/one2pays/payments/lifecycle"
import { notifyAdminWorkflow } from "../notices/notify-admin"
import { cancelOne2PaysPaymentWorkflow } from "../payments/cancel-payment"
import { openNextPaymentWorkflow } from "../payments/open-next-payment"

export interface FollowOrderEditInput {
  order_id: string
}

/**
 * Opens a payment over the new amount for an unpaid order, and cancels the old one with its QR. A paid order asks for the
 * difference through Medusa's own outstanding payment collection. The step tells the merchant of an overpayment.
 */
const followOrderEditStep = createStep(
  "one2pays-follow-order-edit",
  async ({ order_id }: FollowOrderEditInput, { container }) => {
    const one2pays = one2paysOf(container)
    const query = queryOf(container)
    const payment = await one2pays.payments.findOfOrder(order_id)
    const session =
      payment && (await loadSessionFacts(query, payment.session_id))
    if (!session) {
      return new StepResponse()
    }
    if (session.payment?.captured) {
      await reportOverpayment(container, query, order_id, payment.id)
    } else if (
      isUnended(payment.state) &&
      session.collection_amount !== payment.amount
    ) {
      await replacePayment(container, order_id, payment.id, session)
    }
    return new StepResponse()
  }
)

async function replacePayment(
  container: MedusaContainer,
  orderId: string,
  paymentId: string,
  { collection_amount }: SessionFacts
): Promise<void> {
  const input = { payment_id: paymentId }
  try {
    if (MathBN.gt(collection_amount, 0)) {
      await openNextPaymentWorkflow(container).run({
        input: { ...input, replace_open: true },
      })
    } else {
      await cancelOne2PaysPaymentWorkflow(container).run({ input })
    }
  } catch (error) {
    // The reconciliation cancels the old payment, and the customer asks for the next one.
    logFailure(
      loggerOf(container),
      `the payment of order ${orderId} could not follow its edit now`,
      error
    )
  }
}

async function reportOverpayment(
  container: MedusaContainer,
  query: GraphQuery,
  orderId: string,
  paymentId: string
): Promise<void> {
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "version", "summary.*"],
    filters: { id: orderId },
  })
  const [order] = data as {
    version: number
    summary: { pending_difference: number }
  }[]
  const difference = order?.summary.pending_difference ?? 0
  if (order && MathBN.lt(difference, 0)) {
    await notifyAdminWorkflow(container).run({
      input: {
        title: "Order paid too much",
        description: `After its edit, order ${orderId} has been paid THB ${MathBN.abs(difference).toFixed(2)} too much. Refund it from the order's page.`,
        idempotency_key: `one2pays-overpaid-${paymentId}-${order.version}`,
      },
    })
  }
}

/** Opens a payment over the new amount for an unpaid order whose total has changed. */
export const followOrderEditWorkflow = createWorkflow(
  "one2pays-follow-order-edit",
  (input: FollowOrderEditInput) => {
    followOrderEditStep(input)
  }
)
