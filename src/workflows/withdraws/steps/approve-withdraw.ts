import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isOwnRequest } from "../../../modules/one2pays/withdraws/requester"
import type { GraphQuery } from "../../../modules/one2pays/core/session-facts"

interface Input {
  withdraw_id: string
  actor_id: string
}

export const approveWithdrawStep = createStep(
  "one2pays-approve-withdraw",
  async ({ withdraw_id, actor_id }: Input, { container }) => {
    const { payouts } =
      container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    const isOwn = await isOwnRequest(
      container.resolve<GraphQuery>(ContainerRegistrationKeys.QUERY),
      await payouts.retrieve(withdraw_id),
      actor_id
    )
    return new StepResponse(await payouts.approve(withdraw_id, actor_id, isOwn))
  }
)
