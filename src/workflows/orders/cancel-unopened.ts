import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
} from "@medusajs/framework/workflows-sdk"
import { systemClock } from "../../gateway"
import { staffMessage } from "../../messages"
import { one2paysOf } from "../../modules/one2pays"
import {
  loggerOf,
  queryOf,
  type GraphQuery,
} from "../../modules/one2pays/core/query"
import { logFailure } from "../../modules/one2pays/errors/log-failure"
import type { InitiatedPayment } from "../../modules/one2pays/payments/payment"
import { notifyAdminWorkflow } from "../notices/notify-admin"

export interface CancelUnopenedInput {
  /** Initiated payments, with and without an order that waits for them. */
  payments: InitiatedPayment[]
}

/** Core locks a cart for this long to complete it. */
const COMPLETION_MS = 2 * 60_000

const cancelUnopenedStep = createStep(
  "one2pays-cancel-unopened",
  async ({ payments }: CancelUnopenedInput, { container }) => {
    const logAndSkip = (error: unknown): Unopened[] => {
      logFailure(
        loggerOf(container),
        "an order that was left without a payment could not be put right now",
        error
      )
      return []
    }
    for (const unopened of await findUnopened(container, payments).catch(
      logAndSkip
    )) {
      await linkAndCancel(container, unopened).catch(logAndSkip)
    }
    return new StepResponse()
  }
)

/**
 * Cancels those of the initiated payments whose orders were cut off. A process that dies while it places an order may
 * leave an order whose payment no process will ever open: core takes the order for placed once it has linked it to its
 * cart, and authorizes the payment afterwards. After this workflow the customer may try again, and `unpaidOrders` counts
 * the order. The workflow also makes the links that core had not made yet. It never throws: the reconciliation tries
 * again.
 */
export const cancelUnopenedWorkflow = createWorkflow(
  "one2pays-cancel-unopened",
  (input: CancelUnopenedInput) => {
    cancelUnopenedStep(input)
  }
)

/** An initiated payment of an order, and the links that core has made to the order. */
interface Unopened {
  payment_id: string
  order_id: string
  is_canceled: boolean
  cart_id: string
  has_cart: boolean
  payment_collection_id: string
  has_collection: boolean
}

interface CollectionRow {
  id: string
  payment_sessions?: ({ id: string } | null)[]
  order_link?: { order_id: string } | null
  cart?: { id: string; order_link?: { order_id: string } | null } | null
}

interface OrderRow {
  id: string
  status: string
  created_at: string | Date
}

async function findUnopened(
  container: MedusaContainer,
  payments: InitiatedPayment[]
): Promise<Unopened[]> {
  const query = queryOf(container)
  const collections = await query.graph({
    entity: "payment_collection",
    fields: [
      "id",
      "payment_sessions.id",
      "order_link.order_id",
      "cart.id",
      "cart.order_link.order_id",
    ],
    filters: {
      id: [...new Set(payments.map((each) => each.payment_collection_id))],
    },
  })
  const paymentOf = new Map(payments.map((each) => [each.session_id, each.id]))
  const found = (collections.data as CollectionRow[]).flatMap(
    ({ id, payment_sessions = [], order_link, cart }) => {
      const order_id = order_link?.order_id ?? cart?.order_link?.order_id
      const ofSessions = payment_sessions.map((session) =>
        paymentOf.get(session?.id ?? "")
      )
      const [payment_id] = ofSessions
      // An order with a session of another provider belongs to that provider, even if the customer chose One2Pays before.
      if (!order_id || !cart || !payment_id || ofSessions.includes(undefined)) {
        return []
      }
      return {
        payment_id,
        order_id,
        cart_id: cart.id,
        has_cart: Boolean(cart.order_link),
        payment_collection_id: id,
        has_collection: Boolean(order_link),
      }
    }
  )
  const orders = await findUncompleted(
    query,
    found.map(({ order_id }) => order_id)
  )
  return found.flatMap((each) => {
    const order = orders.get(each.order_id)
    return order ? { ...each, is_canceled: order.status === "canceled" } : []
  })
}

/** The orders that no process is completing any more. */
async function findUncompleted(
  query: GraphQuery,
  orderIds: string[]
): Promise<Map<string, OrderRow>> {
  if (orderIds.length === 0) {
    return new Map()
  }
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "status", "created_at"],
    filters: { id: orderIds },
  })
  const before = systemClock.now() - COMPLETION_MS
  return new Map(
    (data as OrderRow[])
      .filter(({ created_at }) => new Date(created_at).getTime() < before)
      .map((order) => [order.id, order])
  )
}

async function linkAndCancel(
  container: MedusaContainer,
  unopened: Unopened
): Promise<void> {
  const { order_id, cart_id, payment_collection_id } = unopened
  const order = { [Modules.ORDER]: { order_id } }
  await container
    .resolve(ContainerRegistrationKeys.LINK)
    .create([
      ...(unopened.has_cart ? [] : [{ ...order, [Modules.CART]: { cart_id } }]),
      ...(unopened.has_collection
        ? []
        : [{ ...order, [Modules.PAYMENT]: { payment_collection_id } }]),
    ])
  const one2pays = one2paysOf(container)
  if (
    !(await one2pays.payments.cancelUnopened(unopened.payment_id, order_id))
  ) {
    return
  }
  if (unopened.is_canceled) {
    await one2pays.payments.closeOrder(order_id)
    return
  }
  await notifyAdminWorkflow(container).run({
    input: {
      title: staffMessage("cut_off_title"),
      description: staffMessage("cut_off", { order: order_id }),
      link: `/orders/${order_id}`,
      idempotency_key: `one2pays-cut-off-${order_id}`,
    },
  })
}
