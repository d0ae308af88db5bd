import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../modules/one2pays"
import { loggerOf } from "../../modules/one2pays/core/query"
import { logFailure } from "../../modules/one2pays/errors/log-failure"

const DELAYED_AT_ONCE = 100

const checkWithdrawsStep = createStep(
  "one2pays-check-withdraws",
  async (_: undefined, { container }) => {
    const { connection, withdraws } = one2paysOf(container)
    const checks = (await connection.outage())
      ? []
      : [
          () => withdraws.checkPending(),
          () => withdraws.checkAnnounced(),
          () => withdraws.checkPaid(),
        ]
    const tells = [
      () => withdraws.noteDelayed(DELAYED_AT_ONCE),
      () => withdraws.tellNews(),
    ]
    // One that fails, as in an outage, keeps none of the others from their work.
    for (const work of [...checks, ...tells]) {
      await work().catch((error: unknown) => {
        logFailure(
          loggerOf(container),
          "a part of the check of payouts failed and comes again with the next run",
          error
        )
      })
    }
    return new StepResponse()
  }
)

/**
 * Asks the gateway about all withdraws that wait there, those that it announced as paid, and paid ones whose money may
 * have come back. It tells of those that take too long.
 */
export const checkWithdrawsWorkflow = createWorkflow(
  "one2pays-check-withdraws",
  () => {
    checkWithdrawsStep()
  }
)
