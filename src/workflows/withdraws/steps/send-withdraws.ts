import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { systemClock } from "../../../gateway"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import type { GraphQuery } from "../../../modules/one2pays/core/session-facts"

/** Below the time after which the job runs again. */
const RUN_MS = 50_000
const REFUNDS_AT_ONCE = 500

export const sendWithdrawsStep = createStep(
  "one2pays-send-withdraws",
  async (_: undefined, { container }) => {
    const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    const stopAt = systemClock.now() + RUN_MS
    while (systemClock.now() < stopAt && !(await one2pays.maintenance())) {
      // First: what was lost may have to be sent again, and takes part of the wallet until it is known.
      await one2pays.payouts.resolveLost()
      const refunds = await confirmRefunds(container)
      const { taken, stopped } = await one2pays.payouts.send(refunds)
      if (taken === 0 || stopped) {
        break
      }
    }
    return new StepResponse()
  }
)

/**
 * A refund that Medusa took back after it had asked for it must not be paid out: Medusa would ask
 * for it again.
 *
 * @returns ids of those that may leave
 */
async function confirmRefunds(container: MedusaContainer): Promise<string[]> {
  const { payouts } = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  const refunds = await payouts.listSendableRefunds(REFUNDS_AT_ONCE)
  if (refunds.length === 0) {
    return []
  }
  const { data } = await container
    .resolve<GraphQuery>(ContainerRegistrationKeys.QUERY)
    .graph({
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
      await payouts.forget(id)
    }
  }
  return confirmed
}
