import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import type { JudgedPayment } from "./judge-payment"

/** Writes down what became of a payment: settled, or money that a person has to look at. */
export const recordSettlementStep = createStep(
  "one2pays-record-settlement",
  async (
    { payment_id: payment_id, kind, issue }: JudgedPayment,
    { container }
  ) => {
    const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    if (issue) {
      await one2pays.raiseIssue(payment_id, issue.code, issue.detail)
    } else if (kind === "settle" || kind === "already_settled") {
      await one2pays.markSettled(payment_id)
    }
    return new StepResponse()
  }
)
