import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { PayoutInput } from "../../modules/one2pays/withdraw-rules/input"
import { createWithdrawsStep } from "./steps/create-withdraws"

/** A payout: `amount` is THB in major units (1290.50). */
export interface CreateWithdrawInput extends PayoutInput {
  /** Admin user who asks for it; `system` for a shop's own code. They cannot approve it. */
  requested_by: string
  /** The same key is the same payout, however often it is asked for. */
  idempotency_key?: string
}

/**
 * Asks for a payout. It waits for a second person when it is above `withdraws.approvalAbove`, and
 * leaves by itself otherwise.
 *
 * @throws MedusaError INVALID_DATA naming the fields; NOT_ALLOWED above `maxAmount`, `dailyLimit` or
 * the wallet balance
 */
export const createWithdrawWorkflow = createWorkflow(
  "one2pays-create-withdraw",
  (input: CreateWithdrawInput) => {
    const request = transform(
      input,
      ({ requested_by, idempotency_key, ...payout }) => ({
        requested_by,
        idempotency_key,
        rows: [payout],
      })
    )
    const withdraws = createWithdrawsStep(request)
    return new WorkflowResponse(transform(withdraws, ([first]) => first))
  }
)
