import type { OrderToPay } from "../core/order-owner"
import { publicError } from "../errors/public-error"
import { lastFour, type Payer } from "../payers/payer"
import { ERASED, SealError } from "../shared/seal"
import type { PaymentContext } from "./context"
import type { FirstPayer, Payment } from "./payment"

/**
 * Decides whether somebody may give an order this payer. Mails and forwarded pages carry an order's id, and a refund
 * goes to the payer's account. So the order of a customer with an account takes a new payer from that customer only,
 * and a guest's order keeps its first payer beside another one.
 *
 * @param checkoutId the payment collection of the checkout that the order came from. Its payer is the order's first,
 * also where the process died before it asked the gateway for the payment
 * @returns the order's first payer, where the refund of this one is for a person to decide; null otherwise
 * @throws MedusaError `one2pays_payer_not_yours`
 */
export async function findFirstPayer(
  context: Pick<PaymentContext, "queries" | "openAccountNumber">,
  payer: Payer,
  { order_id, owner, asked_by }: OrderToPay,
  checkoutId: string | null
): Promise<FirstPayer | null> {
  const { queries } = context
  const payments = await queries.listOfOrder(order_id)
  if (payments.length === 0 && checkoutId !== null) {
    // Core may be deleting the checkout's session at this moment, to make place for the new payer's.
    const atCheckout = await queries.findPayerOfCollection(checkoutId)
    payments.push(...(atCheckout ? [atCheckout] : []))
  }
  const known = payments.find((payment) => isPayerOf(context, payment, payer))
  if (known) {
    return known.first_payer
  }
  if (owner !== null) {
    if (owner !== asked_by) {
      throw publicError("one2pays_payer_not_yours")
    }
    return null
  }
  const first = payments.at(-1)
  return first ? (first.first_payer ?? shown(first)) : null
}

const shown = (payment: Payment): FirstPayer => ({
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
