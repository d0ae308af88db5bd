import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { decideSettlementStep } from "./steps/decide-settlement"
import { endSessionStep } from "./steps/end-session"
import { leasePaymentStep } from "./steps/lease-payment"
import { payOrderStep } from "./steps/pay-order"
import { recordSettlementStep } from "./steps/record-settlement"
import { releasePaymentStep } from "./steps/release-payment"

export interface SettlePaymentInput {
  /** Id of a row of `one2pays_payment`. */
  payment_id: string
  /** True when the caller refreshed the payment a moment ago. */
  is_read?: boolean
  /** Asks the gateway for a settled payment, too: more money may have come. */
  settled_too?: boolean
  /** The time to wait for another process that works on the order. */
  patience_ms?: number
}

/**
 * The one door through which money makes an order paid. Any number of instances may run it, any number of times, for any
 * news of a payment: it asks the gateway itself, and acts on nothing but the gateway's answer.
 */
export const settlePaymentWorkflow = createWorkflow(
  "one2pays-settle-payment",
  (input: SettlePaymentInput) => {
    const lease = leasePaymentStep(input)
    const decided = decideSettlementStep(input)
    when(decided, ({ kind }) => kind === "settle").then(() => {
      payOrderStep({ session: decided.session })
    })
    when("payment-ended", decided, ({ kind }) => kind === "ended").then(() => {
      endSessionStep(decided)
    })
    recordSettlementStep(decided)
    releasePaymentStep(lease)
    // The published result has this name for it.
    const result = transform({ decided, input }, (facts) => ({
      ...facts.decided,
      attempt_id: facts.input.payment_id,
    }))
    return new WorkflowResponse(result)
  }
)
