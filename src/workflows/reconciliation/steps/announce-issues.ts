import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../../modules/one2pays"
import type { ReconciliationRun } from "./refresh-payments"

const AT_ONCE = 100

/** Tells the merchant of issues that a process raised, and then died before it announced them. */
export const announceIssuesStep = createStep(
  "one2pays-announce-issues",
  async ({ has_run }: ReconciliationRun, { container }) => {
    if (has_run) {
      const { issues } = one2paysOf(container)
      await issues.payments.announceLeft(AT_ONCE)
      await issues.withdraws.announceLeft(AT_ONCE)
    }
    return new StepResponse()
  }
)
