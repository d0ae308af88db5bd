import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import type { ReconciliationRun } from "./reconcile-payments"

const AT_ONCE = 100

/** Tells the merchant of issues whose finder died before it could. */
export const announceIssuesStep = createStep(
  "one2pays-announce-issues",
  async ({ has_run }: ReconciliationRun, { container }) => {
    if (has_run) {
      await container
        .resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
        .announceIssues(AT_ONCE)
    }
    return new StepResponse()
  }
)
