import type { One2PaysPayment, PaymentStatus } from "../../../index"
import {
  forgetOpenPayments,
  forgetOrder,
  keepOrder,
  lastKeptOrder,
  onAllForgotten,
} from "../kept-orders"

const payment = (
  order_id: string,
  status: PaymentStatus = "awaiting_payment",
  can_retry = false
): One2PaysPayment => ({
  order_id,
  status,
  amount: 1290.5,
  currency_code: "thb",
  payment_method: "promptpay",
  reference_id: order_id,
  payer: { bank_code: "004", last4: "7890" },
  next_action: null,
  expires_at: null,
  expires_in: null,
  can_retry,
  message: status,
})

let stored: Map<string, string>

/** What tells a page of events. */
const window = new EventTarget()
const page = {
  addEventListener: window.addEventListener.bind(window),
  removeEventListener: window.removeEventListener.bind(window),
  dispatchEvent: window.dispatchEvent.bind(window),
}

beforeEach(() => {
  stored = new Map()
  Object.assign(globalThis, {
    ...page,
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
      removeItem: (key: string) => stored.delete(key),
    },
  })
})

afterEach(() => {
  for (const name of ["localStorage", ...Object.keys(page)]) {
    Reflect.deleteProperty(globalThis, name)
  }
})

it("keeps the order's id and nothing else", () => {
  keepOrder(payment("order_1"))
  expect([...stored]).toEqual([["one2pays.orders", '["order_1"]']])
})

it.each<[PaymentStatus, boolean, string | undefined]>([
  ["awaiting_payment", false, "order_1"],
  ["processing", false, "order_1"],
  ["under_review", false, "order_1"],
  ["partially_paid", true, "order_1"],
  ["expired", true, "order_1"],
  ["expired", false, "order_1"], // late money may still come
  ["failed", true, "order_1"],
  ["failed", false, undefined],
  ["canceled", false, undefined],
  ["paid", false, undefined],
  ["refunded", false, undefined],
])(
  "of a payment that is %s (can_retry %s) it keeps %s",
  (status, retry, id) => {
    keepOrder(payment("order_1"))
    keepOrder(payment("order_1", status, retry))
    expect(lastKeptOrder()).toBe(id)
  }
)

it("leads to an earlier order again once a later one is paid", () => {
  keepOrder(payment("order_1"))
  keepOrder(payment("order_2"))
  expect(lastKeptOrder()).toBe("order_2")
  keepOrder(payment("order_2", "paid"))
  expect(lastKeptOrder()).toBe("order_1")
  forgetOrder("order_1")
  expect(lastKeptOrder()).toBeUndefined()
  expect(stored.size).toBe(0)
})

it("keeps the five shown last, and none after the customer has left", () => {
  for (const nth of [1, 2, 3, 4, 5, 6, 3]) keepOrder(payment(`order_${nth}`))
  expect(JSON.parse(stored.get("one2pays.orders") ?? "")).toEqual(
    [2, 4, 5, 6, 3].map((nth) => `order_${nth}`)
  )
  const heard = jest.fn()
  const stop = onAllForgotten(heard)
  forgetOpenPayments()
  expect(stored.size).toBe(0)
  expect(heard).toHaveBeenCalledTimes(1)
  stop()
  forgetOpenPayments()
  expect(heard).toHaveBeenCalledTimes(1)
})

it.each(["no JSON", "null", "7", "[7, null]", `{"0":"order_1"}`])(
  "takes nothing from %s",
  (text) => {
    stored.set("one2pays.orders", text)
    expect(lastKeptOrder()).toBeUndefined()
    keepOrder(payment("order_1"))
    expect(lastKeptOrder()).toBe("order_1")
  }
)

it("goes on where the browser keeps nothing", () => {
  Reflect.deleteProperty(globalThis, "localStorage")
  keepOrder(payment("order_1"))
  expect(lastKeptOrder()).toBeUndefined()
})
