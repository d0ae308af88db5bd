import { createWorkflow } from "@medusajs/framework/workflows-sdk"
import { followOrderEditStep } from "./steps/follow-order-edit"

export interface FollowOrderEditInput {
  order_id: string
}

/** Gives an unpaid order whose total has changed a payment over the new amount. */
export const followOrderEditWorkflow = createWorkflow(
  "one2pays-follow-order-edit",
  (input: FollowOrderEditInput) => {
    followOrderEditStep(input)
  }
)
