import type { OrderFacts } from "../../core/order-facts"
import { chooseNextCollection } from "../next-collection"
import { chooseShown, statusOfOrder } from "../order-status"
import type { Payment } from "../payment"
import { anOrder, aPayment } from "./payment"

const NOW = new Date("2026-01-01T12:10:00.000Z")

const OWING = anOrder()
const PAID = anOrder({ owed: "0.00", paid: "1290.50", was_paid: true })
const CREDITED = anOrder({ owed: "0.00" })
const HELD = anOrder({ owed: "0.00", held: "1290.50" })
const [COLLECTION] = OWING.collections
const TAKEN = {
  ...COLLECTION!,
  open_amount: "0.00",
  exact_owed: "0",
  is_taken: true,
}
const OF_REST = { ...COLLECTION!, id: "pay_col_2", exact_owed: "200.00" }
/** An order that owes THB 200 more than was paid, with these payment collections beside the one that was paid. */
const partlyPaid = (...others: OrderFacts["collections"]) =>
  anOrder({
    owed: "200.00",
    paid: "1290.50",
    was_paid: true,
    collections: [TAKEN, ...others],
  })
const PARTLY_PAID = partlyPaid(OF_REST)
const UNASKED = partlyPaid()
const ELSEWHERE = partlyPaid({ ...OF_REST, chosen_otherwise: true })
const REFUNDED = anOrder({ was_paid: true })
const CANCELED = anOrder({ canceled: true })

const open = aPayment()
const expired = aPayment({ state: "expired" })
const arrived = aPayment({ state: "succeeded" })
const settled = aPayment({ state: "succeeded", settled_at: NOW })
const reviewed = aPayment({ state: "succeeded", issue: "amount_mismatch" })
const paidBack = aPayment({
  state: "succeeded",
  issue: "amount_mismatch",
  paid_back_at: NOW,
})

/** One table: the last payment, the order, what the customer reads, and whether they may try again. */
it.each<[string, Payment, string, OrderFacts, string, boolean]>([
  ["open", open, "owes", OWING, "awaiting_payment", false],
  ["open", open, "is paid otherwise", PAID, "paid", false],
  ["open", open, "is held by another provider", HELD, "canceled", false],
  ["open", open, "owes nothing after a credit", CREDITED, "paid", false],
  ["open", open, "owes less", anOrder({ owed: "5.00" }), "processing", false],
  ["open", open, "is canceled", CANCELED, "canceled", false],
  ["expired", expired, "owes", OWING, "expired", true],
  ["expired", expired, "is paid", PAID, "paid", false],
  ["expired", expired, "is held by another provider", HELD, "expired", false],
  ["expired", expired, "owes nothing after a credit", CREDITED, "paid", false],
  ["expired", expired, "is canceled", CANCELED, "canceled", false],
  ["arrived", arrived, "owes", OWING, "processing", false],
  ["settled", settled, "is paid", PAID, "paid", false],
  ["settled", settled, "owes the rest", PARTLY_PAID, "partially_paid", true],
  ["settled", settled, "owes it unasked", UNASKED, "partially_paid", true],
  ["settled", settled, "owes it elsewhere", ELSEWHERE, "partially_paid", false],
  ["expired", expired, "owes the rest", PARTLY_PAID, "expired", true],
  ["settled", settled, "was refunded", REFUNDED, "refunded", false],
  [
    "settled",
    settled,
    "was returned and refunded",
    { ...CREDITED, was_paid: true },
    "refunded",
    false,
  ],
  ["settled", settled, "was canceled", CANCELED, "canceled", false],
  ["reviewed", reviewed, "owes", OWING, "under_review", false],
  ["reviewed", reviewed, "was canceled", CANCELED, "under_review", false],
  ["paid back", paidBack, "owes", OWING, "canceled", true],
])(
  "a payment that is %s, of an order that %s",
  (_, payment, __, order, status, can_retry) => {
    expect(statusOfOrder(payment, order, NOW)).toMatchObject({
      status,
      can_retry,
    })
  }
)

it("lets nobody try again who has chosen another provider", () => {
  const [collection] = OWING.collections
  const order = anOrder({
    collections: [{ ...collection!, chosen_otherwise: true }],
  })
  expect(statusOfOrder(expired, order, NOW).can_retry).toBe(false)
})

it("lets nobody try again whose payment request was deleted", () => {
  const order = anOrder({ collections: [] })
  expect(statusOfOrder(expired, order, NOW).can_retry).toBe(false)
})

it("tells what is left to pay, and lets nobody pay it twice", () => {
  expect(statusOfOrder(settled, PARTLY_PAID, NOW).rest).toBe("200.00")
  expect(statusOfOrder(settled, PAID, NOW).rest).toBeNull()
  expect(
    statusOfOrder(settled, PARTLY_PAID, NOW, [settled, open]).can_retry
  ).toBe(false)
})

it.each<[string, OrderFacts, ReturnType<typeof chooseNextCollection>]>([
  ["that of the last one", OWING, { id: "pay_col_1" }],
  ["the one that asks for the rest", PARTLY_PAID, { id: "pay_col_2" }],
  ["one that has to be made", UNASKED, { id: null }],
  ["none beside another provider", ELSEWHERE, null],
  ["none of a paid order", PAID, null],
  ["none of a canceled order", { ...UNASKED, canceled: true }, null],
  [
    "none of an unpaid one that lost its own",
    anOrder({ collections: [] }),
    null,
  ],
])("the next payment goes through %s", (_, order, next) => {
  expect(chooseNextCollection(order, "pay_col_1")).toEqual(next)
})

it("tells of money beyond the total, booked and under review", () => {
  const order = { ...PAID, surplus: "10.25" }
  const twice = aPayment({ state: "succeeded", issue: "paid_twice" })
  expect(statusOfOrder(settled, order, NOW, [settled, twice]).surplus).toBe(
    "1300.75"
  )
  expect(statusOfOrder(settled, PAID, NOW, [settled]).surplus).toBeNull()
})

it.each<[string, Payment[], OrderFacts | null, Payment | null]>([
  ["the last one", [open, expired], OWING, open],
  ["one under review", [expired, reviewed], OWING, reviewed],
  ["the one that paid the order", [expired, settled], PAID, settled],
  [
    "the last one when an earlier one was refunded",
    [expired, settled],
    REFUNDED,
    expired,
  ],
  ["the last one of money", [settled, reviewed], PAID, settled],
  ["none", [], OWING, null],
])("shows %s", (_, payments, order, shown) => {
  expect(chooseShown(payments, order)).toBe(shown)
})
