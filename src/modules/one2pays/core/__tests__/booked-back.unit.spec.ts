import { toBookedBack, type BookedOrderRow } from "../booked-back"

const raw = (value: string) => ({ raw_amount: { value } })

/** A refund of Medusa's, and the transaction that staff's own request for it books. */
const refund = (id: string, value: string) => ({
  id,
  created_at: "2026-11-21T12:00:00.000Z",
  ...raw(value),
})
const booked = (reference_id: string, value: string) => ({
  reference: "refund",
  reference_id,
  ...raw(value),
})

const order = (
  more: Partial<BookedOrderRow>,
  refunds: ReturnType<typeof refund>[] = [],
  provider_id = "pp_one2pays_one2pays"
): BookedOrderRow => ({
  id: "order_1",
  status: "pending",
  payment_collections: [
    {
      payments: [
        {
          id: "pay_1",
          provider_id,
          payment_session: { id: "payses_1" },
          captures: [raw("1000")],
          refunds,
        },
      ],
    },
  ],
  ...more,
})

const CANCELED = { status: "canceled" }

it.each<[string, BookedOrderRow, string]>([
  ["nothing of an order that stands", order({}), "0"],
  [
    "what staff refunded",
    order({ transactions: [booked("ref_1", "-150.25")] }, [
      refund("ref_1", "150.25"),
    ]),
    "150.25",
  ],
  [
    "a refund whose transaction is not booked yet",
    order({}, [refund("ref_1", "150.25")]),
    "150.25",
  ],
  [
    "all of a canceled order, though each refund was refused",
    order({ ...CANCELED, transactions: [booked("pay_1", "-1000")] }),
    "1000",
  ],
  [
    "all of an order that is being canceled",
    order({ transactions: [booked("pay_1", "-1000")] }),
    "1000",
  ],
  [
    "all of a canceled order, once, where the refund was taken",
    order({ ...CANCELED, transactions: [booked("pay_1", "-1000")] }, [
      refund("ref_1", "1000"),
    ]),
    "1000",
  ],
  [
    "both of a refund and of the rest, which was refused",
    order(
      {
        transactions: [booked("ref_1", "-300"), booked("pay_1", "-700")],
      },
      [refund("ref_1", "300")]
    ),
    "1000",
  ],
  [
    "money that was captured while its order was canceled",
    order(CANCELED),
    "1000",
  ],
])("counts %s", (_, row, amount) => {
  expect(toBookedBack(row)).toMatchObject([
    { order_id: "order_1", session_id: "payses_1", amount },
  ])
})

it("counts no other provider's money", () => {
  expect(toBookedBack(order(CANCELED, [], "pp_stripe_stripe"))).toEqual([])
})
