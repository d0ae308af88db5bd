import type { Payment } from "../../modules/one2pays/payments/payment"

/**
 * The data of a payment session. Anyone who knows the cart or the order can read it, so it holds nothing that a thief
 * could use.
 */
export interface PublicSessionData extends Record<string, unknown> {
  session_id: string
  /** THB in major units. */
  amount: number
  currency_code: string
  payment_method: string
  payer: { name: string; bank_code: string; last4: string }
}

/**
 * Core merges the provider's answer over the data that the client sent, key by key and nested. So this function returns
 * every key that the client sent and that is not ours as `undefined`, which removes it.
 */
export function toSessionData(
  payment: Payment,
  sent?: Record<string, unknown> | null
): PublicSessionData {
  return {
    ...blanked(sent),
    session_id: payment.session_id,
    amount: Number(payment.amount),
    currency_code: payment.currency_code,
    payment_method: payment.payment_method,
    payer: {
      ...blanked(sent?.payer),
      name: payment.payer_name,
      bank_code: payment.payer_bank_code,
      last4: payment.payer_last4,
    },
  }
}

function blanked(sent: unknown): Record<string, undefined> {
  return typeof sent === "object" && sent !== null
    ? Object.fromEntries(Object.keys(sent).map((key) => [key, undefined]))
    : {}
}
