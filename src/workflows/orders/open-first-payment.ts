import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { chooseAnew } from "../payments/steps/open-next-payment"
import {
  prepareOrderPaymentWorkflow,
  type PrepareOrderPaymentInput,
} from "./prepare-order-payment"

export interface OpenFirstPaymentInput extends PrepareOrderPaymentInput {
  /** The method and the payer, sealed for this payment collection. */
  data: Record<string, unknown>
}

const openFirstPaymentStep = createStep(
  "one2pays-open-first-payment",
  async ({ data, ...of }: OpenFirstPaymentInput, { container }) =>
    new StepResponse({ payment_id: await chooseAnew(container, of, data) })
)

/**
 * Chooses One2Pays for a placed order, as core's route for payment sessions does for a storefront. The caller has the
 * order's turn.
 *
 * @throws MedusaError as `prepareOrderPaymentWorkflow` does, `one2pays_payer_not_yours`, or a code of the gateway's failure
 */
export const openFirstPaymentWorkflow = createWorkflow(
  "one2pays-open-first-payment",
  (input: OpenFirstPaymentInput) => {
    prepareOrderPaymentWorkflow.runAsStep({ input })
    return new WorkflowResponse(openFirstPaymentStep(input))
  }
)
