import type { GatewayPayment } from "../../../../gateway"
import { renderMessage, staffMessage, type Message } from "../../../../messages"
import { matchPayment } from "../judge/match"
import { decideSettlement, type Settlement } from "../settlement"
import type { Payment, PaymentIssue, PaymentState } from "../payment"
import type { OrderFacts } from "../../core/order-facts"
import type {
  Booking,
  CorePaymentFacts,
  PaymentFacts,
  SessionFacts,
} from "../../core/session-facts"
import { anOrder, aPayment } from "./payment"

const CURRENCY = staffMessage("other_currency", {
  received: "1290.50",
  currency: "USD",
  expected: "1290.50",
  expected_currency: "THB",
})

const inEnglish = (message: Message | null | undefined) =>
  message ? renderMessage(message, "en") : null

const detailOf = (outcome: Settlement) =>
  outcome.kind === "issue" ? inEnglish(outcome.message) : null

/** A session of an order that waits for its money. The payment's order is the session's, unless a test says otherwise. */
function facts(
  differences: Partial<SessionFacts> = {},
  order: OrderFacts | null = anOrder()
): PaymentFacts {
  return { session: session({ order, ...differences }), order }
}

const GONE: PaymentFacts = { session: null, order: null }

const PAID = anOrder({ owed: "0.00", paid: "1290.50", was_paid: true })

function session(differences: Partial<SessionFacts> = {}): SessionFacts {
  return {
    id: "payses_1",
    provider_id: "pp_one2pays_one2pays",
    status: "pending_authorization",
    amount: "1290.50",
    exact_amount: "1290.5",
    currency_code: "thb",
    payment_collection_id: "pay_col_1",
    payment: null,
    order: anOrder(),
    cart: {
      id: "cart_1",
      email: "somchai@example.com",
      customer_id: "cus_1",
    },
    ...differences,
  }
}

function corePayment(
  differences: Partial<CorePaymentFacts> = {}
): CorePaymentFacts {
  return {
    id: "pay_1",
    captured: true,
    booking: "done",
    ...differences,
  }
}

function gatewayPayment(
  differences: Partial<GatewayPayment> = {}
): GatewayPayment {
  return {
    id: "550e8400-e29b-41d4-a716-446655440000",
    amount: "1290.50",
    gatewayAmount: "129050.00",
    currency: "THB",
    status: "succeeded",
    paymentMethod: "promptpay",
    referenceId: "order_1",
    description: null,
    metadata: { order_id: "order_1", session_id: "payses_1" },
    nextAction: null,
    confirmedAt: null,
    capturedAt: null,
    canceledAt: null,
    expiresAt: null,
    createdAt: null,
    updatedAt: null,
    ...differences,
  }
}

const match = (found: GatewayPayment) =>
  matchPayment(aPayment(), found, "satang")

