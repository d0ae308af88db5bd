import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../../modules/one2pays"
import type { DecidedPayment } from "./decide-settlement"

/** Writes down that a payment is settled, or that its money needs a person. */
export const recordSettlementStep = createStep(
  "one2pays-record-settlement",
  async ({ payment_id, kind, issue }: DecidedPayment, { container }) => {
    const one2pays = one2paysOf(container)
    if (issue) {
      // Without a message the payment has it already.
      if (issue.message) {
        await one2pays.issues.payments.raise(
          payment_id,
          issue.code,
          issue.message
        )
      }
    } else if (kind === "settle" || kind === "already_settled") {
      await one2pays.payments.markSettled(payment_id)
    }
    return new StepResponse()
  }
)
