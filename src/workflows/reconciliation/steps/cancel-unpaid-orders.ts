import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { staffMessage } from "../../../messages"
import {
  one2paysOf,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import {
  isMoney,
  loadOrderFacts,
  type OrderFacts,
} from "../../../modules/one2pays/core/order-facts"
import { loggerOf, queryOf } from "../../../modules/one2pays/core/query"
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
    const order = await loadOrderFacts(queryOf(container), orderId)
    if (!order || !waitsForUs(order)) {
      await one2pays.payments.markKeptUnpaid(orderId)
    } else if (one2pays.options.unpaidOrders.action === "keep") {
      await keepOrder(container, one2pays, order)
    } else {
      await cancelOrder(container, one2pays, order)
    }
  } finally {
    await one2pays.payments.release(lease)
  }
}

/**
 * Whether nobody has paid anything for an order, and nobody else is about to. A person decides about an order that is paid
 * in part, and about one whose customer has chosen another provider.
 */
const waitsForUs = (order: OrderFacts): boolean =>
  !order.canceled &&
  isMoney(order.owed) &&
  !isMoney(order.paid) &&
  !isMoney(order.held) &&
  order.collections.every(({ chosen_otherwise }) => !chosen_otherwise)

async function cancelOrder(
  container: MedusaContainer,
  one2pays: One2PaysModuleService,
  order: OrderFacts
): Promise<void> {
  try {
    await cancelOrderWorkflow(container).run({ input: { order_id: order.id } })
  } catch (error) {
    logFailure(
      loggerOf(container),
      `order ${order.id} was not paid and could not be canceled`,
      error
    )
    // Core cancels no fulfilled or completed order, and another try would not change that. The next run tries again after
    // any other failure.
    if (isRefusal(error)) {
      await keepOrder(container, one2pays, order)
    }
    return
  }
  await one2pays.payments.closeOrder(order.id)
  await notifyAdminWorkflow(container).run({
    input: {
      title: staffMessage("unpaid_canceled_title"),
      description: staffMessage("unpaid_canceled", {
        order: order.id,
        owed: order.owed,
      }),
      link: `/orders/${order.id}`,
      idempotency_key: `one2pays-unpaid-canceled-${order.id}`,
    },
  })
}

/** It also recognizes the error after a workflow has carried it, without its class. */
const isRefusal = (error: unknown): boolean =>
  (error as { type?: unknown } | null)?.type === MedusaError.Types.NOT_ALLOWED

async function keepOrder(
  container: MedusaContainer,
  one2pays: One2PaysModuleService,
  order: OrderFacts
): Promise<void> {
  await one2pays.payments.markKeptUnpaid(order.id)
  await notifyAdminWorkflow(container).run({
    input: {
      title: staffMessage("unpaid_kept_title"),
      description: staffMessage("unpaid_kept", {
        order: order.id,
        owed: order.owed,
      }),
      link: `/orders/${order.id}`,
      idempotency_key: `one2pays-unpaid-${order.id}`,
    },
  })
}