describe("matchPayment", () => {
  it("accepts money for our reference, our amount, our currency and our session", () => {
    expect(match(gatewayPayment())).toEqual({
      state: "succeeded",
      issue: null,
    })
  })

  it.each([
    ["requires_payment_method", "open"],
    ["requires_confirmation", "open"],
    ["requires_action", "open"],
    ["requires_capture", "open"],
    ["processing", "open"],
    ["a status of next year", "open"],
    ["", "open"],
    ["expired", "expired"],
    ["payment_failed", "failed"],
    ["failed", "failed"],
    ["canceled", "canceled"],
    ["cancelled", "canceled"],
    ["CANCELED", "canceled"],
  ] as const)(
    "reads the status %p as %s, and no issue in it",
    (status, state) => {
      expect(match(gatewayPayment({ status }))).toEqual({
        state,
        issue: null,
      })
    }
  )

  it("raises no issue about another's name while no money has come", () => {
    const other = {
      status: "processing",
      referenceId: "order_2",
      metadata: { session_id: "payses_2" },
    }
    expect(match(gatewayPayment(other)).issue).toBeNull()
  })

  it("raises an issue of a payment that would ask the customer for other money, in whatever status it waits", () => {
    for (const status of ["processing", "requires_action", "new"]) {
      expect(match(gatewayPayment({ status, amount: "1.00" }))).toMatchObject({
        state: "open",
        issue: { code: "qr_amount_mismatch" },
      })
    }
  })

  it.each<[string, Partial<GatewayPayment>, PaymentIssue]>([
    ["another reference", { referenceId: "order_2" }, "unknown_reference"],
    ["a later attempt", { referenceId: "order_1.2" }, "unknown_reference"],
    [
      "another session",
      { metadata: { session_id: "payses_2" } },
      "unknown_reference",
    ],
    ["an empty session", { metadata: { session_id: "" } }, "unknown_reference"],
    ["another currency", { currency: "USD" }, "currency_mismatch"],
    ["a satang less", { amount: "1290.49" }, "amount_mismatch"],
    ["a satang more", { amount: "1290.51" }, "amount_mismatch"],
    ["a fraction of a satang more", { amount: "1290.501" }, "amount_mismatch"],
    ["a hundred times as much", { amount: "129050.00" }, "amount_mismatch"],
    ["a hundredth", { amount: "12.905" }, "amount_mismatch"],
    ["nothing", { amount: "0.00" }, "amount_mismatch"],
    ["less than nothing", { amount: "-1290.50" }, "amount_mismatch"],
  ])("makes an issue of money for %s", (_, differences, code) => {
    expect(match(gatewayPayment(differences))).toEqual({
      state: "succeeded",
      issue: {
        code,
        message: expect.objectContaining({ key: expect.any(String) }),
      },
    })
  })

  it("tells whose money it is before it compares how much it is", () => {
    const foreign = {
      referenceId: "order_2",
      currency: "USD",
      amount: "1.00",
    }
    expect(match(gatewayPayment(foreign)).issue?.code).toBe("unknown_reference")
    expect(
      match(gatewayPayment({ ...foreign, referenceId: null })).issue?.code
    ).toBe("currency_mismatch")
  })

  it.each<[string, Partial<GatewayPayment>]>([
    ["no reference", { referenceId: null }],
    ["no metadata", { metadata: null }],
    ["metadata of other keys", { metadata: { note: "x" } }],
    ["a session that is no text", { metadata: { session_id: 5 } }],
    ["its currency in small letters", { currency: "thb" }],
  ])(
    "accepts a payment that was asked for by our id and has %s",
    (_, differences) => {
      expect(match(gatewayPayment(differences)).issue).toBeNull()
    }
  )

  it("tells staff both sides of the difference", () => {
    const detail = (differences: Partial<GatewayPayment>) =>
      inEnglish(match(gatewayPayment(differences)).issue?.message)
    expect(detail({ amount: "1.00" })).toBe(
      "Received THB 1.00, expected THB 1290.50."
    )
    expect(detail({ currency: "USD" })).toBe(
      "Received 1290.50 USD, expected 1290.50 THB."
    )
    expect(detail({ referenceId: "order_2" })).toBe(
      "Payment 550e8400-e29b-41d4-a716-446655440000 was made for reference order_2, not for order_1."
    )
  })
})

const STATES: readonly PaymentState[] = [
  "initiated",
  "creating",
  "open",
  "succeeded",
  "expired",
  "failed",
  "canceled",
]

/** Everything that Medusa may know of a session and an order, and the outcome for money that matches. */
const FACTS: [
  name: string,
  facts: PaymentFacts,
  money: "settle" | "already_settled" | PaymentIssue,
][] = [
  ["the order waits for it", facts(), "settle"],
  [
    "the order waits for it, authorized",
    facts({ payment: corePayment({ captured: false }) }),
    "settle",
  ],
  ["the order owes more", facts({}, anOrder({ owed: "1500.00" })), "settle"],
  [
    "Medusa has captured it",
    facts({ payment: corePayment() }, PAID),
    "already_settled",
  ],
  [
    "Medusa had captured it before the order was canceled",
    facts({ payment: corePayment() }, { ...PAID, canceled: true }),
    "already_settled",
  ],
  ["session and order are gone", GONE, "order_rolled_back"],
  [
    "there is no order, though there is its session",
    facts({}, null),
    "order_rolled_back",
  ],
  [
    "the session is gone, and the order waits",
    { session: null, order: anOrder() },
    "paid_after_cancel",
  ],
  [
    "the session is gone, and the order is paid",
    { session: null, order: PAID },
    "paid_twice",
  ],
  [
    "the payment collection was taken from the order",
    { session: session({ order: null }), order: anOrder({ collections: [] }) },
    "paid_after_cancel",
  ],
  [
    "the session's order is another one",
    { session: session({ order: anOrder({ id: "order_2" }) }), order: null },
    "order_rolled_back",
  ],
  [
    "the order was canceled",
    facts({}, anOrder({ canceled: true })),
    "paid_after_cancel",
  ],
  ["the order was paid otherwise", facts({}, PAID), "paid_twice"],
  [
    "another provider holds the money",
    facts({}, anOrder({ owed: "0.00", held: "1290.50" })),
    "paid_twice",
  ],
  [
    "credit left nothing to pay",
    facts({}, anOrder({ owed: "0.00" })),
    "amount_mismatch",
  ],
  [
    "the order was paid otherwise and canceled",
    facts({}, { ...PAID, canceled: true }),
    "paid_after_cancel",
  ],
  [
    "the session asks for more now",
    facts({ amount: "1300.00" }, anOrder({ owed: "1300.00" })),
    "amount_mismatch",
  ],
  [
    "the order owes a satang less",
    facts({}, anOrder({ owed: "1290.49" })),
    "amount_mismatch",
  ],
  [
    "the session asks for less now",
    facts({ amount: "1290.49" }),
    "amount_mismatch",
  ],
]

