import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../../modules/one2pays"
import { queryOf } from "../../../modules/one2pays/core/query"
import type { PayoutInput } from "../../../modules/one2pays/withdraw-rules/input"

interface Input {
  rows: PayoutInput[]
  requested_by: string
  idempotency_key?: string
  confirm_duplicates?: string
  is_batch?: boolean
}

export const createWithdrawsStep = createStep(
  "one2pays-create-withdraws",
  async (
    {
      rows,
      requested_by,
      idempotency_key,
      confirm_duplicates,
      is_batch,
    }: Input,
    { container }
  ) => {
    const { people, withdraws } = one2paysOf(container)
    const person = await people.asking(queryOf(container), requested_by)
    return new StepResponse(
      await withdraws.create(rows, {
        requested_by: person.actor,
        person,
        request_key: idempotency_key,
        confirm_duplicates,
        is_batch,
      })
    )
  }
)
