import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../modules/one2pays"
import { logFailure } from "../../modules/one2pays/log-failure"
import type { GraphQuery } from "../../modules/one2pays/session-facts"
import type { ReconciliationRun } from "./reconcile-payments"

/** As long as core holds a cart for its completion. */
const COMPLETION_MS = 2 * 60_000
/** Choices of the last day, of carts that were left for the most part. */
const AT_ONCE = 1000

/**
 * A process that dies while it places an order may leave one whose payment nobody will ever ask for: core takes the
 * order for placed from the moment when it is tied to its cart, and authorizes afterwards. Such a payment ends
 * here as failed, so that the customer may try again and `unpaidOrders` counts the order. What core had not tied yet, is.
 */
export const failUnopenedStep = createStep(
  "one2pays-fail-unopened",
  async ({ has_run }: ReconciliationRun, { container }) => {
    const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    const choices = has_run ? await one2pays.listInitiated(AT_ONCE) : []
    if (choices.length === 0) {
      return new StepResponse()
    }
    const unopened = await findUnopened(
      container,
      choices.map(({ payment_collection_id }) => payment_collection_id)
    )
    const attemptOf = new Map(choices.map((each) => [each.session_id, each.id]))
    for (const each of unopened) {
      const attemptId = attemptOf.get(each.session_id)
      if (attemptId) {
        await giveUp(container, one2pays, attemptId, each)
      }
    }
    return new StepResponse()
  }
)

/** A session of an order, and what core has tied to the order. */
interface Unopened {
  session_id: string
  order_id: string
  cart_id: string
  payment_collection_id: string
  has_cart: boolean
  has_collection: boolean
  is_canceled: boolean
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

/** What belongs to orders, one way or the other, whose completion is over. */
async function findUnopened(
  container: MedusaContainer,
  collectionIds: string[]
): Promise<Unopened[]> {
  const query = container.resolve<GraphQuery>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_collection",
    fields: [
      "id",
      "payment_sessions.id",
      "order_link.order_id",
      "cart.id",
      "cart.order_link.order_id",
    ],
    filters: { id: [...new Set(collectionIds)] },
  })
  const found = (data as CollectionRow[]).flatMap(
    ({ id, payment_sessions = [], order_link, cart }) => {
      const order_id = order_link?.order_id ?? cart?.order_link?.order_id
      return order_id && cart
        ? payment_sessions.flatMap((session) =>
            session
              ? {
                  session_id: session.id,
                  order_id,
                  cart_id: cart.id,
                  payment_collection_id: id,
                  has_cart: Boolean(cart.order_link),
                  has_collection: Boolean(order_link),
                }
              : []
          )
        : []
    }
  )
  const over = await findOver(
    query,
    found.map(({ order_id }) => order_id)
  )
  return found.flatMap((each) => {
    const is_canceled = over.get(each.order_id)
    return is_canceled === undefined ? [] : { ...each, is_canceled }
  })
}

/** Those of these orders that nobody is completing any more, and whether they are canceled. */
async function findOver(
  query: GraphQuery,
  orderIds: string[]
): Promise<Map<string, boolean>> {
  if (orderIds.length === 0) {
    return new Map()
  }
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "status", "created_at"],
    filters: { id: orderIds },
  })
  const before = Date.now() - COMPLETION_MS
  return new Map(
    (data as OrderRow[])
      .filter(({ created_at }) => new Date(created_at).getTime() < before)
      .map(({ id, status }) => [id, status === "canceled"])
  )
}

async function giveUp(
  container: MedusaContainer,
  one2pays: One2PaysModuleService,
  attemptId: string,
  unopened: Unopened
): Promise<void> {
  const { order_id, cart_id, payment_collection_id } = unopened
  const order = { [Modules.ORDER]: { order_id } }
  try {
    await container
      .resolve(ContainerRegistrationKeys.LINK)
      .create([
        ...(unopened.has_cart
          ? []
          : [{ ...order, [Modules.CART]: { cart_id } }]),
        ...(unopened.has_collection
          ? []
          : [{ ...order, [Modules.PAYMENT]: { payment_collection_id } }]),
      ])
    await one2pays.failUnopened(attemptId, order_id)
    if (unopened.is_canceled) {
      await one2pays.closeOrder(order_id)
    }
  } catch (error) {
    logFailure(
      container.resolve<Logger>(ContainerRegistrationKeys.LOGGER),
      `order ${order_id} was left without a payment and could not be put right`,
      error
    )
  }
}
