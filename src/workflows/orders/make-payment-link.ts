import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { staffMessage } from "../../messages"
import { one2paysOf } from "../../modules/one2pays"
import { loadOrderFacts } from "../../modules/one2pays/core/order-facts"
import { queryOf } from "../../modules/one2pays/core/query"
import {
  noSuchOrder,
  staffError,
} from "../../modules/one2pays/errors/staff-error"
import { assertInRange } from "../../modules/one2pays/payments/ask/amount-range"
import {
  findCollectionOfAll,
  refuseToAsk,
} from "../../modules/one2pays/payments/ask-anew"
import { askForOwed } from "./ask-for-rest"

export interface MakePaymentLinkInput {
  order_id: string
}

const makePaymentLinkStep = createStep(
  "one2pays-make-payment-link",
  async ({ order_id }: MakePaymentLinkInput, { container }) => {
    const { payments, options } = one2paysOf(container)
    const [order, known] = await Promise.all([
      loadOrderFacts(queryOf(container), order_id),
      payments.listOfOrder(order_id),
    ])
    if (!order) {
      throw noSuchOrder(order_id)
    }
    const refusal = refuseToAsk(order, known)
    if (refusal) {
      throw staffError(staffMessage(refusal))
    }
    // The page of the link would refuse its customer.
    assertInRange(order.owed, options)
    return new StepResponse(
      findCollectionOfAll(order, known) ?? (await askForOwed(container, order))
    )
  }
)

/**
 * Makes sure that a payment collection asks for all that an order owes, so that staff can send its customer a payment
 * link. The result is its id. The caller has the order's turn: two clicks would make two.
 *
 * @throws MedusaError NOT_FOUND, `one2pays_wrong_state`, `one2pays_amount_below_min` or `one2pays_amount_above_max`
 */
export const makePaymentLinkWorkflow = createWorkflow(
  "one2pays-make-payment-link",
  (input: MakePaymentLinkInput) =>
    new WorkflowResponse(makePaymentLinkStep(input))
)
