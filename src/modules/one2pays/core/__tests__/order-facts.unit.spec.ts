import { owedThrough, toOrderFacts, type OrderRow } from "../order-facts"

type CollectionRow = NonNullable<
  NonNullable<OrderRow["payment_collections"]>[number]
>

const raw = (value: string) => ({ value })

/** The collection that came with the cart; it was made before the order. */
const collection = (
  differences: Partial<CollectionRow> = {}
): CollectionRow => ({
  id: "pay_col_1",
  created_at: "2026-01-01T12:00:00.000Z",
  raw_amount: raw("1000"),
  raw_captured_amount: null,
  raw_refunded_amount: null,
  payments: [],
  payment_sessions: [
    {
      id: "payses_1",
      provider_id: "pp_one2pays_one2pays",
      status: "pending_authorization",
      raw_amount: raw("1000"),
    },
  ],
  ...differences,
})

/** A payment request of staff; it was made after the order. */
const request = (differences: Partial<CollectionRow> = {}) =>
  collection({
    id: "pay_col_2",
    created_at: "2026-01-01T12:05:00.000Z",
    ...differences,
  })

const order = (
  summary: { total: number; booked?: string; paid?: string },
  payment_collections: CollectionRow[] = [collection()],
  differences: Partial<OrderRow> = {}
): OrderRow => ({
  id: "order_1",
  display_id: 1,
  status: "pending",
  canceled_at: null,
  created_at: "2026-01-01T12:01:00.000Z",
  currency_code: "thb",
  total: summary.total,
  items: [{ return_requested_total: 0 }],
  summary: {
    raw_transaction_total: raw(summary.booked ?? "0"),
    raw_paid_total: raw(summary.paid ?? summary.booked ?? "0"),
  },
  payment_collections,
  ...differences,
})

const system = (status: string) => [
  {
    id: "payses_2",
    provider_id: "pp_system_default",
    status,
    raw_amount: raw("1000"),
  },
]

const payment = (
  amount: string,
  canceled_at: string | null = null,
  provider_id = "pp_system_default"
) => ({
  id: "pay_1",
  provider_id,
  captures: [] as { raw_amount: { value: string } }[],
  raw_amount: raw(amount),
  canceled_at,
})

it.each<[string, OrderRow, string]>([
  ["an order that nobody paid", order({ total: 1000 }), "1000.00"],
  ["a credit line", order({ total: 300 }), "300.00"],
  ["credit for all of it", order({ total: 0 }), "0.00"],
  [
    "an edit that the collection does not know of",
    order({ total: 1200.5 }),
    "1200.50",
  ],
  [
    "money of another collection",
    order({ total: 1000, booked: "400" }, [
      collection(),
      request({ raw_amount: raw("400"), raw_captured_amount: raw("400") }),
    ]),
    "600.00",
  ],
  [
    "a capture that core has not booked yet",
    order({ total: 1000 }, [collection({ raw_captured_amount: raw("1000") })]),
    "0.00",
  ],
  [
    "money that another provider holds",
    order({ total: 1000 }, [
      collection({ payments: [payment("1000")], payment_sessions: [] }),
    ]),
    "0.00",
  ],
  [
    "our own money that core has authorized, and not captured yet",
    order({ total: 1000 }, [
      collection({
        payments: [payment("1000", null, "pp_one2pays_one2pays")],
      }),
    ]),
    "1000.00",
  ],
  [
    "another provider that has captured a part of what it holds",
    order({ total: 1000, booked: "300" }, [
      collection(),
      request({
        raw_captured_amount: raw("300"),
        payments: [
          { ...payment("500"), captures: [{ raw_amount: raw("300") }] },
        ],
      }),
    ]),
    "500.00",
  ],
  [
    "an authorization that was canceled",
    order({ total: 1000 }, [
      collection({ payments: [payment("1000", "2026-01-01T12:02:00.000Z")] }),
    ]),
    "1000.00",
  ],
  [
    "another provider that will hear of its money",
    order({ total: 1000 }, [
      collection({ payment_sessions: system("pending_authorization") }),
    ]),
    "0.00",
  ],
  [
    "another provider that was only chosen",
    order({ total: 1000 }, [
      collection({ payment_sessions: system("pending") }),
    ]),
    "1000.00",
  ],
  [
    "more than the total",
    order({ total: 700, booked: "1000" }, [
      collection({ raw_captured_amount: raw("1000") }),
    ]),
    "0.00",
  ],
  [
    "a refund after a return",
    order({ total: 700, booked: "700", paid: "1000" }, [
      collection({
        raw_captured_amount: raw("1000"),
        raw_refunded_amount: raw("300"),
      }),
    ]),
    "0.00",
  ],
  ["digits beyond the satang", order({ total: 333.33333 }), "333.33"],
  ["less than a satang", order({ total: 0.004 }), "0.00"],
  [
    "one satang, which core calls no difference",
    order({ total: 0.01 }),
    "0.01",
  ],
  [
    "a return that is under way",
    order({ total: 1000 }, undefined, {
      items: [{ return_requested_total: 250.5 }, { return_requested_total: 0 }],
    }),
    "749.50",
  ],
  [
    "another currency",
    order({ total: 1000 }, undefined, { currency_code: "usd" }),
    "0.00",
  ],
  [
    "an order that was canceled",
    order({ total: 1000 }, undefined, { status: "canceled" }),
    "0.00",
  ],
  ["a collection that was taken from it", order({ total: 1000 }, []), "0.00"],
])("knows what %s leaves to pay", (_, row, owed) => {
  expect(owedThrough(toOrderFacts(row), "pay_col_1")).toBe(owed)
})

