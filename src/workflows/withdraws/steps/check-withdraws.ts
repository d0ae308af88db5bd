import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"

export const checkWithdrawsStep = createStep(
  "one2pays-check-withdraws",
  async (_: undefined, { container }) => {
    const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    if (!(await one2pays.maintenance())) {
      await one2pays.payouts.checkPending()
    }
    return new StepResponse()
  }
)
