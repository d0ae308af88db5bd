import type { PaymentSessionStatus } from "@medusajs/framework/types"
import type { OrderFacts } from "../core/order-facts"
import type { Settlement } from "./settlement"

/**
 * The status that Medusa may give a session. Only `captured` makes an order paid, and only a settlement gets it: money
 * under review leaves the order waiting.
 */
export function toSessionStatus(
  settlement: Settlement,
  order: Pick<OrderFacts, "canceled"> | null
): PaymentSessionStatus {
  switch (settlement.kind) {
    case "settle":
    case "already_settled":
    case "being_booked":
      return "captured"
    case "not_final":
    case "issue":
      // A session that waits for money would make core call a canceled order unpaid again.
      return order?.canceled ? "canceled" : "pending_authorization"
    case "ended":
      return settlement.state === "failed" ? "error" : "canceled"
    default:
      settlement satisfies never
      throw new Error("[one2pays] unknown settlement")
  }
}
