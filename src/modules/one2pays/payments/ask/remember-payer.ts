import type { PaymentContext } from "../context"
import type { Payment } from "../payment"
import type { SavedPayerStore } from "../../payers/saved-payer-store"

/**
 * Saves the account of a payment for the customer who asked for it. The process waits until the gateway has accepted
 * the account, so that the shop never offers a refused one. It never throws, because the payment stands.
 */
export async function rememberPayer(
  { store, logger, openAccountNumber }: PaymentContext,
  payers: SavedPayerStore,
  payment: Payment
): Promise<void> {
  if (
    !payment.remember_for ||
    (payment.state !== "open" && payment.state !== "succeeded")
  ) {
    return
  }
  const customerId = payment.remember_for
  try {
    const payer = {
      account_name: payment.payer_name,
      account_number: openAccountNumber(payment),
      bank_code: payment.payer_bank_code,
    }
    await store.remember(payment.id, customerId, (db) =>
      payers.save(customerId, payer, db)
    )
  } catch (error) {
    logger.warn(
      `[one2pays] the account of payment ${payment.id} could not be saved for its customer: ${reasonOf(error)}`
    )
  }
}

/** Names the reason of a failure. The message of a failed statement would repeat its values. */
const reasonOf = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error
    ? `database error ${String(error.code)}`
    : error instanceof Error
      ? error.name
      : "unknown"
