import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../../modules/one2pays"
import type { PayoutInput } from "../../../modules/one2pays/withdraw-rules/input"

interface Input {
  rows: PayoutInput[]
  requested_by: string
  idempotency_key?: string
  is_batch?: boolean
}

export const createWithdrawsStep = createStep(
  "one2pays-create-withdraws",
  async (
    { rows, requested_by, idempotency_key, is_batch }: Input,
    { container }
  ) => {
    const { withdraws } = one2paysOf(container)
    return new StepResponse(
      await withdraws.create(rows, {
        requested_by,
        request_key: idempotency_key,
        is_batch,
      })
    )
  }
)
