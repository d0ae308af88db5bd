import type { MedusaContainer } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import {
  one2paysOf,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { loggerOf, queryOf } from "../../../modules/one2pays/core/query"
import { loadSessionFacts } from "../../../modules/one2pays/core/session-facts"
import { logFailure } from "../../../modules/one2pays/errors/log-failure"
import type { Payment } from "../../../modules/one2pays/payments/payment"
import { notifyAdminWorkflow } from "../../notices/notify-admin"
import type { ReconciliationRun } from "./refresh-payments"

const AT_ONCE = 50
/** Longer than the cancellation of an order takes. */
const LEASE_SECONDS = 60

/**
 * Cancels the orders whose last payment ended without money `unpaidOrders.afterMinutes` ago, so that their stock is free
 * again. Where `unpaidOrders.action` is `keep`, it shows them to the merchant instead.
 */
export const cancelUnpaidOrdersStep = createStep(
  "one2pays-cancel-unpaid-orders",
  async ({ has_run }: ReconciliationRun, { container }) => {
    const one2pays = one2paysOf(container)
    const { afterMinutes } = one2pays.options.unpaidOrders
    const unpaid = has_run
      ? await one2pays.payments.listUnpaid(afterMinutes, AT_ONCE)
      : []
    const byOrder = new Map(
      unpaid.map((payment) => [payment.order_id, payment])
    )
    for (const [orderId, payment] of byOrder) {
      if (orderId) {
        await cancelUnpaid(container, one2pays, orderId, payment)
      }
    }
    return new StepResponse()
  }
)

async function cancelUnpaid(
  container: MedusaContainer,
  one2pays: One2PaysModuleService,
  orderId: string,
  payment: Payment
): Promise<void> {
  // `openNextPaymentWorkflow` needs the same lease, so no order is canceled while its customer opens the next payment.
  const lease = await one2pays.payments.lease(payment.id, LEASE_SECONDS)
  if (!lease) {
    return
  }
  try {
    if (!(await isOurs(container, payment))) {
      await one2pays.payments.markKeptUnpaid(orderId)
    } else if (one2pays.options.unpaidOrders.action === "keep") {
      await keepOrder(container, one2pays, orderId, payment)
    } else {
      await cancelOrderWorkflow(container).run({ input: { order_id: orderId } })
      await one2pays.payments.closeOrder(orderId)
    }
  } catch (error) {
    // Core cancels no fulfilled or completed order, and another try would not change that.
    logFailure(
      loggerOf(container),
      `order ${orderId} was not paid and could not be canceled`,
      error
    )
    await keepOrder(container, one2pays, orderId, payment)
  } finally {
    await one2pays.payments.release(lease)
  }
}

/** Whether the order still waits for our money. With another provider's session or a payment by hand it does not. */
async function isOurs(
  container: MedusaContainer,
  payment: Payment
): Promise<boolean> {
  const query = queryOf(container)
  const session = await loadSessionFacts(query, payment.session_id)
  // A session whose order was rolled back may have another one by now.
  if (
    session?.order?.id !== payment.order_id ||
    session.order.canceled ||
    session.payment ||
    MathBN.eq(session.collection_amount, 0)
  ) {
    return false
  }
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "payment_collections.captured_amount",
      "payment_collections.authorized_amount",
    ],
    filters: { id: session.order.id },
  })
  const [order] = data as {
    payment_collections?: {
      captured_amount: number | null
      authorized_amount: number | null
    }[]
  }[]
  return (order?.payment_collections ?? []).every(
    ({ captured_amount, authorized_amount }) =>
      MathBN.eq(captured_amount ?? 0, 0) && MathBN.eq(authorized_amount ?? 0, 0)
  )
}

async function keepOrder(
  container: MedusaContainer,
  one2pays: One2PaysModuleService,
  orderId: string,
  payment: Payment
): Promise<void> {
  if (await one2pays.payments.markKeptUnpaid(orderId)) {
    await notifyAdminWorkflow(container).run({
      input: {
        title: "Order not paid",
        description: `Nobody has paid THB ${payment.amount} for order ${orderId}, and its time to pay is over. It was kept.`,
        idempotency_key: `one2pays-unpaid-${orderId}`,
      },
    })
  }
}
