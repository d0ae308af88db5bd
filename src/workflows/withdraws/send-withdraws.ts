import type { MedusaContainer } from "@medusajs/framework/types"
import {
  StepResponse,
  WorkflowResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { systemClock } from "../../gateway"
import { one2paysOf } from "../../modules/one2pays"
import { queryOf } from "../../modules/one2pays/core/query"

/** Keeps a run below a minute. The next run sends the rest. */
const RUN_MS = 50_000
const REFUNDS_AT_ONCE = 500

const sendWithdrawsStep = createStep(
  "one2pays-send-withdraws",
  async (_: undefined, { container }) => {
    const one2pays = one2paysOf(container)
    const stopAt = systemClock.now() + RUN_MS
    while (!(await one2pays.connection.outage())) {
      if (systemClock.now() >= stopAt) {
        return new StepResponse({ is_cut_off: true })
      }
      // Lost withdraws come first: one may have to be sent again, and it takes part of the wallet until its outcome is known.
      await one2pays.withdraws.resolveLost()
      await one2pays.withdraws.noteMissingKeys()
      const refunds = await confirmRefunds(container)
      const { taken, stopped } = await one2pays.withdraws.send(refunds)
      if (taken === 0 || stopped) {
        break
      }
    }
    return new StepResponse({ is_cut_off: false })
  }
)

/**
 * Forgets the refunds that Medusa asked for and then took back. They must not be paid out: Medusa would ask for them
 * again.
 *
 * @returns the ids of the refunds that may leave
 */
async function confirmRefunds(container: MedusaContainer): Promise<string[]> {
  const { withdraws } = one2paysOf(container)
  const refunds = await withdraws.listSendableRefunds(REFUNDS_AT_ONCE)
  if (refunds.length === 0) {
    return []
  }
  const { data } = await queryOf(container).graph({
    entity: "refund",
    fields: ["id"],
    filters: { id: refunds.flatMap(({ refund_id }) => refund_id ?? []) },
  })
  const known = new Set((data as { id: string }[]).map(({ id }) => id))
  const confirmed: string[] = []
  for (const { id, refund_id } of refunds) {
    if (refund_id && known.has(refund_id)) {
      confirmed.push(id)
    } else {
      await withdraws.forget(id)
    }
  }
  return confirmed
}

/**
 * Sends the approved withdraws. Any number of instances may run it at once. The result says whether it stopped because
 * it ran for long, with some left.
 */
export const sendWithdrawsWorkflow = createWorkflow(
  "one2pays-send-withdraws",
  () => new WorkflowResponse(sendWithdrawsStep())
)
