import type {
  PaymentAccountHolderDTO,
  PaymentCustomerDTO,
} from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { SavedPayer } from "../../modules/one2pays/payers/saved-payer-store"

interface Context {
  account_holder?: Partial<PaymentAccountHolderDTO>
  customer?: Pick<PaymentCustomerDTO, "id">
}

/**
 * One2Pays knows no customers, so an account holder holds the customer's id alone. Core copies its `data` into the
 * context of payment sessions, which the store's API can show, so nothing else may stand there. The holder has an id of
 * its own: with the customer's id, core could not make it again after it wrote the holder and failed to link it.
 */
export const newAccountHolder = (customer: { id: string }) => ({
  id: generateEntityId(undefined, "o2pah"),
  data: { id: customer.id },
})

/** The customer whose saved accounts a call is about; null when the call does not say. */
export function customerIdOf(context: Context | undefined): string | null {
  const id = context?.account_holder?.data?.id ?? context?.customer?.id
  return typeof id === "string" && id !== "" ? id : null
}

/** @throws MedusaError when the call names no customer: it must not reach the accounts of all of them */
export function requireCustomerId(context: Context | undefined): string {
  const id = customerIdOf(context)
  if (!id) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "One2Pays: the call needs context.account_holder or context.customer"
    )
  }
  return id
}

/** A saved account as Medusa's payment module lists it. */
export const toPaymentMethod = ({ id, ...data }: SavedPayer) => ({
  id,
  data: {
    bank_code: data.bank_code,
    last4: data.last4,
    last_used_at: data.last_used_at,
  },
})
