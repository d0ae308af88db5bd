import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { systemClock } from "../../gateway"
import { one2paysOf } from "../../modules/one2pays"
import { publicError } from "../../modules/one2pays/errors/public-error"
import { isPayable } from "../../modules/one2pays/payments/lifecycle"
import { prepareOrderPaymentWorkflow } from "./prepare-order-payment"
import { PATIENCE_MS } from "../payments/patience"
import { leasePaymentStep } from "../payments/steps/lease-payment"
import { chooseAnew } from "../payments/steps/open-next-payment"
import { releasePaymentStep } from "../payments/steps/release-payment"

export interface OpenRestPaymentInput {
  order_id: string
  /** The payment that the customer has made before. */
  payment_id: string
  /** The payment collection that asks for the rest. */
  payment_collection_id: string
  /** The method and the payer, sealed for this payment collection. */
  data: Record<string, unknown>
  /** The customer who is logged in and asks. */
  asked_by?: string
}

const openRestPaymentStep = createStep(
  "one2pays-open-rest-payment",
  async (
    { order_id, payment_collection_id, data, asked_by }: OpenRestPaymentInput,
    { container }
  ) => {
    const { payments } = one2paysOf(container)
    const now = new Date(systemClock.now())
    const known = await payments.listOfOrder(order_id)
    if (known.some((payment) => isPayable(payment, now))) {
      throw publicError("one2pays_payment_open")
    }
    return new StepResponse({
      payment_id: await chooseAnew(
        container,
        { order_id, payment_collection_id },
        data,
        asked_by
      ),
    })
  }
)

/**
 * Opens a payment over the rest of an order that was paid in part, through another payment collection than the one that
 * has taken money, as if the customer had followed a payment link. The lease keeps two clicks from asking core at once.
 *
 * @throws MedusaError `one2pays_already_paid`, `one2pays_payment_open`, `one2pays_order_canceled`,
 * `one2pays_payer_not_yours`, or a code of the gateway's failure
 */
export const openRestPaymentWorkflow = createWorkflow(
  "one2pays-open-rest-payment",
  (input: OpenRestPaymentInput) => {
    // This leases the order's other payments one by one.
    prepareOrderPaymentWorkflow.runAsStep({ input })
    const lease = leasePaymentStep({
      payment_id: input.payment_id,
      patience_ms: PATIENCE_MS,
    })
    const opened = openRestPaymentStep(input)
    releasePaymentStep(lease)
    return new WorkflowResponse(opened)
  }
)
