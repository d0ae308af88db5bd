import { createWorkflow } from "@medusajs/framework/workflows-sdk"
import { closeOrderStep } from "./steps/close-order"

export interface CloseOrderInput {
  order_id: string
}

/** Ends at the gateway what could still be paid for a canceled order: core does not. */
export const closeOrderWorkflow = createWorkflow(
  "one2pays-close-order",
  (input: CloseOrderInput) => {
    closeOrderStep(input)
  }
)
