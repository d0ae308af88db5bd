import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../modules/one2pays"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { GraphQuery } from "../../modules/one2pays/session-facts"

const AT_ONCE = 500

/** A refund that Medusa took back after it had asked for it must not be paid out: Medusa would ask for it again. */
export const cancelForgottenRefundsStep = createStep(
  "one2pays-cancel-forgotten-refunds",
  async (_: undefined, { container }) => {
    const { payouts } =
      container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    const refunds = await payouts.listSendableRefunds(AT_ONCE)
    const ids = refunds.flatMap(({ refund_id }) => refund_id ?? [])
    if (ids.length > 0) {
      const { data } = await container
        .resolve<GraphQuery>(ContainerRegistrationKeys.QUERY)
        .graph({ entity: "refund", fields: ["id"], filters: { id: ids } })
      const known = new Set((data as { id: string }[]).map(({ id }) => id))
      for (const { id, refund_id } of refunds) {
        if (refund_id && !known.has(refund_id)) {
          await payouts.forget(id)
        }
      }
    }
    return new StepResponse()
  }
)
