import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"

export const checkWithdrawStep = createStep(
  "one2pays-check-withdraw",
  async ({ withdraw_id }: { withdraw_id: string }, { container }) => {
    const { payouts } =
      container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    return new StepResponse(await payouts.check(withdraw_id))
  }
)
