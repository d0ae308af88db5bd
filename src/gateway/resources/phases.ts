/** The meaning of a payment's status for an order. Every phase but `open` is final. */
type PaymentPhase = "open" | "succeeded" | "expired" | "failed" | "canceled"

/**
 * The meaning of a withdraw's status. `failed` and `canceled` are final. A bank may send a payout back days after it was
 * `paid`, and then it is `failed` or `canceled`.
 */
type WithdrawPhase =
  "open" | "pending" | "processing" | "paid" | "failed" | "canceled"

const paymentPhases: ReadonlyMap<string, PaymentPhase> = new Map([
  ["requires_payment_method", "open"],
  ["requires_confirmation", "open"],
  ["requires_action", "open"],
  ["processing", "open"],
  ["requires_capture", "open"],
  ["succeeded", "succeeded"],
  ["completed", "succeeded"],
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
  ["completed", "paid"],
  ["failed", "failed"],
  ["rejected", "failed"],
  ["returned", "failed"],
  ["reversed", "failed"],
  ["reverted", "failed"],
  ["canceled", "canceled"],
  ["cancelled", "canceled"],
])

/**
 * An undocumented status is `open`: calling it final could cancel an order whose money is still on
 * its way.
 */
export function paymentPhase(status: string): PaymentPhase {
  return paymentPhases.get(status.toLowerCase()) ?? "open"
}

/**
 * An undocumented status is `open`: the plugin then asks the gateway again and neither drops the
 * withdraw nor sends it twice.
 */
export function withdrawPhase(status: string): WithdrawPhase {
  return withdrawPhases.get(status.toLowerCase()) ?? "open"
}
