import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../modules/one2pays"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { GraphQuery } from "../../modules/one2pays/session-facts"

interface Input {
  withdraw_id: string
  actor_id: string
}

export const approveWithdrawStep = createStep(
  "one2pays-approve-withdraw",
  async ({ withdraw_id, actor_id }: Input, { container }) => {
    const { payouts } =
      container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    const { refund_id } = await payouts.retrieve(withdraw_id)
    const asked_by = refund_id
      ? await findRefunder(
          container.resolve<GraphQuery>(ContainerRegistrationKeys.QUERY),
          refund_id
        )
      : null
    return new StepResponse(
      await payouts.approve(withdraw_id, actor_id, asked_by)
    )
  }
)

/** Who asked Medusa for a refund: it does not tell the provider. */
async function findRefunder(
  query: GraphQuery,
  refundId: string
): Promise<string | null> {
  const { data } = await query.graph({
    entity: "refund",
    fields: ["id", "created_by"],
    filters: { id: refundId },
  })
  const [refund] = data as { created_by?: string | null }[]
  return refund?.created_by ?? null
}
