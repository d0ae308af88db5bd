import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { staffMessage } from "../../../messages"
import { one2paysOf } from "../../../modules/one2pays"
import { staffError } from "../../../modules/one2pays/errors/staff-error"

/** Longer than core waits for the cart's lock, so that the lease does not lapse under its holder. */
const LEASE_SECONDS = 60

interface Input {
  payment_id: string
  /** The time to wait for another holder, where a person needs the answer and no job asks again. */
  patience_ms?: number
}

/**
 * Leases a payment across all instances.
 *
 * @throws MedusaError `one2pays_in_progress` while another process holds the lease
 */
export const leasePaymentStep = createStep(
  "one2pays-lease-payment",
  async ({ payment_id, patience_ms }: Input, { container }) => {
    const { payments } = one2paysOf(container)
    const lease = await payments.lease(payment_id, LEASE_SECONDS, patience_ms)
    if (!lease) {
      throw staffError(staffMessage("payment_in_progress", { id: payment_id }))
    }
    return new StepResponse(lease, lease)
  },
  async (lease, { container }) => {
    if (lease) {
      await one2paysOf(container).payments.release(lease)
    }
  }
)
