import {
  createPaymentSchema,
  createWithdrawSchema,
  validate,
} from "../create-input"

const payment = {
  amount: "10.00",
  referenceId: "order_1",
  paymentMethod: "promptpay",
  customerBankAccountName: "สมชาย ใจดี",
  customerBankAccountNumber: "1234567890",
  customerBankCode: "004",
}

describe("a payment to create", () => {
  it("is THB, which goes without saying", () => {
    expect(validate(createPaymentSchema, payment)).toEqual(payment)
    const lower = { ...payment, currency: "thb" }
    expect(validate(createPaymentSchema, lower)).toEqual(lower)
  })

  it("drops what the gateway does not know", () => {
    const input = { ...payment, merchantId: "m_1" }
    expect(validate(createPaymentSchema, input)).not.toHaveProperty(
      "merchantId"
    )
  })

  it.each([
    ["amount", "0"],
    ["amount", "0.00"],
    ["amount", "-1"],
    ["amount", "1.005"],
    ["amount", "1e3"],
    ["amount", "1,000"],
    ["amount", ""],
    ["amount", 10],
    ["currency", "USD"],
    ["referenceId", ""],
    ["referenceId", "order 1"],
    ["referenceId", "order/1"],
    ["referenceId", ".."],
    ["referenceId", "x".repeat(256)],
    ["paymentMethod", "credit_card"],
    ["customerBankAccountName", " "],
    ["customerBankAccountNumber", ""],
    ["customerBankCode", "04"],
    ["customerBankCode", "KBANK"],
    ["description", "x".repeat(256)],
    ["metadata", "text"],
    ["idempotencyKey", ""],
    ["expiresInMinutes", 4],
    ["expiresInMinutes", 1441],
    ["expiresInMinutes", 7.5],
  ])("is refused for its %s %j, before it is sent", (field, value) => {
    expect(() =>
      validate(createPaymentSchema, { ...payment, [field]: value })
    ).toThrow(
      expect.objectContaining({
        code: "VALIDATION_ERROR",
        outcome: "not_sent",
        field,
        tries: 0,
      })
    )
  })

  it.each(["referenceId", "paymentMethod", "customerBankCode"])(
    "is refused without %s",
    (field) => {
      expect(() =>
        validate(createPaymentSchema, { ...payment, [field]: undefined })
      ).toThrow(expect.objectContaining({ field }))
    }
  )

  it("is refused in words that do not repeat a value", () => {
    const input = { ...payment, customerBankCode: "12345", amount: "secret" }
    expect(() => validate(createPaymentSchema, input)).toThrow(
      "VALIDATION_ERROR: amount must be THB above 0, as a decimal string with at most 2 decimals"
    )
  })

  it.each([null, undefined, "text"])("is refused when it is %p", (input) => {
    expect(() => validate(createPaymentSchema, input)).toThrow(
      "VALIDATION_ERROR: The input must be an object"
    )
  })
})

describe("a withdraw to create", () => {
  const { paymentMethod: _, ...withdraw } = payment

  it("goes to a bank account", () => {
    expect(validate(createWithdrawSchema, withdraw)).toEqual({
      ...withdraw,
      destinationType: "bank_account",
    })
  })

  it("is refused for a wallet, which the gateway does not support", () => {
    const input = { ...withdraw, destinationType: "wallet" }
    expect(() => validate(createWithdrawSchema, input)).toThrow(
      expect.objectContaining({ field: "destinationType" })
    )
  })
})
