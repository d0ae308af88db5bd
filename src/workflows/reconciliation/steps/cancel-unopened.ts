import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../../modules/one2pays"
import { cancelUnopenedWorkflow } from "../../orders/cancel-unopened"
import type { ReconciliationRun } from "./refresh-payments"

/** Initiated payments of the last day. Most belong to carts that their customers left. */
const AT_ONCE = 1000

/** Runs `cancelUnopenedWorkflow`. A customer who looks at such an order starts it at once; this step serves the others. */
export const cancelUnopenedStep = createStep(
  "one2pays-reconcile-unopened",
  async ({ has_run }: ReconciliationRun, { container }) => {
    const payments = has_run
      ? await one2paysOf(container).payments.listInitiated(AT_ONCE)
      : []
    if (payments.length > 0) {
      await cancelUnopenedWorkflow(container).run({ input: { payments } })
    }
    return new StepResponse()
  }
)
