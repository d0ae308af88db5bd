import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../modules/one2pays"

/** Below the time after which the job runs again. */
const RUN_MS = 50_000

export const sendWithdrawsStep = createStep(
  "one2pays-send-withdraws",
  async (_: undefined, { container }) => {
    const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    const stopAt = Date.now() + RUN_MS
    while (Date.now() < stopAt && !(await one2pays.maintenance())) {
      // First: what was lost may have to be sent again, and takes part of the wallet until it is known.
      await one2pays.payouts.resolveLost()
      const { taken, stopped } = await one2pays.payouts.send()
      if (taken === 0 || stopped) {
        break
      }
    }
    return new StepResponse()
  }
)
