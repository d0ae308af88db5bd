import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { createOrderPaymentCollectionWorkflow } from "@medusajs/medusa/core-flows"
import {
  isMoney,
  loadOrderFacts,
  owedThrough,
  type OrderFacts,
} from "../../modules/one2pays/core/order-facts"
import { queryOf } from "../../modules/one2pays/core/query"
import { publicError } from "../../modules/one2pays/errors/public-error"
import { PATIENCE_MS } from "../payments/patience"
import { leasePaymentStep } from "../payments/steps/lease-payment"
import { releasePaymentStep } from "../payments/steps/release-payment"

export interface AskForRestInput {
  order_id: string
  /** A payment of the order, which is leased meanwhile. */
  payment_id: string
}

const askForRestStep = createStep(
  "one2pays-ask-for-rest",
  async ({ order_id }: AskForRestInput, { container }) => {
    const order = await loadOrderFacts(queryOf(container), order_id)
    if (!order || order.canceled) {
      throw publicError("one2pays_order_canceled")
    }
    if (!isMoney(order.owed)) {
      throw publicError("one2pays_already_paid")
    }
    return new StepResponse(await findOrMakeCollection(container, order))
  }
)

/**
 * Makes sure that a payment collection asks for the rest of an order that was paid in part, since the one that has taken
 * money asks for no more. The result is its id. The lease keeps two clicks from making two.
 *
 * @throws MedusaError `one2pays_already_paid` or `one2pays_order_canceled`
 */
export const askForRestWorkflow = createWorkflow(
  "one2pays-ask-for-rest",
  (input: AskForRestInput) => {
    const lease = leasePaymentStep({
      payment_id: input.payment_id,
      patience_ms: PATIENCE_MS,
    })
    const collection = askForRestStep(input)
    releasePaymentStep(lease)
    return new WorkflowResponse(collection)
  }
)

async function findOrMakeCollection(
  container: MedusaContainer,
  order: OrderFacts
): Promise<string> {
  const asking = order.collections.find(({ id }) =>
    isMoney(owedThrough(order, id))
  )
  return asking?.id ?? askForOwed(container, order)
}

/** Makes a payment collection over what an order owes. @returns its id */
export async function askForOwed(
  container: MedusaContainer,
  { id, exact_owed }: OrderFacts
): Promise<string> {
  const { result } = await createOrderPaymentCollectionWorkflow(container).run({
    input: { order_id: id, amount: Number(exact_owed) },
  })
  const [made] = result as { id: string }[]
  if (!made) {
    throw new Error(`[one2pays] order ${id} got no payment collection`)
  }
  return made.id
}
