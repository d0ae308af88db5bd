import { pick, seeded } from "./random"

/** The end that an order's payment comes to. */
export type Fate =
  | "paid"
  | "expired"
  | "failed"
  | "canceled"
  /** Nobody has paid when the storm is over. */
  | "waiting"
  | "wrong_amount"
  /** Paid after it had expired. */
  | "late"
  /** Expired, and paid with the next payment. */
  | "second_try"
  /** As `second_try`, and the first payment is paid too. */
  | "both_tries"
  /** Paid, after staff let the customer off a part. */
  | "credited"
  /** Paid, after staff doubled what was ordered. */
  | "edited"
  /** Paid, exchanged for more, and the rest is paid. */
  | "exchanged"
  /** Paid by another provider. */
  | "paid_otherwise"

/** How many of a hundred. */
const CHANCES: Record<Fate, number> = {
  paid: 52,
  expired: 7,
  failed: 5,
  canceled: 5,
  waiting: 3,
  wrong_amount: 5,
  late: 4,
  second_try: 4,
  both_tries: 3,
  credited: 3,
  edited: 3,
  exchanged: 3,
  paid_otherwise: 3,
}

/** The status that the customer sees in the end. */
export const SHOWN: Record<Fate, string> = {
  paid: "paid",
  expired: "expired",
  failed: "failed",
  canceled: "canceled",
  waiting: "awaiting_payment",
  wrong_amount: "under_review",
  late: "paid",
  second_try: "paid",
  both_tries: "paid",
  credited: "paid",
  edited: "paid",
  exchanged: "paid",
  paid_otherwise: "paid",
}

/** One customer. All that is left to chance for them follows from their own numbers, whichever others are about. */
export interface Plan {
  fate: Fate
  random: () => number
}

/** So many customers; each fate befalls at least one of them. */
export function planOrders(seed: number, count: number): Plan[] {
  const random = seeded(seed)
  const fates = Object.keys(CHANCES) as Fate[]
  return Array.from({ length: count }, (_, index) => ({
    fate: fates[index] ?? pick(random, CHANCES),
    random: seeded(seed + 1 + index),
  }))
}
