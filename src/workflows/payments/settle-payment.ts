import {
  createWorkflow,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { endSessionStep } from "./steps/end-session"
import { judgePaymentStep } from "./steps/judge-payment"
import { leasePaymentStep } from "./steps/lease-payment"
import { payOrderStep } from "./steps/pay-order"
import { recordSettlementStep } from "./steps/record-settlement"
import { releasePaymentStep } from "./steps/release-payment"

export interface SettlePaymentInput {
  /** Id of a row of `one2pays_payment`. */
  payment_id: string
  /** The gateway was asked a moment ago, and what it said is recorded. */
  is_read?: boolean
}

/**
 * The one door through which money makes an order paid. Safe to run any number of times, by
 * any number of instances, for any news of a payment: it asks the gateway itself, and acts only
 * on what it says.
 */
export const settlePaymentWorkflow = createWorkflow(
  "one2pays-settle-payment",
  (input: SettlePaymentInput) => {
    leasePaymentStep(input)
    const judged = judgePaymentStep(input)
    when(judged, ({ kind }) => kind === "settle").then(() => {
      payOrderStep({ session: judged.session })
    })
    when("payment-ended", judged, ({ kind }) => kind === "ended").then(() => {
      endSessionStep(judged)
    })
    recordSettlementStep(judged)
    releasePaymentStep(input)
    return new WorkflowResponse(judged)
  }
)
