import { anOrder, aPayment } from "./payment"
import { findCollectionOfAll, owedNow, refuseToAsk } from "../ask-anew"
import type { OrderFacts } from "../../core/order-facts"
import type { Payment } from "../payment"

const NOW = new Date("2026-01-01T12:10:00.000Z")

const OWING = anOrder()
const PAID = anOrder({ owed: "0.00", paid: "1290.50", was_paid: true })
const CANCELED = anOrder({ canceled: true })
const short = { state: "succeeded", issue: "amount_mismatch" } as const

/** Whether staff can ask for what an order owes, after these payments. */
it.each<[string, OrderFacts, Partial<Payment>[], string | null]>([
  ["before any payment", OWING, [], null],
  ["while a payment waits", OWING, [{ state: "open" }], null],
  ["after one expired", OWING, [{ state: "expired" }], null],
  ["after one failed", OWING, [{ state: "failed" }], null],
  ["after one was canceled", OWING, [{ state: "canceled" }], null],
  ["once it is paid", PAID, [], "order_owes_nothing"],
  ["once it is canceled", CANCELED, [], "order_owes_nothing"],
  [
    "while money is being booked",
    OWING,
    [{ state: "succeeded" }],
    "order_has_money",
  ],
  ["while staff review money", OWING, [short], "order_has_money"],
  [
    "while they review that of an earlier payment",
    OWING,
    [{ state: "open" }, short],
    "order_has_money",
  ],
  [
    "after they closed the issue",
    OWING,
    [{ ...short, resolved_at: NOW }],
    null,
  ],
  [
    "once the money goes back",
    OWING,
    [{ ...short, paying_back_since: NOW, paid_back_at: NOW }],
    null,
  ],
  [
    "while they review what came beside a settled payment",
    anOrder({ owed: "200.00", paid: "1290.50" }),
    [{ state: "succeeded", settled_at: NOW, issue: "paid_twice" }],
    "order_has_money",
  ],
  [
    "while they owe the customer a refund",
    anOrder({ owed: "200.00", paid: "1290.50" }),
    [{ state: "succeeded", settled_at: NOW, issue: "refund_missing" }],
    null,
  ],
])("%s", (_, order, payments, refusal) => {
  expect(refuseToAsk(order, payments.map(aPayment))).toBe(refusal)
})

it("a canceled order owes nothing", () => {
  expect([OWING, PAID, CANCELED].map(owedNow)).toEqual([
    "1290.50",
    "0.00",
    "0.00",
  ])
})

it("only a payment collection that asks for all serves a link over all", () => {
  const [collection] = OWING.collections
  const part = { ...collection!, id: "pay_col_part", exact_owed: "100" }
  const all = { ...collection!, id: "pay_col_all" }
  const found = (
    collections: OrderFacts["collections"],
    ...payments: Partial<Payment>[]
  ) => findCollectionOfAll(anOrder({ collections }), payments.map(aPayment))
  expect(found([])).toBeNull()
  expect(found([part])).toBeNull()
  expect(found([part, all])).toBe("pay_col_all")

  const payment_collection_id = "pay_col_all"
  const closed = { ...short, resolved_at: NOW, payment_collection_id }
  expect(found([all], { state: "expired", payment_collection_id })).toBe(
    "pay_col_all"
  )
  expect(found([all], closed)).toBeNull()
  expect(found([all], { ...closed, paid_back_at: NOW })).toBe("pay_col_all")
  expect(found([all], { ...closed, settled_at: NOW })).toBe("pay_col_all")
})
