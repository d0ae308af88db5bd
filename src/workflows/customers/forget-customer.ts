import { createWorkflow } from "@medusajs/framework/workflows-sdk"
import { forgetCustomerStep } from "./steps/forget-customer"

export interface ForgetCustomerInput {
  customer_id: string
}

/** Deletes what was saved for a customer who is gone: core keeps account holders. */
export const forgetCustomerWorkflow = createWorkflow(
  "one2pays-forget-customer",
  (input: ForgetCustomerInput) => {
    forgetCustomerStep(input)
  }
)
