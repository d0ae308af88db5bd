import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../modules/one2pays"

/** Longer than core waits for the cart's lock, so that the right does not lapse under its holder. */
const LEASE_SECONDS = 60

/**
 * Takes the right to settle a payment, across all instances.
 *
 * @throws MedusaError CONFLICT while another settlement of the same payment is running
 */
export const leasePaymentStep = createStep(
  "one2pays-lease-payment",
  async ({ payment_id }: { payment_id: string }, { container }) => {
    const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    if (!(await one2pays.acquireLease(payment_id, LEASE_SECONDS))) {
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        `One2Pays payment ${payment_id} is being settled right now`
      )
    }
    return new StepResponse(payment_id, payment_id)
  },
  async (payment_id, { container }) => {
    if (payment_id) {
      await container
        .resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
        .releaseLease(payment_id)
    }
  }
)
