import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { PayoutInput } from "../../modules/one2pays/withdraw-rules/input"
import { createWithdrawsStep } from "./steps/create-withdraws"

export interface CreateWithdrawsInput {
  /** 1 to 10,000 payouts; amounts are THB in major units. */
  rows: PayoutInput[]
  /** Admin user who asks for them; `system` for a shop's own code. */
  requested_by: string
  /** The same key is the same upload, however often it is sent. */
  idempotency_key?: string
}

/**
 * Asks for many payouts, all or none.
 *
 * @throws MedusaError INVALID_DATA naming each wrong row and its fields; NOT_ALLOWED when all of
 * them together are above a limit or the wallet balance
 */
export const createWithdrawsWorkflow = createWorkflow(
  "one2pays-create-withdraws",
  (input: CreateWithdrawsInput) => {
    const batch = transform(input, (given) => ({ ...given, is_batch: true }))
    return new WorkflowResponse(createWithdrawsStep(batch))
  }
)
