import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import type { OpenNextPaymentInput } from "./open-next-payment"

/**
 * Writes down that an attempt is to give way, before anything that can fail: nobody may pay it any more, whatever
 * becomes of the next one, and the reconciliation ends it where it is not ended now.
 */
export const giveWayStep = createStep(
  "one2pays-give-way",
  async ({ payment_id, replace_open }: OpenNextPaymentInput, { container }) => {
    if (replace_open) {
      await container
        .resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
        .requestCancel([payment_id])
    }
    return new StepResponse()
  }
)
