import {
  canRetry,
  customerStatus,
  isExpired,
  isPayable,
  isToBeCanceled,
  isUnderReview,
  staffStatus,
} from "../lifecycle"
import type { Payment } from "../payment"
import { aPayment } from "./payment"

const NOW = new Date("2026-11-21T09:00:00.000Z")
const BEFORE = new Date(NOW.getTime() - 1)
const LATER = new Date(NOW.getTime() + 1)
const ISSUE = { issue: "amount_mismatch" } as const

/**
 * A payment, its status for the customer and for staff, whether the customer may pay it, and whether they may try
 * again.
 */
const CASES: [
  Partial<Payment>,
  customer: string,
  staff: string,
  payable: boolean,
  retry: boolean,
][] = [
  [{ state: "initiated" }, "processing", "preparing", false, false],
  [{ state: "creating" }, "processing", "preparing", false, false],
  [
    { state: "creating", cancel_requested_at: BEFORE },
    ...(["canceled", "canceling", false, true] as const),
  ],
  [{ state: "open" }, "awaiting_payment", "awaiting", true, false],
  [
    { state: "open", expires_at: LATER },
    ...(["awaiting_payment", "awaiting", true, false] as const),
  ],
  [
    { state: "open", expires_at: NOW },
    ...(["expired", "expired", false, true] as const),
  ],
  [
    { state: "open", cancel_requested_at: BEFORE, expires_at: BEFORE },
    ...(["canceled", "canceling", false, true] as const),
  ],
  [{ state: "expired" }, "expired", "expired", false, true],
  [{ state: "failed" }, "failed", "failed", false, true],
  [{ state: "canceled" }, "canceled", "canceled", false, true],
  [
    { state: "canceled", closed_at: BEFORE },
    ...(["canceled", "canceled", false, false] as const),
  ],
  [
    { state: "succeeded", settled_at: BEFORE },
    ...(["paid", "paid", false, false] as const),
  ],
  [
    { state: "succeeded", ...ISSUE, settled_at: BEFORE },
    ...(["paid", "review", false, false] as const),
  ],
  [{ state: "succeeded" }, "paid", "arrived", false, false],
  [
    { state: "succeeded", ...ISSUE },
    ...(["under_review", "review", false, false] as const),
  ],
  [
    { state: "succeeded", ...ISSUE, resolved_at: BEFORE },
    ...(["under_review", "arrived", false, false] as const),
  ],
  [
    { state: "succeeded", closed_at: BEFORE },
    ...(["under_review", "arrived", false, false] as const),
  ],
  [
    { state: "succeeded", ...ISSUE, resolved_at: BEFORE, paid_back_at: BEFORE },
    ...(["canceled", "arrived", false, true] as const),
  ],
]

it.each(CASES)("%j is %s to the customer and %s to staff", (...facts) => {
  const [differences, customer, staff, payable, retry] = facts
  const payment = aPayment({ expires_at: null, ...differences })
  expect({
    customer: customerStatus(payment, NOW),
    staff: staffStatus(payment, NOW),
    payable: isPayable(payment, NOW),
    retry: canRetry(payment, NOW),
  }).toEqual({ customer, staff, payable, retry })
})

it("reads the admin's times, which are texts", () => {
  const payment = {
    ...aPayment({ state: "open" }),
    expires_at: NOW.toISOString(),
  }
  expect(isExpired(payment, NOW)).toBe(true)
  expect(isExpired(payment, BEFORE)).toBe(false)
  expect(staffStatus(payment, NOW)).toBe("expired")
})

it("wants no payment canceled that has ended", () => {
  const wanted = { cancel_requested_at: BEFORE }
  expect(isToBeCanceled({ state: "open", ...wanted })).toBe(true)
  expect(isToBeCanceled({ state: "succeeded", ...wanted })).toBe(false)
  expect(isToBeCanceled({ state: "initiated", ...wanted })).toBe(false)
})

it("reviews money that came, until its issue is resolved", () => {
  expect(isUnderReview(aPayment({ state: "succeeded", ...ISSUE }))).toBe(true)
  expect(isUnderReview(aPayment({ state: "open", ...ISSUE }))).toBe(false)
})
