/**
 * Who waits for the answer of a call: `checkout` a customer, `webhook` news of money that must be
 * checked, `payout` a beneficiary, `background` a job. The ranks are served in this order.
 */
export type CallRank = "checkout" | "webhook" | "payout" | "background"

export interface CallOptions {
  /** Stops the call at once, also while it waits before a retry. */
  signal?: AbortSignal
  /** Epoch milliseconds; replaces `timeoutMs` for this call. */
  deadline?: number
  maxTries?: number
  /** Default `"background"`. */
  rank?: CallRank
  /**
   * The merchant's own names for an object that the call names by the gateway's id. They go into
   * the log and into errors and are never sent.
   */
  about?: { referenceId?: string; idempotencyKey?: string }
}
