import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { PayoutInput } from "../../modules/one2pays/withdraw-rules/input"
import { createWithdrawsStep } from "./steps/create-withdraws"

export interface CreateWithdrawsInput {
  /** 1 to 10,000 withdraws of kind `payout`. Amounts are THB in major units. */
  rows: PayoutInput[]
  /** The admin user who asks for them. The shop's own code writes `system`. */
  requested_by: string
  /** Requests with the same key are one upload, however often they are sent. */
  idempotency_key?: string
  /** Why payouts are meant that were asked for in the last days, or in the same file. */
  confirm_duplicates?: string
}

/**
 * Creates many withdraws, all or none.
 *
 * @throws MedusaError FORBIDDEN for a requester who does not exist; INVALID_DATA naming each wrong row and its fields; NOT_ALLOWED when their sum is above a limit or
 * the wallet balance
 */
export const createWithdrawsWorkflow = createWorkflow(
  "one2pays-create-withdraws",
  (input: CreateWithdrawsInput) => {
    const batch = transform(input, (given) => ({ ...given, is_batch: true }))
    return new WorkflowResponse(createWithdrawsStep(batch))
  }
)
