import { readQr } from "../../gateway"
import { maskQr } from "../mask-qr"
import { Redactor } from "../redact"

/** PromptPay of 080-000-0000 for THB 12.34, with the shop's name and a reference. */
const tags = (...fields: string[]) =>
  fields
    .map((each) => {
      const value = each.slice(2)
      return (
        each.slice(0, 2) + String([...value].length).padStart(2, "0") + value
      )
    })
    .join("")
const WITHOUT_CRC = `${tags(
  ...["0001", "0112", "290016A00000067701011101130066800000000"],
  ...["53764", "5412.34", "58TH", "59ร้านสมชาย", "620112"]
)}6304`

const keep = (amount: string) => amount

describe("a QR", () => {
  it("keeps its amount, and loses its receiver, name and references", () => {
    const masked = maskQr(`${WITHOUT_CRC}FFFF`, keep)
    expect(masked).not.toMatch(/66800000000|สมชาย/)
    expect(readQr(masked)).toMatchObject({ currency: "764", isIntact: false })
    expect(maskQr("https://pay.example/token", keep)).toBe("(no EMV text)")
  })

  it("is intact exactly if it was", () => {
    const intact = maskQr(masked("1.00"), keep)
    expect(readQr(intact)).toMatchObject({ amount: "1.00", isIntact: true })
    const other = maskQr(masked("70.00"), () => "1.11")
    expect(readQr(other)).toMatchObject({ amount: "1.11", isIntact: true })
  })
})

/** An intact QR of an amount: what is masked once is a QR, too. */
function masked(amount: string): string {
  const text = `${tags("0001", "0112", "53764", `54${amount}`, "58TH")}6304`
  for (let crc = 0; crc < 0x10000; crc++) {
    const whole = text + crc.toString(16).toUpperCase().padStart(4, "0")
    if (readQr(whole)?.isIntact) return whole
  }
  throw new Error("no checksum fits")
}

describe("a value", () => {
  const redactor = new Redactor(["sk_test_abc"])
  const value = (name: string, given: unknown) => redactor.value(name, given)

  it.each([
    ["status", "processing"],
    ["currency", "THB"],
    ["code", "VALIDATION_ERROR"],
    ["createdAt", "2026-01-01T00:00:00.000Z"],
    ["retryAfter", 30],
    ["min", "50.00"],
    ["success", true],
    ["metadata", null],
  ])("of %s is kept in its known form", (name, given) => {
    expect(value(name, given)).toBe(given)
  })

  it.each([
    ["status", "Somchai Jaidee", "(text)"],
    ["code", "KEY_8887776665", "(text)"],
    ["createdAt", "2026-01-01T00:00:00Z Somchai", "(text)"],
    ["message", "Invalid account 1234567890", "(text)"],
    ["note", "x", "(text)"],
    ["card", 4111111111111111, 0],
    ["total", 4111111, 0],
    ["limit", 812345678, 0],
    ["retryAfter", 812345678, 0],
    ["amount", "1290.50", "1.11"],
    ["amount", 1290.5, 1.1],
    ["walletBalance", 12500, 1],
  ])("of %s loses another one: %p", (name, given, left) => {
    expect(value(name, given)).toBe(left)
  })

  it("gets the same name for the same id, of the same form", () => {
    const uuid = "550e8400-e29b-41d4-a716-446655440000"
    expect(value("id", uuid)).toMatch(/^0{8}-0000-4000-8000-\d{12}$/)
    expect(value("paymentId", uuid)).toBe(value("id", uuid))
    expect(value("id", "pay_1234567890abcdef")).toMatch(/^pay_\d{16}$/)
    expect(value("id", "somchai")).toMatch(/^id-\d+$/)
  })

  it("under a name that tells something loses the name", () => {
    expect(value("", { sk_test_1: 1, "0812345678": 1, fee: 2 })).toEqual({
      ...{ hidden_0: 0, hidden_1: 0, fee: 0 },
    })
    expect(redactor.clean({ text: "of sk_test_abc" })).toEqual({
      text: "of (removed)",
    })
  })

  it("that counts is kept only beside a list, and only while it is small", () => {
    const page = { data: [], total: 3, page: 1, limit: 100 }
    expect(value("", page)).toEqual(page)
    expect(value("", { data: [], total: 8887776665 })).toEqual({
      ...{ data: [], total: 0 },
    })
    expect(value("pagination", { total: 3 })).toEqual({ total: 3 })
    expect(value("", { data: [{ limit: 100 }] })).toEqual({
      data: [{ limit: 0 }],
    })
  })

  it("may be as deep and as wide as a stranger likes", () => {
    const deep: unknown = JSON.parse(
      '{"a":'.repeat(100_000) + "1" + "}".repeat(100_000)
    )
    expect(JSON.stringify(value("", deep))).toBe(
      '{"a":'.repeat(12) + "null" + "}".repeat(12)
    )
    const wide = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`x${at}`, at])
    )
    expect(Object.keys(value("", wide) as object)).toHaveLength(60)
  })

  it("is cleaned of secrets as text and as number, and stays what it is", () => {
    const numbers = new Redactor(["7654321098"])
    expect(
      numbers.clean({ a: 7654321098, b: "x7654321098", c: [12], d: null })
    ).toEqual({ a: 0, b: "x(removed)", c: [12], d: null })
  })
})
