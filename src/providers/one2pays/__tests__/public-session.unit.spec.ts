import { aPayment } from "../../../modules/one2pays/payments/__tests__/payment"
import { toSessionData } from "../public-session"

const PUBLIC = {
  session_id: "payses_1",
  amount: 1290.5,
  currency_code: "thb",
  payment_method: "promptpay",
  payer: { name: "สมชาย ใจดี", bank_code: "004", last4: "7890" },
}

/** The data that core stores: it lays the provider's answer over the client's data, and JSON drops undefined keys. */
function stored(sent: Record<string, unknown>): unknown {
  const returned = toSessionData(aPayment(), sent)
  return JSON.parse(
    JSON.stringify({
      ...sent,
      ...returned,
      payer: { ...Object(sent.payer), ...returned.payer },
    })
  )
}

describe("toSessionData", () => {
  it("shows a session's amount, method and payer, the account by its last four digits", () => {
    expect(toSessionData(aPayment())).toEqual(PUBLIC)
  })

  it("shows nothing of the payment that is not meant for everyone", () => {
    const shown = JSON.stringify(
      toSessionData(
        aPayment({
          payer_sealed: "s1.sealed-number",
          issue_detail: "for the merchant",
          next_action: { qrCode: { payload: "000201" } },
        })
      )
    )
    expect(shown).not.toMatch(/sealed|merchant|000201|550e8400|o2ppay/)
  })

  it("removes every key that a client sent and that is not ours", () => {
    expect(
      stored({
        status: "captured",
        gateway_payment_id: "550e8400",
        secret_note: "x",
        nested: { deep: { deeper: true } },
        payer: {
          account_number: "1234567890",
          account_sealed: "s1.x",
          account_name: "x",
          extra: { deep: "1234567890" },
        },
      })
    ).toEqual(PUBLIC)
  })

  it("sets every key of its own, even if the client sent another value for it", () => {
    expect(
      stored({
        session_id: "payses_of_somebody_else",
        amount: 0.01,
        currency_code: { code: "usd" },
        payment_method: ["bank_transfer"],
        payer: { name: { first: "x" }, bank_code: null, last4: "9999" },
      })
    ).toEqual(PUBLIC)
  })

  it.each([
    ["text", "1234567890"],
    ["a number", 1234567890],
    ["a list", ["1234567890", { account_number: "1234567890" }]],
    ["null", null],
    ["nothing", undefined],
  ])("puts our payer in the place of %s", (_, payer) => {
    const returned = toSessionData(aPayment(), { payer })
    expect(JSON.parse(JSON.stringify(returned))).toEqual(PUBLIC)
  })

  it("lets no key of a client's change an object's nature", () => {
    const sent = JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":1,"toString":2,"payer":{"__proto__":{"polluted":true}}}'
    ) as Record<string, unknown>
    const returned = toSessionData(aPayment(), sent)
    expect(Object.getPrototypeOf(returned)).toBe(Object.prototype)
    expect(Object.getPrototypeOf(returned.payer)).toBe(Object.prototype)
    expect(returned.polluted).toBeUndefined()
    expect(JSON.parse(JSON.stringify(returned))).toEqual(PUBLIC)
  })

  it("does not change the client's data", () => {
    const sent = Object.freeze({ a: 1, payer: Object.freeze({ b: 2 }) })
    expect(() => toSessionData(aPayment(), sent)).not.toThrow()
  })

  it.each([
    ["0.01", 0.01],
    ["10.00", 10],
    ["999999999999.99", 999_999_999_999.99],
  ])("writes THB %s as the number %d", (amount, expected) => {
    expect(toSessionData(aPayment({ amount })).amount).toBe(expected)
  })
})