it.each([
  ["its own amount", 1000, "400", "400.00"],
  ["no more than is owed", 250, "400", "250.00"],
])("lets a payment request ask for %s", (_, total, asked, owed) => {
  const facts = toOrderFacts(
    order({ total }, [collection(), request({ raw_amount: raw(asked) })])
  )
  expect(owedThrough(facts, "pay_col_2")).toBe(owed)
  expect(owedThrough(facts, "pay_col_1")).toBe(`${total}.00`)
})

it("says how much a collection has to ask for, so that it is complete when it is paid", () => {
  const [known] = toOrderFacts(
    order({ total: 900, booked: "400" }, [
      collection(),
      request({ raw_amount: raw("400"), raw_captured_amount: raw("400") }),
    ])
  ).collections
  expect(known).toMatchObject({
    open_amount: "1000.00",
    exact_owed: "500",
    exact_due: "500",
  })
})

it("lets a collection that has taken money take no more: core would ask for its whole amount again", () => {
  const facts = toOrderFacts(
    order({ total: 900, booked: "400" }, [
      collection({ raw_captured_amount: raw("400") }),
    ])
  )
  expect(facts.owed).toBe("500.00")
  expect(owedThrough(facts, "pay_col_1")).toBe("0.00")
})

it("rounds one amount in one way, with however many digits core keeps it", () => {
  const kept = ["337.585", "337.58499999999999979"]
  for (const total of kept.map(Number)) {
    for (const asked of kept) {
      const facts = toOrderFacts(
        order({ total }, [collection({ raw_amount: raw(asked) })])
      )
      expect(facts.owed).toBe("337.59")
      expect(facts.collections[0]!.open_amount).toBe("337.59")
    }
  }
})

it("tells money that went back from money that never came", () => {
  const refunded = toOrderFacts(
    order({ total: 1000, booked: "0", paid: "1000" })
  )
  expect(refunded).toMatchObject({ paid: "0.00", was_paid: true })
  expect(toOrderFacts(order({ total: 1000 }))).toMatchObject({
    paid: "0.00",
    was_paid: false,
  })
})

it("tells what was paid beyond the total", () => {
  expect(toOrderFacts(order({ total: 700.25, booked: "1000" })).surplus).toBe(
    "299.75"
  )
})

it.each([
  ["ours", collection().payment_sessions, false],
  ["another's", system("pending"), true],
  ["nobody's", [], false],
])("knows whose provider was chosen: %s", (_, payment_sessions, otherwise) => {
  const [known] = toOrderFacts(
    order({ total: 1000 }, [collection({ payment_sessions })])
  ).collections
  expect(known?.chosen_otherwise).toBe(otherwise)
})

it("knows nothing of an order that core does not have", () => {
  expect(owedThrough(null, "pay_col_1")).toBe("0.00")
})
