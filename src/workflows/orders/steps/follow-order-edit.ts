import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { logFailure } from "../../../modules/one2pays/errors/log-failure"
import {
  loadSessionFacts,
  type GraphQuery,
  type SessionFacts,
} from "../../../modules/one2pays/core/session-facts"
import { cancelOne2PaysPaymentWorkflow } from "../../payments/cancel-payment"
import { notifyAdminWorkflow } from "../../notices/notify-admin"
import { openNextPaymentWorkflow } from "../../payments/open-next-payment"

/**
 * An unpaid order asks for its new amount, and its old QR is ended. A paid one asks for the
 * difference through Medusa's own outstanding payment collection; what was paid too much is told to
 * the merchant.
 */
export const followOrderEditStep = createStep(
  "one2pays-follow-order-edit",
  async ({ order_id }: { order_id: string }, { container }) => {
    const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    const query = container.resolve<GraphQuery>(ContainerRegistrationKeys.QUERY)
    const payment = await one2pays.findAttemptOfOrder(order_id)
    const session =
      payment && (await loadSessionFacts(query, payment.session_id))
    if (!session) {
      return new StepResponse()
    }
    if (session.payment?.captured) {
      await reportOverpayment(container, query, order_id, payment.id)
    } else if (
      isWaiting(payment.state) &&
      session.collection_amount !== payment.amount
    ) {
      await replace(container, order_id, payment.id, session)
    }
    return new StepResponse()
  }
)

const isWaiting = (state: string) => state === "open" || state === "creating"

async function replace(
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
    // The old one is to be ended, which the reconciliation sees to; the customer asks for the next one.
    logFailure(
      container.resolve<Logger>(ContainerRegistrationKeys.LOGGER),
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
