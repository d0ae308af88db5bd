import type { PaymentContext } from "../../payments/context"
import type { Payment } from "../../payments/payment"
import { SealError } from "../../shared/seal"
import type { WithdrawContext } from "../context"
import type { Withdraw } from "../withdraw"

/** Stands before a number that is sealed for the payment whose money goes back. */
const OF_PAYMENT = "payment:"

/**
 * Seals the payer's account number for a refund. While the key is gone, the refund keeps the number as its payment has
 * it: Medusa books a refund whatever we answer, so it must not be lost for a reason that passes.
 *
 * @throws MedusaError `one2pays_account_erased`; SealError where no key would open it
 */
export function sealPayer(
  payments: PaymentContext,
  withdraws: WithdrawContext,
  payment: Payment,
  id: string
): Pick<Withdraw, "account_sealed" | "account_hash"> {
  try {
    const number = payments.openAccountNumber(payment)
    const { payer_bank_code } = payment
    return {
      account_sealed: withdraws.sealAccountNumber(number, id),
      account_hash: withdraws.accountHashes(payer_bank_code, number)[0] ?? null,
    }
  } catch (error) {
    if (error instanceof SealError && error.isKeyGone) {
      return {
        account_sealed: `${OF_PAYMENT}${payment.payer_sealed}`,
        account_hash: null,
      }
    }
    throw error
  }
}

/** The sealed account number of a withdraw, and the row that it was sealed for. */
export const SEALED = {
  sealedOf: ({ account_sealed }: Withdraw): string =>
    isOfPayment(account_sealed)
      ? account_sealed.slice(OF_PAYMENT.length)
      : account_sealed,
  sealedFor: ({ id, payment_id, account_sealed }: Withdraw): string =>
    isOfPayment(account_sealed)
      ? `one2pays_payment:${payment_id}`
      : `one2pays_withdraw:${id}`,
}

const isOfPayment = (sealed: string): boolean => sealed.startsWith(OF_PAYMENT)
