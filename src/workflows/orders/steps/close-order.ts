import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { settleQuietly } from "../../payments/settle-quietly"

/**
 * The wish is written down first, for all attempts at once: a gateway that is down now is asked
 * again by the reconciliation, until it has done it.
 */
export const closeOrderStep = createStep(
  "one2pays-close-order",
  async ({ order_id }: { order_id: string }, { container }) => {
    const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    await one2pays.closeOrder(order_id)
    for (const payment of await one2pays.listAttemptsOfOrder(order_id)) {
      const ended = await one2pays.end(payment)
      if (ended.state !== "open" && ended.state !== "creating") {
        await settleQuietly(container, ended.id)
      }
    }
    return new StepResponse()
  }
)
