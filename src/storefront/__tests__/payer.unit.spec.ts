import { BANKS } from "../../messages/texts/banks"
import { banksOf, findBanks, THAI_BANKS } from "../banks"
import { validatePayer } from "../payer"

const SOMCHAI = {
  account_name: "สมชาย ใจดี",
  account_number: "1234567890",
  bank_code: "004",
}

describe("validatePayer", () => {
  it("returns complete details as they are", () => {
    expect(validatePayer(SOMCHAI, "th")).toEqual({ ok: true, value: SOMCHAI })
  })

  it("cleans the number as people copy it from a bank book", () => {
    for (const account_number of [
      "123-4-56789-0",
      " 123 456 7890 ",
      "123\u00a0456\u20137890",
    ]) {
      expect(validatePayer({ ...SOMCHAI, account_number }, "en")).toEqual({
        ok: true,
        value: SOMCHAI,
      })
    }
  })

  it.each([
    [1234567890, undefined],
    [null, null],
    [true, {}],
  ])("takes %j for no account number", (account_number, bank_code) => {
    const payer: object = { ...SOMCHAI, account_number, bank_code }
    const result = validatePayer(payer, "en")
    expect(Object.keys(result.ok ? {} : result.errors)).toEqual([
      "account_number",
      "bank_code",
    ])
  })

  it("trims the name", () => {
    const result = validatePayer(
      { ...SOMCHAI, account_name: "  สมชาย ใจดี\n" },
      "en"
    )
    expect(result).toEqual({ ok: true, value: SOMCHAI })
  })

  it("names every wrong field, and only those", () => {
    expect(validatePayer({}, "en")).toEqual({
      ok: false,
      errors: {
        account_name: expect.stringContaining("100 characters"),
        account_number: expect.stringContaining("10–15 digits"),
        bank_code: expect.stringContaining("bank"),
      },
    })
    expect(validatePayer({ ...SOMCHAI, bank_code: "4" }, "en")).toEqual({
      ok: false,
      errors: { bank_code: expect.any(String) },
    })
  })

  it.each([
    ["account_number", "123456789", false],
    ["account_number", "1234567890", true],
    ["account_number", "12345678901", false],
    ["account_number", "1234567890123456", false],
    ["account_number", "12345678x0", false],
    ["account_name", " ", false],
    ["account_name", "ก".repeat(100), true],
    ["account_name", "ก".repeat(101), false],
    ["bank_code", "0044", false],
    ["bank_code", "KBK", false],
  ])("%s %j is valid: %s", (field, value, ok) => {
    expect(validatePayer({ ...SOMCHAI, [field]: value }, "en").ok).toBe(ok)
  })

  it("speaks Thai for every Thai locale and English for the rest", () => {
    const message = (locale: string) => {
      const result = validatePayer({ ...SOMCHAI, bank_code: "" }, locale)
      return result.ok ? undefined : result.errors.bank_code
    }
    expect(message("th")).toBe("กรุณาเลือกธนาคาร")
    for (const thai of ["th-TH", "th_TH", "TH", "th-u-nu-thai"]) {
      expect(message(thai)).toBe(message("th"))
    }
    expect(message("en")).toBe("Choose your bank.")
    expect(message("thv")).toBe(message("en"))
  })
})

describe("an account number that looks like a PromptPay ID", () => {
  const check = (account_number: string, bank_code: string, locale = "en") =>
    validatePayer({ ...SOMCHAI, account_number, bank_code }, locale)

  it.each([
    ["081-234-5678", "004", "mobile number"],
    ["66812345678", "034", "mobile number"],
    ["1-1017-00230-70-8", "034", "ID card number"],
  ])("is asked about and taken: %s at %s", (number, bank, words) => {
    expect(check(number, bank)).toMatchObject({
      ok: true,
      question: expect.stringContaining(words),
    })
  })

  it.each([
    ["0212345678", "004"],
    // Its checksum is wrong.
    ["1101700230709", "034"],
    ["123456789012", "030"],
  ])("unlike %s at %s", (number, bank) => {
    expect(check(number, bank)).toEqual({ ok: true, value: expect.anything() })
  })

  it("is refused where the bank's own numbers are longer or shorter, and named for what it is", () => {
    expect(check("0812345678", "030", "th")).toEqual({
      ok: false,
      errors: {
        account_number: "เลขนี้ดูเหมือนเบอร์มือถือ กรุณากรอกเลขที่บัญชี 12 หลัก",
      },
    })
  })
})

describe("findBanks", () => {
  it.each([
    ["กสิกร", "004"],
    ["ธนาคารกสิกร", "004"],
    ["kbank", "004"],
    ["Kasikorn", "004"],
    ["K PLUS", "004"],
    ["กรุงเทพ", "002"],
    ["bbl", "002"],
    ["กรุงไทย", "006"],
    ["กรุงศรี", "025"],
    ["ayudhya", "025"],
    ["scb", "014"],
    ["พาณิชย์", "014"],
    ["tmb", "011"],
    ["ออมสิน", "030"],
    ["ธกส", "034"],
    ["ธ.ก.ส.", "034"],
    ["lh", "073"],
  ])("finds by %s the bank %s first", (typed, code) => {
    expect(findBanks(typed)[0]?.code).toBe(code)
  })

  it("finds all by nothing, none by nonsense, and only those that the shop takes", () => {
    expect(findBanks(" ")).toEqual(THAI_BANKS)
    expect(findBanks("xyz")).toEqual([])
    expect(findBanks("กรุง", banksOf(["006"])).map(({ code }) => code)).toEqual([
      "006",
    ])
  })
})

describe("THAI_BANKS", () => {
  it("lists each bank once, with a code that the server takes, both names and a color", () => {
    expect(new Set(THAI_BANKS.map((bank) => bank.code)).size).toBe(
      THAI_BANKS.length
    )
    for (const { code, name, color } of THAI_BANKS) {
      const { digits = 10 } = BANKS.find((bank) => bank.code === code)!
      const account_number = "123456789012345".slice(0, digits)
      expect(
        validatePayer({ ...SOMCHAI, bank_code: code, account_number }, "en").ok
      ).toBe(true)
      expect(name.en).toMatch(/^[\x20-\x7e]+$/)
      expect(name.th).toMatch(/^ธนาคาร/)
      expect(color).toMatch(/^#[0-9a-f]{6}$/)
    }
  })
})
