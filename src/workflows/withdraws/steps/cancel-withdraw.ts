import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { staffText } from "../../../messages"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"

interface Input {
  withdraw_id: string
  actor_id: string
  reason?: string
}

export const cancelWithdrawStep = createStep(
  "one2pays-cancel-withdraw",
  async ({ withdraw_id, actor_id, reason }: Input, { container }) => {
    const { payouts } =
      container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    return new StepResponse(
      await payouts.cancel(
        withdraw_id,
        actor_id,
        reason ?? staffText("canceled")
      )
    )
  }
)