describe("decideSettlement", () => {
  describe("when Medusa has captured the money, and not booked it in the order", () => {
    const unbooked = (booking: Booking) =>
      facts({ payment: corePayment({ booking }) }, PAID)

    it.each([
      ["under_way", null, "being_booked"],
      ["cut_off", null, "settle"],
      ["under_way", new Date(), "already_settled"],
      // An older version took it for settled.
      ["cut_off", new Date(), "settle"],
    ] as const)("%s, settled at %s: %s", (booking, settled_at, kind) => {
      const payment = aPayment({ state: "succeeded", settled_at })
      expect(decideSettlement(payment, unbooked(booking))).toEqual({ kind })
    })
  })

  describe.each(FACTS)("when %s", (_, known, money) => {
    it.each(["initiated", "creating", "open"] as const)(
      "waits for a payment that is %s",
      (state) => {
        expect(decideSettlement(aPayment({ state }), known)).toEqual({
          kind: "not_final",
        })
      }
    )

    it.each(["expired", "failed", "canceled"] as const)(
      "says that a payment ended %s",
      (state) => {
        expect(decideSettlement(aPayment({ state }), known)).toEqual({
          kind: "ended",
          state,
        })
      }
    )

    it(`answers money with ${money}`, () => {
      const outcome = decideSettlement(aPayment({ state: "succeeded" }), known)
      expect(outcome).toEqual(
        money === "settle" || money === "already_settled"
          ? { kind: money }
          : {
              kind: "issue",
              issue: money,
              message: expect.objectContaining({ key: expect.any(String) }),
            }
      )
    })

    it("settles no money that was settled before", () => {
      const settled = aPayment({ state: "succeeded", settled_at: new Date() })
      expect(decideSettlement(settled, known)).toEqual({
        kind: "already_settled",
      })
    })

    it("settles no settled money anew because of an issue that came later", () => {
      const settled = aPayment({
        state: "succeeded",
        settled_at: new Date(),
        issue: "paid_twice",
      })
      expect(decideSettlement(settled, known)).toEqual({
        kind: "already_settled",
      })
    })

    it("takes money that goes back for money that never came", () => {
      const payment = aPayment({
        state: "succeeded",
        issue: "amount_mismatch",
        paid_back_at: new Date(),
      })
      expect(decideSettlement(payment, known)).toEqual({
        kind: "ended",
        state: "canceled",
      })
    })

    it("leaves money that is an issue to staff", () => {
      const payment = aPayment({
        state: "succeeded",
        issue: "currency_mismatch",
        issue_message: CURRENCY,
      })
      expect(decideSettlement(payment, known)).toEqual({
        kind: "issue",
        issue: "currency_mismatch",
        message: null,
      })
    })

    it("gives the same facts the same outcome, and leaves them as they were", () => {
      for (const state of STATES) {
        const payment: Payment = Object.freeze(aPayment({ state }))
        const frozen = deepFreeze(structuredClone(known))
        const first = decideSettlement(payment, frozen)
        expect(decideSettlement(payment, frozen)).toEqual(first)
        expect(decideSettlement(aPayment({ state }), known)).toEqual(first)
      }
    })
  })

  it.each(["initiated", "creating", "open"] as const)(
    "makes nothing final of an issue while the payment is %s",
    (state) => {
      const payment = aPayment({ state, issue: "qr_amount_mismatch" })
      expect(decideSettlement(payment, facts()).kind).toBe("not_final")
    }
  )

  it.each<[string, PaymentFacts, PaymentIssue]>([
    ["waits to be paid", facts(), "paid_after_cancel"],
    ["has been paid", facts({ payment: corePayment() }, PAID), "paid_twice"],
  ])(
    "leaves money for a replaced payment to staff while the next one %s",
    (_, known, issue) => {
      const replaced = aPayment({ state: "succeeded", replaced_at: new Date() })
      expect(decideSettlement(replaced, known)).toMatchObject({
        kind: "issue",
        issue,
      })
    }
  )

  it("leaves money for a replaced payment alone when it was settled before", () => {
    const payment = aPayment({
      state: "succeeded",
      replaced_at: new Date(),
      settled_at: new Date(),
    })
    expect(decideSettlement(payment, facts())).toEqual({
      kind: "already_settled",
    })
  })

  it("says of a replaced payment only that it ended without money", () => {
    const payment = aPayment({ state: "expired", replaced_at: new Date() })
    expect(decideSettlement(payment, facts())).toEqual({
      kind: "ended",
      state: "expired",
    })
  })

  it.each([
    [
      "cus_1",
      "somchai@example.com",
      " Cart cart_1, customer somchai@example.com.",
    ],
    ["cus_1", null, " Cart cart_1, customer cus_1."],
    [null, null, " Cart cart_1."],
  ])(
    "names the cart of money whose order is gone (customer %s, email %s)",
    (customer_id, email, named) => {
      const cart = { id: "cart_1", email, customer_id }
      const outcome = decideSettlement(
        aPayment({ state: "succeeded" }),
        facts({ cart }, null)
      )
      expect({ ...outcome, detail: detailOf(outcome) }).toMatchObject({
        issue: "order_rolled_back",
        detail: `THB 1290.50 was paid for order_1, but Medusa has no such order any more.${named} Payment session payses_1.`,
      })
    }
  )

  describe.each([
    ["is open", null],
    ["was resolved before the money came", new Date()],
  ])("of a refused QR whose issue %s,", (_, resolved_at) => {
    const withdrawn = aPayment({
      state: "succeeded",
      issue: "qr_amount_mismatch",
      issue_detail: "The QR asks for THB 129050.00.",
      resolved_at,
    })

    it.each<[string, PaymentFacts, PaymentIssue]>([
      ["the order waits", facts(), "paid_after_cancel"],
      ["the order was rolled back", GONE, "order_rolled_back"],
      ["the order was paid otherwise", facts({}, PAID), "paid_twice"],
      [
        "other money of the session was captured",
        facts({ payment: corePayment() }, PAID),
        "paid_twice",
      ],
    ])("makes a new issue when %s", (_, known, issue) => {
      expect(decideSettlement(withdrawn, known)).toMatchObject({
        kind: "issue",
        issue,
        message: expect.objectContaining({ key: expect.any(String) }),
      })
    })

    it("keeps an issue that staff resolved after the money had come", () => {
      const paid = { ...withdrawn, issue: "amount_mismatch" as const }
      expect(decideSettlement(paid, facts())).toMatchObject({
        issue: "amount_mismatch",
      })
    })
  })

  it("settles only a payment whose order is known", () => {
    const payment = aPayment({
      state: "succeeded",
      order_id: null,
      reference_id: null,
    })
    const known = { session: session(), order: null }
    expect(decideSettlement(payment, known)).toMatchObject({
      kind: "issue",
      issue: "order_rolled_back",
    })
  })

  it("compares the order's amount to the satang, whatever digits Medusa keeps beyond", () => {
    const payment = aPayment({ state: "succeeded", amount: "33.33" })
    const known = facts(
      { amount: "33.33", exact_amount: "33.3333333333" },
      anOrder({ owed: "33.33" })
    )
    expect(decideSettlement(payment, known)).toEqual({ kind: "settle" })
  })

  it("tells staff how much came for which order, and what stands in the way", () => {
    const detail = (known: PaymentFacts) => {
      const outcome: Settlement = decideSettlement(
        aPayment({ state: "succeeded" }),
        known
      )
      return detailOf(outcome)
    }
    expect(detail(GONE)).toBe(
      "THB 1290.50 was paid for order_1, but Medusa has no such order any more. Payment session payses_1."
    )
    expect(detail(facts({}, anOrder({ canceled: true })))).toBe(
      "THB 1290.50 was paid after order order_1 had been canceled."
    )
    expect(detail(facts({}, PAID))).toBe(
      "THB 1290.50 was paid for order order_1, which had been paid already: the order is paid twice, and this money should be paid back."
    )
    expect(detail(facts({}, anOrder({ owed: "5.00" })))).toBe(
      "Received THB 1290.50, but the order now asks for THB 5.00."
    )
  })

  // The session's captured money is that of the payment for the order that was placed again, not this one's.
  it("makes an issue of money for a rolled-back order, though the same session's next order was paid", () => {
    const lost = aPayment({ state: "succeeded", order_id: "order_0" })
    const known = {
      session: session({ payment: corePayment() }),
      order: null,
    }
    expect(decideSettlement(lost, known)).toMatchObject({ kind: "issue" })
  })
})

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === "object" && part !== null) {
      deepFreeze(part)
    }
  }
  return Object.freeze(value)
}
