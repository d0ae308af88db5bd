import { parseWebhook } from "../event"

describe("parseWebhook", () => {
  it("reads the flat shape of reference/webhooks/events", () => {
    const event = parseWebhook({
      event: "payment.created",
      paymentId: "550e8400",
      referenceId: "order-12345",
      status: "processing",
      amount: "1000.00",
      currency: "THB",
      paymentMethod: "promptpay",
      clientSecret: null,
      nextAction: { type: "display_qr_code" },
      expiresAt: "2024-01-01T01:00:00.000Z",
    })
    expect(event).toEqual({
      name: "payment.created",
      family: "payment",
      eventId: null,
      objectId: "550e8400",
      referenceId: "order-12345",
      status: "processing",
      gatewayAmount: "1000.00",
      currency: "THB",
      createdAt: null,
    })
  })

  it("reads the envelope of guides/webhooks", () => {
    const event = parseWebhook({
      id: "evt_1234567890abcdef",
      type: "payment.succeeded",
      data: {
        id: "pay_1234567890abcdef",
        amount: "1000.00",
        currency: "THB",
        status: "succeeded",
        referenceId: "order-12345",
      },
      createdAt: "2024-01-01T00:00:00Z",
    })
    expect(event).toEqual({
      name: "payment.succeeded",
      family: "payment",
      eventId: "evt_1234567890abcdef",
      objectId: "pay_1234567890abcdef",
      referenceId: "order-12345",
      status: "succeeded",
      gatewayAmount: "1000.00",
      currency: "THB",
      createdAt: "2024-01-01T00:00:00Z",
    })
  })

  it.each([
    ["withdraw.paid", "withdraw"],
    ["withdrawal.failed", "withdraw"],
    ["payout.completed", "withdraw"],
    ["payment.received", "payment"],
    ["payments.received", "other"],
    ["settlement.created", "other"],
    ["customer.updated", "other"],
    ["kyc", "other"],
  ])("puts %s into the family %s", (event, family) => {
    expect(parseWebhook({ event })?.family).toBe(family)
  })

  it.each([
    ["paymentId", { paymentId: "a", withdrawId: "b", id: "c" }, "a"],
    ["withdrawId", { withdrawId: "b", id: "c" }, "b"],
    ["payoutId", { payoutId: "b", id: "c" }, "b"],
    ["data.payoutId", { id: "evt_1", data: { payoutId: "e" } }, "e"],
    ["a flat id", { id: "c" }, "c"],
    ["data.id, not the event's", { id: "evt_1", data: { id: "d" } }, "d"],
    ["data.paymentId", { id: "evt_1", data: { paymentId: "e" } }, "e"],
    ["nothing beside an envelope's own id", { id: "evt_1", data: {} }, null],
  ])("names the object by %s", (_, body, objectId) => {
    expect(parseWebhook({ event: "payment.created", ...body })?.objectId).toBe(
      objectId
    )
  })

  it("finds the reference beside an envelope's data", () => {
    const body = { type: "withdraw.paid", data: { id: "w" }, referenceId: "r" }
    expect(parseWebhook(body)?.referenceId).toBe("r")
  })

  it("takes amounts as numbers too, and no others", () => {
    const amountOf = (amount: unknown) =>
      parseWebhook({ event: "payment.received", amount })?.gatewayAmount
    expect(amountOf(12500.5)).toBe("12500.5")
    expect(amountOf("1000.00")).toBe("1000.00")
    expect(amountOf("free")).toBeNull()
    expect(amountOf({ value: 1 })).toBeNull()
  })

  it("reads on where a field has an odd type", () => {
    const event = parseWebhook({
      event: "payment.received",
      paymentId: 42,
      referenceId: "order_1",
      status: null,
    })
    expect(event).toMatchObject({ objectId: null, referenceId: "order_1" })
  })

  it.each([null, undefined, "text", 7, [], {}, { event: "" }, { event: 5 }])(
    "answers null for %j",
    (body) => {
      expect(parseWebhook(body)).toBeNull()
    }
  )
})
