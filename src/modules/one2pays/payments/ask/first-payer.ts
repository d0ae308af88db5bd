import type { OrderToPay } from "../../core/order-owner"
import { publicError } from "../../errors/public-error"
import { lastFour, type Payer } from "../../payers/payer"
import { ERASED, SealError } from "../../shared/seal"
import type { PaymentContext } from "../context"
import type { FirstPayerMark, Payment } from "../payment"

/** Nobody had given a payer before somebody who was not logged in as the order's customer. */
const GIVEN_BY_ANOTHER: FirstPayerMark = { account_name: null }

/**
 * Decides whether somebody may give an order this payer. Mails and forwarded pages carry an order's id, a payment link
 * says no more than the store's API tells to its reader, and a refund goes to the payer's account. So the order of a
 * customer with an account keeps the payer that it has, and takes another one from that customer only. Where it has none
 * (a payment link for an order of staff's), anybody may pay it, and the payer is marked. A guest's order keeps its first
 * payer beside another one.
 *
 * @param checkoutId the payment collection of the checkout that the order came from. Its payer is the order's first,
 * also where the process died before it asked the gateway for the payment
 * @returns the mark of a payer whose refund is for a person to decide; null otherwise
 * @throws MedusaError `one2pays_payer_not_yours`
 */
export async function findFirstPayer(
  context: Pick<PaymentContext, "queries" | "openAccountNumber">,
  payer: Payer,
  { order_id, owner, asked_by }: OrderToPay,
  checkoutId: string | null
): Promise<FirstPayerMark | null> {
  const payments = await listPayers(context, order_id, checkoutId)
  const known = payments.find((payment) => isPayerOf(context, payment, payer))
  if (known && isOwn(known)) {
    return null
  }
  // A stranger's earlier payer is a stranger's still: it would take the place of the customer's payment.
  const isStranger = owner !== null && owner !== asked_by
  if (isStranger && payments.some(isOwn)) {
    throw publicError("one2pays_payer_not_yours")
  }
  if (known) {
    return known.first_payer
  }
  if (owner !== null) {
    return isStranger ? GIVEN_BY_ANOTHER : null
  }
  const first = payments.at(-1)
  return first ? (first.first_payer ?? shown(first)) : null
}

/**
 * Finds the payer whom the order of a customer with an account keeps until that customer gives another one.
 *
 * @param checkoutId as for `findFirstPayer`
 * @returns the payment that has this payer; null where anybody may give one
 */
export async function findOwnPayer(
  context: Pick<PaymentContext, "queries">,
  { order_id, owner }: OrderToPay,
  checkoutId: string | null
): Promise<Payment | null> {
  const payments =
    owner === null ? [] : await listPayers(context, order_id, checkoutId)
  return payments.find(isOwn) ?? null
}

const isOwn = ({ first_payer }: Payment) => first_payer === null

/** The payments of an order, the last one first. */
async function listPayers(
  { queries }: Pick<PaymentContext, "queries">,
  orderId: string,
  checkoutId: string | null
): Promise<Payment[]> {
  const payments = await queries.listOfOrder(orderId)
  if (payments.length === 0 && checkoutId !== null) {
    // Core may be deleting the checkout's session at this moment, to make place for the new payer's.
    const atCheckout = await queries.findPayerOfCollection(checkoutId)
    payments.push(...(atCheckout ? [atCheckout] : []))
  }
  return payments
}

const shown = (payment: Payment): FirstPayerMark => ({
  account_name: payment.payer_name,
  bank_code: payment.payer_bank_code,
  last4: payment.payer_last4,
})

function isPayerOf(
  context: Pick<PaymentContext, "openAccountNumber">,
  payment: Payment,
  { account_name, bank_code, account_number }: Payer
): boolean {
  return (
    payment.payer_bank_code === bank_code &&
    payment.payer_last4 === lastFour(account_number) &&
    payment.payer_name.toLowerCase() === account_name.toLowerCase() &&
    opened(context, payment) === account_number
  )
}

/** A number that is erased, or does not open any more, is no evidence: null equals no number. */
function opened(
  { openAccountNumber }: Pick<PaymentContext, "openAccountNumber">,
  payment: Payment
): string | null {
  if (payment.payer_sealed === ERASED) {
    return null
  }
  try {
    return openAccountNumber(payment)
  } catch (error) {
    if (!(error instanceof SealError)) {
      throw error
    }
    return null
  }
}
