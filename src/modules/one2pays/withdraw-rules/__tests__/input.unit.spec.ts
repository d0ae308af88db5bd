import type { z } from "@medusajs/framework/zod"
import { describeProblems } from "../../../../messages"
import { isKnownBank, payoutSchema, problemsOf } from "../input"

const PAYOUT = {
  amount: "1290.50",
  bank_code: "004",
  account_name: "สมศรี ขยัน",
  account_number: "9876543210",
}

const read = (differences: object) =>
  payoutSchema.safeParse({ ...PAYOUT, ...differences })

const told = (error: z.ZodError): string[] =>
  problemsOf(error).map(
    (problem) => describeProblems([{ problems: [problem] }]).en
  )

const problems = (differences: object): string[] => {
  const result = read(differences)
  return result.success ? [] : told(result.error)
}

describe("an amount", () => {
  it.each([
    [1290.5, "1290.5"],
    ["1290.50", "1290.50"],
    ["1290", "1290"],
    [0.01, "0.01"],
    ["0.01", "0.01"],
    [" 5 ", "5"],
    [999_999_999_999.99, "999999999999.99"],
  ])("of %j is taken", (amount, text) => {
    expect(read({ amount })).toMatchObject({
      success: true,
      data: { amount: text },
    })
  })

  it.each([
    ...[0, -0, -1, -0.01, 0.001, 1.005, 0.1 + 0.2, 1e21, 1e-7],
    ...[NaN, Infinity, -Infinity, 1e13],
    ...[
      "0",
      "0.00",
      "00",
      "-1",
      "+1",
      "1e3",
      "1E3",
      "0x10",
      "1,000",
      "1.",
      ".5",
    ],
    ...[
      "1.001",
      "1 000",
      "NaN",
      "Infinity",
      "",
      " ",
      "๑๒๐",
      "１２",
      "1.5 THB",
      "฿5",
    ],
    ...[null, undefined, true, [], [5], {}, { value: 5 }, 5n, new Date(5)],
  ])("of %p is refused, and the field named", (amount) => {
    const [problem, ...more] = problems({ amount })
    expect(problem).toMatch(/^amount: expected an amount in THB above 0/)
    expect(more).toEqual([])
  })
})

describe("an account number", () => {
  it.each([
    ["987-6-54321-0", "9876543210"],
    ["987 654 3210", "9876543210"],
    [" 9876543210\t", "9876543210"],
    ["987–6—54321‑0", "9876543210"],
    ["123456789012345", "123456789012345"],
    ["๙๘๗-๖-๕๔๓๒๑-๐", "9876543210"],
  ])("written as %s is taken", (account_number, digits) => {
    expect(read({ account_number })).toMatchObject({
      success: true,
      data: { account_number: digits },
    })
  })

  it.each([
    ["9 digits", "987654321"],
    ["16 digits", "9876543210987654"],
    ["letters", "98765432AB"],
    ["dots", "987.654.3210"],
    ["a number", 9876543210],
    ["nothing", ""],
    ["none", undefined],
    ["a formula", "=9876543210"],
    ["a list", ["9876543210"]],
  ])("of %s is refused, and not repeated", (_, account_number) => {
    const found = problems({ account_number })
    expect(found).toEqual([
      "account_number: expected 10 to 15 digits; spaces and dashes are ignored",
    ])
  })
})

describe("an account name", () => {
  it.each([
    ["สมศรี ขยัน"],
    ["บริษัท น้ำใจ จำกัด (มหาชน)"],
    ["ก"],
    ["ก".repeat(100)],
    ["O'Brien & Söhne, Ltd. 2"],
    ["  Somchai   Jaidee "],
  ])("%s is taken", (account_name) => {
    expect(read({ account_name }).success).toBe(true)
  })

  it("loses the marks that nobody sees", () => {
    expect(
      read({ account_name: " Som\u200bchai \n Jaidee\u200e" })
    ).toMatchObject({ data: { account_name: "Somchai Jaidee" } })
  })

  it.each([
    [""],
    ["   "],
    ["ก".repeat(101)],
    ["12345"],
    ["Som\u0000chai"],
    ["Som\ud800chai"],
    [null],
    [5],
    [{}],
  ])("%j is refused, and not repeated", (account_name) => {
    expect(problems({ account_name })).toEqual([
      "account_name: expected 1 to 100 characters, as in the bank book",
    ])
  })
})

describe("a bank code", () => {
  it.each(["004", " 014 ", "999", "000", "๐๐๔"])("%s is taken", (bank_code) => {
    expect(read({ bank_code }).success).toBe(true)
  })

  it.each(["4", "04", "0004", "KBANK", "๐๔", "", 4, null, undefined])(
    "%p is refused, and not repeated",
    (bank_code) => {
      expect(problems({ bank_code })).toEqual([
        "bank_code: expected a 3-digit Thai bank code, such as 004",
      ])
    }
  )

  it("of a new bank is not known, and no mistake", () => {
    expect(isKnownBank("004")).toBe(true)
    expect(isKnownBank("999")).toBe(false)
  })
})

describe("the rest", () => {
  it("may be left out, or be null", () => {
    expect(problems({ description: null, metadata: null })).toEqual([])
  })

  it.each([
    [{ description: "x".repeat(256) }, "description: expected at most 255"],
    [{ description: 5 }, "description: expected a text"],
    [{ description: "a\u0000b" }, "description: expected a text without NUL"],
    [{ metadata: "x" }, "metadata: expected an object"],
    [{ metadata: { a: { b: ["\u0000"] } } }, "metadata: expected a text"],
    [{ metadata: { "\ud800": 1 } }, "metadata: expected a text"],
    [{ currency: "USD" }, "currency: unknown field"],
  ])("%j is refused", (differences, problem) => {
    expect(problems(differences)).toEqual([expect.stringContaining(problem)])
  })
})

it("all wrong fields are named at once, and no value is repeated", () => {
  const wrong = {
    amount: "1,290.50",
    bank_code: "BBL-9",
    account_name: "1234567890123",
    account_number: "98765432101234567",
    description: ["SECRET"],
  }
  const text = problems(wrong).join("\n")
  for (const [field, value] of Object.entries(wrong)) {
    expect(text).toContain(`${field}: `)
    expect(text).not.toContain(String(value))
  }
})

it("a value that is no object is refused", () => {
  for (const input of [null, undefined, 5, "payout", [PAYOUT]]) {
    const result = payoutSchema.safeParse(input)
    expect(result.success).toBe(false)
    expect(told(result.error!)[0]).toMatch(/^body: /)
  }
})
