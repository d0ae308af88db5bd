/** What a payment's status means for an order. Everything but `open` is final. */
export type PaymentPhase =
  "open" | "succeeded" | "expired" | "failed" | "canceled"

/** What a withdraw's status means for the payout. `paid`, `failed` and `canceled` are final. */
export type WithdrawPhase =
  "open" | "pending" | "processing" | "paid" | "failed" | "canceled"

const paymentPhases: ReadonlyMap<string, PaymentPhase> = new Map([
  ["requires_payment_method", "open"],
  ["requires_confirmation", "open"],
  ["requires_action", "open"],
  ["processing", "open"],
  ["requires_capture", "open"],
  ["succeeded", "succeeded"],
  ["expired", "expired"],
  ["payment_failed", "failed"],
  ["failed", "failed"],
  ["canceled", "canceled"],
  ["cancelled", "canceled"],
])

const withdrawPhases: ReadonlyMap<string, WithdrawPhase> = new Map([
  ["pending", "pending"],
  ["processing", "processing"],
  ["paid", "paid"],
  ["failed", "failed"],
  ["canceled", "canceled"],
  ["cancelled", "canceled"],
])

/**
 * A status that nobody has told us of is open: calling it final could close an order whose money is
 * still on its way.
 */
export function paymentPhase(status: string): PaymentPhase {
  return paymentPhases.get(status.toLowerCase()) ?? "open"
}

/**
 * As `paymentPhase`: an unknown status is `open`, so a payout is asked for again rather than given
 * up or sent twice.
 */
export function withdrawPhase(status: string): WithdrawPhase {
  return withdrawPhases.get(status.toLowerCase()) ?? "open"
}
