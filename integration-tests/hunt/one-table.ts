import type { Facts, OrderFacts } from "./facts"
import type { Fault } from "./fault"

/** How an order stands, by its money alone. */
type Standing =
  "canceled" | "owes" | "owes_the_rest" | "paid" | "refunded" | "nothing_to_pay"

/** The statuses of a payment that has not made its order paid. */
const UNPAID = ["expired", "failed", "canceled", "under_review*"]
const REFUNDED = ["refunded", "partially_refunded"]

/**
 * The one table: how the customer's page and Medusa may call an order, by how it stands. The plugin's statuses describe
 * a payment, so an order that owes may show how its last payment ended. A status ends in `*` where it takes an issue.
 */
const TABLE: Record<Standing, { customer: string[]; medusa: string[] }> = {
  canceled: {
    customer: [...UNPAID, "refunded"],
    medusa: ["canceled", "not_paid", ...REFUNDED],
  },
  owes: {
    customer: [...UNPAID, "awaiting_payment", "processing"],
    // Core calls an order captured whose collections are full, whatever was added to it since; also one over nothing.
    medusa: [
      ...["not_paid", "awaiting", "authorized", "canceled", "captured"],
      ...["partially_captured", "partially_authorized"],
    ],
  },
  owes_the_rest: {
    customer: [...UNPAID, "awaiting_payment", "processing", "partially_paid"],
    medusa: ["captured", "partially_captured", "partially_refunded"],
  },
  paid: {
    customer: ["paid", "refunded", "under_review*"],
    medusa: ["captured", "partially_captured", ...REFUNDED],
  },
  refunded: {
    customer: ["refunded", "under_review*"],
    medusa: REFUNDED,
  },
  nothing_to_pay: {
    customer: [...UNPAID, "paid"],
    medusa: [
      "captured",
      "partially_captured",
      "not_paid",
      "awaiting",
      "canceled",
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
  // Medusa counts what was refunded as owed again.
  if (owed > refunded) return kept > 0 ? "owes_the_rest" : "owes"
  if (kept > 0) return "paid"
  return refunded > 0 ? "refunded" : "nothing_to_pay"
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
        // Staff look at money that came, and the customer may have paid with the next payment, too.
        ["awaiting_payment", "under_review"].includes(status) ||
          live.length === 0,
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
