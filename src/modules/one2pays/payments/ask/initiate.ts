import { MathBN, MedusaError } from "@medusajs/framework/utils"
import { PUBLIC_ERRORS, type PublicErrorCode } from "../../../../messages"
import { expectedError } from "../../errors/expected-error"
import { assertInRange } from "./amount-range"
import type { PaymentContext } from "../context"
import {
  assertBankTaken,
  lastFour,
  parsePayer,
  parsePaymentMethod,
  payerInvalid,
} from "../../payers/payer"
import { findFirstPayer } from "./first-payer"
import { PaymentStore } from "../store/payment-store"
import type { Payment } from "../payment"
import type { OrderToPay } from "../../core/order-owner"
import type { SessionFacts } from "../../core/session-facts"

/** Where the payer of a payment comes from, and where they go. */
export interface GivenPayer {
  /** The order that the payment is for. Null while there is a cart alone, whose payer is free to change. */
  order: OrderToPay | null
  /** The customer for whom the plugin saves a payer that is written out, once the gateway has accepted it. */
  remember_for?: string
}

/**
 * Stores an initiated payment when a customer chooses One2Pays. It makes no gateway call: a cart that the customer
 * edits or leaves behind leaves nothing at the gateway.
 *
 * @param data the session's data: `payment_method` and `payer`, whose account number is either sealed (from the store's
 * middleware) or plain (from a server-side caller)
 * @throws MedusaError with one of our public codes, such as `one2pays_payer_not_yours` for a payer whom only another
 * customer may give
 */
export async function initiatePayment(
  context: PaymentContext,
  session: SessionFacts,
  data: Record<string, unknown>,
  openSealed: (sealed: string, paymentCollectionId: string) => string,
  { order, remember_for }: GivenPayer
): Promise<Payment> {
  if (session.currency_code.toLowerCase() !== "thb") {
    throw invalid("one2pays_currency_unsupported")
  }
  if (MathBN.lt(session.amount, "0.01")) {
    throw invalid("one2pays_amount_invalid")
  }
  assertInRange(session.amount, context.options)
  const method = parsePaymentMethod(
    data.payment_method,
    context.options.paymentMethods,
    await context.unit.offeredMethods()
  )
  const id = PaymentStore.newId()
  const written = asRecord(data.payer)
  const kept = await findKeptPayer(context, session, written)
  const payer = kept
    ? {
        account_name: kept.payer_name,
        bank_code: kept.payer_bank_code,
        account_number: context.openAccountNumber(kept),
      }
    : parsePayer({
        ...written,
        ...(typeof written?.account_sealed === "string"
          ? {
              account_number: unseal(
                written.account_sealed,
                session.payment_collection_id,
                openSealed
              ),
            }
          : {}),
      })
  assertBankTaken(payer, context.options)
  return context.store.insert({
    id,
    session_id: session.id,
    payment_collection_id: session.payment_collection_id,
    amount: session.amount,
    currency_code: "thb",
    payment_method: method,
    payer_name: payer.account_name,
    payer_bank_code: payer.bank_code,
    payer_last4: lastFour(payer.account_number),
    payer_sealed: context.sealAccountNumber(payer.account_number, id),
    first_payer:
      order &&
      (await findFirstPayer(
        context,
        payer,
        order,
        session.cart && session.payment_collection_id
      )),
    remember_for: kept ? null : (remember_for ?? null),
  })
}

/**
 * Finds the payer of a deleted session. Core makes such a session again from its public data when replacing it failed.
 * That data has no account number, but the row of the deleted session still holds it.
 */
async function findKeptPayer(
  { queries }: PaymentContext,
  session: SessionFacts,
  written: Record<string, unknown> | null
): Promise<Payment | null> {
  const { name, bank_code, last4 } = written ?? {}
  if (
    typeof name !== "string" ||
    typeof bank_code !== "string" ||
    typeof last4 !== "string"
  ) {
    return null
  }
  return queries.findPayerOfCollection(session.payment_collection_id, {
    payer_name: name,
    payer_bank_code: bank_code,
    payer_last4: last4,
  })
}

function unseal(
  sealed: string,
  paymentCollectionId: string,
  openSealed: (sealed: string, paymentCollectionId: string) => string
): string {
  try {
    return openSealed(sealed, paymentCollectionId)
  } catch {
    // It was not sealed by us, or for another payment collection: that is as good as no number.
    throw payerInvalid("account_number")
  }
}

const asRecord = (value: unknown): Record<string, unknown> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null

const invalid = (code: PublicErrorCode) =>
  expectedError(MedusaError.Types.INVALID_DATA, PUBLIC_ERRORS[code].text, code)
