import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { payBackStep } from "./steps/pay-back"

export type PayBackInput = {
  /** Admin user who asks for it: they cannot approve it. */
  actor_id: string
} & (
  | {
      /** Id of a payment whose money is an issue. */
      payment_id: string
    }
  | {
      /** Id of a withdraw that was to pay a customer back, and did not. */
      withdraw_id: string
    }
)

/**
 * Pays money that no order wants back to the account it came from, and closes its issue. The result
 * is the id of the payout, which waits for approval as any other.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED when no money is there that could go back, or a limit or
 * the wallet does not allow it
 */
export const payBackWorkflow = createWorkflow(
  "one2pays-pay-back",
  (input: PayBackInput) => new WorkflowResponse(payBackStep(input))
)
