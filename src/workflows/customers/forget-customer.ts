import type { IPaymentModuleService } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../modules/one2pays"

export interface ForgetCustomerInput {
  customer_id: string
}

interface Holder {
  id: string
  provider_id: string
}

/**
 * Deletes the saved accounts first, since their numbers matter most. Then it deletes the customer's account holder with
 * its e-mail address, and its link.
 */
const forgetCustomerStep = createStep(
  "one2pays-forget-customer",
  async ({ customer_id }: ForgetCustomerInput, { container }) => {
    await one2paysOf(container).forgetCustomer(customer_id)
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "customer_account_holder",
        fields: ["account_holder.id", "account_holder.provider_id"],
        filters: { customer_id },
      })
    const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT)
    for (const { account_holder } of data as { account_holder?: Holder }[]) {
      if (account_holder?.provider_id === "pp_one2pays_one2pays") {
        await payments.deleteAccountHolder(account_holder.id)
        await container.resolve(ContainerRegistrationKeys.LINK).dismiss({
          [Modules.CUSTOMER]: { customer_id },
          [Modules.PAYMENT]: { account_holder_id: account_holder.id },
        })
      }
    }
    return new StepResponse()
  }
)

/** Deletes the saved accounts of a deleted customer, and the account holder, which core keeps. */
export const forgetCustomerWorkflow = createWorkflow(
  "one2pays-forget-customer",
  (input: ForgetCustomerInput) => {
    forgetCustomerStep(input)
  }
)
