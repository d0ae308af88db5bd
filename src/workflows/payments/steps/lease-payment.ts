import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { systemClock } from "../../../gateway"
import { staffText } from "../../../messages"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { inProgress } from "../../../modules/one2pays/errors/in-progress"

/** Longer than core waits for the cart's lock, so that the right does not lapse under its holder. */
const LEASE_SECONDS = 60
const LOOK_EVERY_MS = 100

interface Input {
  payment_id: string
  /** How long to wait for whoever has it, for an answer that somebody needs and nobody asks for again. */
  patience_ms?: number
}

/**
 * Takes the right to settle a payment, across all instances.
 *
 * @throws MedusaError `one2pays_in_progress` while another settlement of the same payment is running
 */
export const leasePaymentStep = createStep(
  "one2pays-lease-payment",
  async ({ payment_id, patience_ms = 0 }: Input, { container }) => {
    const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    const deadline = systemClock.now() + patience_ms
    while (!(await one2pays.acquireLease(payment_id, LEASE_SECONDS))) {
      if (systemClock.now() >= deadline) {
        throw inProgress(staffText("payment_in_progress", { id: payment_id }))
      }
      await systemClock.sleep(LOOK_EVERY_MS)
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
