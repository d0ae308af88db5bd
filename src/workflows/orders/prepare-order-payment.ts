import type { MedusaContainer } from "@medusajs/framework/types"
import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../modules/one2pays"
import {
  isMoney,
  loadOrderFacts,
  owedThrough,
  type OrderFacts,
} from "../../modules/one2pays/core/order-facts"
import { loggerOf, queryOf } from "../../modules/one2pays/core/query"
import { assertInRange } from "../../modules/one2pays/payments/ask/amount-range"
import { isInProgress } from "../../modules/one2pays/errors/in-progress"
import {
  publicError,
  reachable,
} from "../../modules/one2pays/errors/public-error"
import {
  isArriving,
  isUnderReview,
} from "../../modules/one2pays/payments/lifecycle"
import { settlePaymentWorkflow } from "../payments/settle-payment"
import { alignCollection } from "../payments/align-collection"

export interface PrepareOrderPaymentInput {
  order_id: string
  payment_collection_id: string
}

const prepareOrderPaymentStep = createStep(
  "one2pays-prepare-order-payment",
  async (
    { order_id, payment_collection_id }: PrepareOrderPaymentInput,
    { container }
  ) => {
    await loadOwed(container, order_id, payment_collection_id)
    await settleOpenPayments(container, order_id)
    const order = await loadOwed(container, order_id, payment_collection_id)
    await alignCollection(container, order, payment_collection_id)
    return new StepResponse()
  }
)

/**
 * Prepares a placed order for another payment session, before core deletes the sessions that it has. It settles what the
 * customer has paid meanwhile, and makes the payment collection ask for what is owed.
 *
 * @throws MedusaError `one2pays_already_paid`, `one2pays_link_paid`, `one2pays_payment_open`, `one2pays_order_canceled`,
 * `one2pays_busy` or a code of the gateway's failure
 */
export const prepareOrderPaymentWorkflow = createWorkflow(
  "one2pays-prepare-order-payment",
  (input: PrepareOrderPaymentInput) => {
    prepareOrderPaymentStep(input)
  }
)

async function loadOwed(
  container: MedusaContainer,
  orderId: string,
  collectionId: string
): Promise<OrderFacts> {
  const order = await loadOrderFacts(queryOf(container), orderId)
  if (!order || order.canceled) {
    throw publicError("one2pays_order_canceled")
  }
  if (!isMoney(order.owed)) {
    throw publicError("one2pays_already_paid")
  }
  // The rest of what is owed is asked for by another collection.
  if (!isMoney(owedThrough(order, collectionId))) {
    const collection = order.collections.find(({ id }) => id === collectionId)
    throw publicError(
      collection?.is_taken ? "one2pays_link_paid" : "one2pays_payment_open"
    )
  }
  assertInRange(owedThrough(order, collectionId), one2paysOf(container).options)
  return order
}

/** Settles what the customer may have paid: an open payment, and one whose money came and waits for its order. */
async function settleOpenPayments(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  const payments = await one2paysOf(container).payments.listOfOrder(orderId)
  // Staff review money for the order, and nobody should pay another time.
  if (payments.some((each) => isUnderReview(each) && !each.settled_at)) {
    throw publicError("one2pays_already_paid")
  }
  for (const payment of payments) {
    if (payment.state !== "open" && !isArriving(payment)) {
      continue
    }
    const { result } = await reachable(
      { logger: loggerOf(container) },
      `order ${orderId} gets no further payment now`,
      () =>
        settlePaymentWorkflow(container).run({
          input: { payment_id: payment.id },
        })
    ).catch((error: unknown) => {
      throw isInProgress(error) ? publicError("one2pays_busy") : error
    })
    if (result.kind === "issue") {
      throw publicError("one2pays_already_paid")
    }
  }
}
