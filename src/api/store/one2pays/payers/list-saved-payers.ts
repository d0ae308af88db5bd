import type {
  IPaymentModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ONE2PAYS_PROVIDER } from "../../../../modules/one2pays/core/is-one2pays"

/** A saved account in the store's answer. */
export interface StoreSavedPayer {
  id: string
  bank_code: string
  /** The last four digits of the account number. */
  last4: string
  /** ISO 8601 */
  last_used_at: string
}

/** The context that names the customer in calls of the payment module. */
export const contextOf = (customerId: string) => ({
  account_holder: { data: { id: customerId } },
})

export async function listSavedPayers(
  scope: MedusaContainer,
  customerId: string
): Promise<StoreSavedPayer[]> {
  const methods = await scope
    .resolve<IPaymentModuleService>(Modules.PAYMENT)
    .listPaymentMethods({
      provider_id: ONE2PAYS_PROVIDER,
      context: contextOf(customerId),
    })
  return methods.map(({ id, data }) => {
    const { bank_code, last4, last_used_at } = data as {
      bank_code: string
      last4: string
      last_used_at: Date
    }
    return { id, bank_code, last4, last_used_at: last_used_at.toISOString() }
  })
}
