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
 * One2Pays knows no customers: an account holder is the customer's id, under an id of its own. Its
 * `data` is copied into the context of payment sessions, which the store's API can show, so nothing
 * else may stand there. (Not the customer's id for both: core could not make it again after it wrote
 * the holder and failed to link it.)
 */
export const newAccountHolder = (customer: { id: string }) => ({
  id: generateEntityId(undefined, "o2pah"),
  data: { id: customer.id },
})

/** Whose saved accounts a call is about; null when it does not say. */
export function customerIdOf(context: Context | undefined): string | null {
  const id = context?.account_holder?.data?.id ?? context?.customer?.id
  return typeof id === "string" && id !== "" ? id : null
}

/** @throws MedusaError when the call does not say whose accounts it is about: it must not reach everybody's */
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
