import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { PayoutInput } from "../../modules/one2pays/withdraw-rules/input"
import { createWithdrawsStep } from "./steps/create-withdraws"

/** A withdraw of kind `payout`. `amount` is THB in major units (1290.50). */
export interface CreateWithdrawInput extends PayoutInput {
  /** The admin user who asks for it, and who cannot approve it. The shop's own code writes `system`. */
  requested_by: string
  /** Requests with the same key create one withdraw, however often they are sent. */
  idempotency_key?: string
  /** Why payouts are meant that were asked for in the last days, or in the same file. */
  confirm_duplicates?: string
}

/**
 * Creates a withdraw. Above `withdraws.approvalAbove` it waits for the approval of a second person; otherwise a job sends
 * it.
 *
 * @throws MedusaError FORBIDDEN for a requester who does not exist; INVALID_DATA naming the fields; NOT_ALLOWED above `maxAmount`, `dailyLimit` or the wallet balance
 */
export const createWithdrawWorkflow = createWorkflow(
  "one2pays-create-withdraw",
  (input: CreateWithdrawInput) => {
    const request = transform(
      input,
      ({ requested_by, idempotency_key, confirm_duplicates, ...payout }) => ({
        requested_by,
        idempotency_key,
        confirm_duplicates,
        rows: [payout],
      })
    )
    const withdraws = createWithdrawsStep(request)
    return new WorkflowResponse(transform(withdraws, ([first]) => first))
  }
)
