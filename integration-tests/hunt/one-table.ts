import type { Facts, OrderFacts } from "./facts"
import type { Fault } from "./fault"

/** How an order stands, by its money alone. */
type Standing = "canceled" | "owes" | "owes_the_rest" | "paid" | "nothing_to_pay"

/**
 * The one table: how the customer's page and Medusa may call an order, by how it stands. The plugin's statuses describe
 * a payment, so an order that owes may show how its last payment ended. A status ends in `*` where an open issue allows it.
 */
const TABLE: Record<Standing, { customer: string[]; medusa: string[] }> = {
  canceled: {
    customer: ["canceled", "expired", "failed", "refunded", "under_review*"],
    medusa: ["canceled", "refunded", "partially_refunded"],
  },
  owes: {
    customer: [
      ...["awaiting_payment", "expired", "failed", "canceled", "processing"],
      ...["under_review*", "refunded"],
    ],
    medusa: ["not_paid", "awaiting", "refunded", "authorized", "canceled"],
  },
  owes_the_rest: {
    customer: [
      ...["awaiting_payment", "expired", "failed", "canceled", "processing"],
      ...["under_review*", "partially_paid"],
    ],
    medusa: ["partially_captured", "partially_refunded", "captured"],
  },
  paid: {
    customer: ["paid", "refunded", "under_review*"],
    medusa: ["captured", "partially_captured", "partially_refunded", "refunded"],
  },
  nothing_to_pay: {
    customer: ["paid", "canceled", "refunded", "under_review*"],
    medusa: [
      ...["not_paid", "awaiting", "captured", "canceled", "refunded"],
      ...["partially_refunded", "partially_captured"],
    ],
  },
}

function standingOf({
  canceled,
  owed,
  captured,
  refunded,
}: OrderFacts): Standing {
  const kept = captured - refunded
  if (canceled) return "canceled"
  if (owed > 0) return kept > 0 ? "owes_the_rest" : "owes"
  return kept > 0 ? "paid" : "nothing_to_pay"
}

/** 5. The customer's answer, the admin's and Medusa's own status agree. */
export function disagreements(facts: Facts): Fault[] {
  return facts.orders.flatMap((order) => {
    const { shown } = order
    const standing = standingOf(order)
    const { customer, medusa } = TABLE[standing]
    const hasIssue = facts.payments.some(
      ({ order_id, issue }) => order_id === order.id && issue !== null
    )
    const row = facts.payments.find(
      ({ reference_id }) => reference_id === shown?.reference_id
    )
    const live = facts.gatewayPayments.filter(
      ({ order_id, status }) => order_id === order.id && status === "processing"
    )
    const found: Fault[] = []
    const expect = (holds: boolean, kind: string, text: string) => {
      if (!holds) {
        const money = `owed ${order.owed}, captured ${order.captured}, refunded ${order.refunded} satang`
        found.push({ kind, text: `order ${order.id} (${money}) ${text}` })
      }
    }
    if (shown) {
      const { status } = shown
      expect(
        customer.includes(status) ||
          (hasIssue && customer.includes(`${status}*`)),
        "5-customer",
        `is ${standing}, and its customer reads ${status}`
      )
      expect(
        !shown.can_retry || (standing.startsWith("owes") && live.length === 0),
        "5-can-retry",
        `is ${standing}, and its customer may try again`
      )
      expect(
        status !== "awaiting_payment" ||
          (live.length === 1 &&
            live[0]!.reference === shown.reference_id &&
            live[0]!.asked === Math.round(shown.amount * 100)),
        "5-shown-payment",
        `shows ${shown.reference_id} over ${shown.amount}, and the gateway waits for ${JSON.stringify(live)}`
      )
      expect(
        status === "awaiting_payment" || live.length === 0,
        "5-hidden-payment",
        `reads ${status}, and the gateway waits for ${JSON.stringify(live)}`
      )
      expect(
        status !== "under_review" || !row || row.state === "succeeded",
        "5-admin",
        `is under review for its customer, and ${row?.state} for staff`
      )
    } else {
      expect(
        !facts.payments.some(
          ({ order_id, hidden }) => order_id === order.id && !hidden
        ),
        "5-no-answer",
        "has a payment, and its customer gets no answer"
      )
    }
    expect(
      medusa.includes(order.payment_status),
      "5-medusa",
      `is ${standing}, and Medusa calls it ${order.payment_status}`
    )
    return found
  })
}
