import {
  paymentPhase,
  withdrawPhase,
  type WebhookEvent,
} from "../../../gateway"

/**
 * The news of an event, as its name or its status tells it:
 *
 * - `none`: it was created or is on its way, by which nothing can have become final
 * - `good`: the money came, or a withdraw was paid
 * - `ended`: it ended without money, or its bank sent the money back
 * - `unknown`: a name that no document lists. Only a read can tell
 */
export type News = "none" | "good" | "ended" | "unknown"

const EARLY = /^(payment|withdraw(al)?|payout)\.(created|pending|processing)$/
const GOOD =
  /^(payment|withdraw(al)?|payout)\.(received|succeeded|paid|completed)$/
const ENDED =
  /^(payment|withdraw(al)?|payout)\.(failed|rejected|returned|reversed|canceled|cancelled|expired)$/

/** Reads the news of an event. It is a claim: the gateway's own answer decides. */
export function newsOf({ family, name, status }: WebhookEvent): News {
  if (family === "other" || EARLY.test(name)) {
    return "none"
  }
  if (GOOD.test(name)) {
    return "good"
  }
  if (ENDED.test(name)) {
    return "ended"
  }
  const phase =
    status && (family === "payment" ? paymentPhase : withdrawPhase)(status)
  switch (phase) {
    case "succeeded":
    case "paid":
      return "good"
    case "expired":
    case "failed":
    case "canceled":
      return "ended"
    default:
      return "unknown"
  }
}
