import { costOfLength } from "../../../../__tests__/cost-of-length"
import { MedusaError } from "@medusajs/framework/utils"
import { PAYER_PROBLEMS, PUBLIC_ERRORS } from "../../../../messages"
import {
  lastFour,
  parsePayer,
  parsePaymentMethod,
  payerInvalid,
} from "../payer"

const SOMCHAI = {
  account_name: "สมชาย ใจดี",
  account_number: "1234567890",
  bank_code: "004",
}

/** The error in the answer to a customer. */
function refusal(act: () => unknown): MedusaError {
  try {
    act()
  } catch (error) {
    expect(error).toBeInstanceOf(MedusaError)
    return error as MedusaError
  }
  throw new Error("Nothing was refused")
}

describe("parsePayer", () => {
  it("returns complete details as they are", () => {
    expect(parsePayer(SOMCHAI)).toEqual(SOMCHAI)
  })

  it("drops everything that is not part of a payer", () => {
    expect(
      parsePayer({ ...SOMCHAI, account_sealed: "s1.x", last4: "9999", id: 5 })
    ).toEqual(SOMCHAI)
  })

  it.each([
    ["dashes of a bank book", "123-4-56789-0"],
    ["spaces around and inside", " 123 456 7890\n"],
    ["a no-break space and an en dash", "123\u00a0456\u20137890"],
    ["a zero-width space and a direction mark", "\u200e12345\u200b67890\u202c"],
    ["a byte order mark", "\ufeff1234567890"],
    ["Thai digits", "๑๒๓-๔-๕๖๗๘๙-๐"],
    ["full-width digits", "１２３４５６７８９０"],
    ["minus signs", "123\u22124\u221256789\u22120"],
  ])("cleans a number with %s", (_, account_number) => {
    expect(parsePayer({ ...SOMCHAI, account_number }).account_number).toBe(
      "1234567890"
    )
  })

  it.each([
    ["1234567890", "004"],
    ["123456789012", "030"],
    ["1234567890", "999"],
    ["12345678901", "034"],
    ["123456789012345", "067"],
  ])("takes %s at the bank %s", (account_number, bank_code) => {
    const payer = { ...SOMCHAI, account_number, bank_code }
    expect(parsePayer(payer)).toEqual(payer)
  })

  it.each([
    ["12345678", "004", "too short by 2. Please enter 10 digits."],
    ["1234567890", "030", "too short by 2. Please enter 12 digits."],
    ["123456789012", "004", "too long by 2. Please enter 10 digits."],
    ["123456789", "034", "too short by 1. Please enter 10–15 digits."],
    ["0000000000", "034", "This is no account number."],
    ["12345678x0", "004", "digits only"],
    ["0812345678", "030", "looks like a mobile number"],
    ["1101700230708", "004", "looks like an ID card number"],
  ])("says of %s at the bank %s: %s", (account_number, bank_code, words) => {
    const payer = { ...SOMCHAI, account_number, bank_code }
    expect(refusal(() => parsePayer(payer))).toMatchObject({
      code: "one2pays_payer_invalid",
      message: expect.stringContaining(words),
    })
  })

  it.each([
    ["spaces around", "  สมชาย ใจดี  ", "สมชาย ใจดี"],
    ["lines and tabs inside", "สมชาย\r\n\tใจดี", "สมชาย ใจดี"],
    ["a zero-width space", "สมชาย\u200b ใจดี", "สมชาย ใจดี"],
    ["a reversed direction", "\u202eสมชาย\u202c ใจดี", "สมชาย ใจดี"],
  ])("cleans a name with %s", (_, account_name, expected) => {
    expect(parsePayer({ ...SOMCHAI, account_name }).account_name).toBe(expected)
  })

  it.each([
    "นางสาวน้ำผึ้ง ทรัพย์เจริญกุล",
    "บริษัท กู๊ด จำกัด (มหาชน)",
    "ห้างหุ้นส่วนจำกัด ๑๒๓",
    "Mr. John O'Neil-Smith Jr.",
    "José Müller",
    "李小龍",
    "A",
    "ก".repeat(100),
    "Best Shop 🛒",
  ])("keeps the name %s letter for letter", (account_name) => {
    expect(parsePayer({ ...SOMCHAI, account_name }).account_name).toBe(
      account_name
    )
  })

  it.each([" 014 ", "๐๑๔", "０１４"])(
    "takes %j for the bank 014",
    (bank_code) => {
      expect(parsePayer({ ...SOMCHAI, bank_code }).bank_code).toBe("014")
    }
  )

  it.each([
    ["account_name", undefined],
    ["account_name", null],
    ["account_name", 5],
    ["account_name", ["สมชาย"]],
    ["account_name", ""],
    ["account_name", " \n\t"],
    ["account_name", "\u200b\u2060\ufeff"],
    ["account_name", "🙂🙂🙂"],
    ["account_name", "0123456789"],
    ["account_name", "---"],
    ["account_name", "ก".repeat(101)],
    ["account_name", "nul\u0000byte"],
    ["account_name", "bell\u0007"],
    ["account_name", "half \ud83d of a character"],
    ["account_number", undefined],
    ["account_number", null],
    ["account_number", 1234567890],
    ["account_number", ""],
    ["account_number", "123456789"],
    ["account_number", "1234567890123456"],
    ["account_number", "12345678x0"],
    ["account_number", "+1234567890"],
    ["account_number", "1234567890.0"],
    ["account_number", "1e10"],
    ["account_number", "๑๒๓"],
    ["account_number", "१२३४५६७८९०"],
    ["account_number", "12345🙂67890"],
    ["account_number", "1234567890\u0000"],
    ["bank_code", undefined],
    ["bank_code", 4],
    ["bank_code", "4"],
    ["bank_code", "0044"],
    ["bank_code", "KBANK"],
    ["bank_code", "0 4"],
    ["bank_code", { code: "004" }],
  ] as const)(
    "refuses %s = %p with the sentence for that field",
    (field, value) => {
      const error = refusal(() => parsePayer({ ...SOMCHAI, [field]: value }))
      expect(error).toMatchObject({
        type: MedusaError.Types.INVALID_DATA,
        code: "one2pays_payer_invalid",
        message:
          field === "account_number"
            ? expect.stringMatching(/account number/)
            : PAYER_PROBLEMS[field].en,
      })
    }
  )

  it("names the first wrong field when several are wrong", () => {
    expect(refusal(() => parsePayer({})).message).toBe(
      PAYER_PROBLEMS.account_name.en
    )
    expect(refusal(() => parsePayer({ account_name: "สมชาย" })).message).toBe(
      "Please enter your account number: 10–15 digits."
    )
  })

  it.each([undefined, null, "สมชาย 1234567890", 5, true])(
    "asks for the details as a whole when it is given %p",
    (value) => {
      expect(refusal(() => parsePayer(value)).message).toBe(
        PUBLIC_ERRORS.one2pays_payer_invalid.text.en
      )
    }
  )

  it("never repeats what the customer typed", () => {
    const typed = {
      account_name: `Somchai${"x".repeat(100)}`,
      account_number: "98765432109876543210",
      bank_code: "kasikorn",
    }
    for (const field of Object.keys(typed) as (keyof typeof typed)[]) {
      const { message, stack } = refusal(() =>
        parsePayer({ ...SOMCHAI, [field]: typed[field] })
      )
      expect(message + String(stack)).not.toContain(typed[field])
    }
  })

  it("is quick with a name and a number as long as a request lets through", () => {
    const isRefused = (typed: object) => {
      try {
        parsePayer({ ...SOMCHAI, ...typed })
        return false
      } catch {
        return true
      }
    }
    for (const long of ["a", " ", "\u200b", "-", "1"]) {
      const areRefused = (length: number) => {
        const text = `${long.repeat(length)}\u0000`
        return (
          isRefused({ account_name: text }) &&
          isRefused({ account_number: text })
        )
      }
      expect(areRefused(100_000)).toBe(true)
      expect(costOfLength(areRefused, 100_000)).toBeLessThan(8)
    }
  })
})

