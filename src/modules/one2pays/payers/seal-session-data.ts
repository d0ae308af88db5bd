import type { PaymentMethod } from "../../../gateway"
import type { Seal } from "../shared/seal"
import type { ResolvedOptions } from "../config/options"
import type { Unit } from "../gateway-state/unit"
import {
  assertBankTaken,
  isAccepted,
  parsePayer,
  parsePaymentMethod,
  payerInvalid,
  type Payer,
} from "./payer"

/** A payer whose account number core may store. */
export interface SealedPayer {
  account_name: string
  bank_code: string
  /** The account number, sealed for the payment collection of the request. */
  account_sealed: string
}

/** A customer's session data as core may store it until it asks the provider. */
export interface SealedSessionData extends Record<string, unknown> {
  payment_method: PaymentMethod
  payer: SealedPayer
  /** The plugin saves the account for the logged-in customer. */
  save_payer?: true
}

interface Tools {
  seal: Seal
  options: Pick<ResolvedOptions, "paymentMethods" | "banks">
  unit: Pick<Unit, "offeredMethods">
  /** @returns null when the customer has no such account, or it does not open */
  openSaved(customerId: string, id: string): Promise<Payer | null>
}

/**
 * Checks a customer's session data and seals the account number for one payment collection, so that core never stores
 * or shows it. `saved_payer` in place of `payer` names an account of the logged-in customer; null names none. The
 * plugin opens that account and seals it like a typed one.
 *
 * @param customerId the logged-in customer
 * @throws MedusaError `one2pays_payer_invalid`, naming the field; `one2pays_method_unavailable`; `one2pays_bank_refused`
 */
export async function sealSessionData(
  { seal, options, unit, openSaved }: Tools,
  data: Record<string, unknown> | undefined,
  paymentCollectionId: string,
  customerId?: string
): Promise<SealedSessionData> {
  const payment_method = parsePaymentMethod(
    data?.payment_method,
    options.paymentMethods,
    await unit.offeredMethods()
  )
  const saved = data?.saved_payer ?? null
  const payer =
    saved === null
      ? parsePayer(data?.payer)
      : typeof saved === "string" && customerId
        ? await openSaved(customerId, saved)
        : null
  if (!payer || !isAccepted(payer)) {
    throw payerInvalid("saved_payer")
  }
  assertBankTaken(payer, options)
  return {
    payment_method,
    ...(data?.save_payer === true && customerId && saved === null
      ? { save_payer: true as const }
      : {}),
    payer: {
      account_name: payer.account_name,
      bank_code: payer.bank_code,
      account_sealed: seal.seal(
        payer.account_number,
        collectionContext(paymentCollectionId)
      ),
    },
  }
}

/** @throws SealError */
export const openForCollection = (
  seal: Seal,
  sealed: string,
  paymentCollectionId: string
): string => seal.open(sealed, collectionContext(paymentCollectionId))

const collectionContext = (id: string) => `payment_collection:${id}`
