import { PAGE_SIZE } from "../shared/read-window"
import type { PaymentState } from "../payments/payment"

/** A payment that has not ended yet, as far as the plugin knows. */
export interface OpenPayment {
  id: string
  gateway_payment_id: string
  /** The state in our table. The process compares the gateway's with it. */
  state?: PaymentState
  /** By the gateway's clock. */
  gateway_created_at: Date
  /** Its place among all payments of this shop, newest first. */
  position: number
  /** Whether the gateway has said how the customer pays it. */
  has_action?: boolean
  updated_at?: Date
}

/** Payments that the process reads together, from list pages of 100. */
export interface ListWindow {
  from: Date
  to: Date
  payments: OpenPayment[]
}

export interface ReadPlan {
  windows: ListWindow[]
  /** Payments that cost fewer calls one by one. */
  singles: OpenPayment[]
}

/** The gateway's bounds may or may not include the very millisecond. */
const EDGE_MS = 1

/**
 * Plans the reads of many payments with the fewest calls. A page of the list shows 100 payments, and those that ended
 * long ago are among them. So the process reads neighbors together, and a lonely payment alone. N payments that lie
 * side by side cost ⌈N/100⌉ pages.
 *
 * @param payments newest first
 */
export function planReads(payments: OpenPayment[]): ReadPlan {
  const plan: ReadPlan = { windows: [], singles: [] }
  for (const group of groupNeighbors(payments)) {
    const [newest, oldest] = [group[0], group.at(-1)]
    if (!newest || !oldest) {
      continue
    }
    const pages = Math.ceil((oldest.position - newest.position + 1) / PAGE_SIZE)
    if (pages < group.length) {
      plan.windows.push({
        from: new Date(oldest.gateway_created_at.getTime() - EDGE_MS),
        to: new Date(newest.gateway_created_at.getTime() + EDGE_MS),
        payments: group,
      })
    } else {
      plan.singles.push(...group)
    }
  }
  return plan
}

/** Groups neighbors. A gap of more than a page costs more to read through than a new start behind it. */
function groupNeighbors(payments: OpenPayment[]): OpenPayment[][] {
  const groups: OpenPayment[][] = []
  for (const payment of payments) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && payment.position - last.position <= PAGE_SIZE) {
      group.push(payment)
    } else {
      groups.push([payment])
    }
  }
  return groups
}