describe("parsePaymentMethod", () => {
  const BOTH = ["promptpay", "bank_transfer"] as const

  it.each(BOTH)("takes %s where the shop offers it", (method) => {
    expect(parsePaymentMethod(method, BOTH)).toBe(method)
    expect(parsePaymentMethod(method, [method])).toBe(method)
  })

  it("takes the shop's first method when the customer names none", () => {
    expect(parsePaymentMethod(undefined, BOTH)).toBe("promptpay")
    expect(parsePaymentMethod(null, ["bank_transfer"])).toBe("bank_transfer")
  })

  it.each([
    "card",
    "PromptPay",
    "",
    0,
    false,
    ["promptpay"],
    { type: "promptpay" },
  ])("refuses %p", (value) => {
    expect(refusal(() => parsePaymentMethod(value, BOTH))).toMatchObject({
      code: "one2pays_payer_invalid",
      message: PAYER_PROBLEMS.payment_method.en,
    })
  })

  it("takes the first method that is offered now, and refuses one that is not offered yet", () => {
    const offered = ["promptpay"] as const
    const shopOrder = ["bank_transfer", "promptpay"] as const
    expect(parsePaymentMethod(undefined, shopOrder, offered)).toBe("promptpay")
    expect(
      refusal(() => parsePaymentMethod("bank_transfer", BOTH, offered))
    ).toMatchObject({ code: "one2pays_method_unavailable" })
  })

  it("refuses a method that the shop has turned off", () => {
    expect(
      refusal(() => parsePaymentMethod("bank_transfer", ["promptpay"])).message
    ).toBe(PAYER_PROBLEMS.payment_method.en)
  })
})

describe("payerInvalid", () => {
  it("is the customer's mistake, so Medusa answers 400", () => {
    expect(payerInvalid("bank_code").type).toBe(MedusaError.Types.INVALID_DATA)
    expect(payerInvalid(null).type).toBe(MedusaError.Types.INVALID_DATA)
  })
})

describe("lastFour", () => {
  it("is the only part of a number that the plugin keeps in the clear", () => {
    expect(lastFour("123456789012345")).toBe("2345")
  })
})
