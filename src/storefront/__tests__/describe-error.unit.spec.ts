import { FetchError } from "@medusajs/js-sdk"
import { accountNumberProblem } from "../../messages/texts/account-number"
import { describeBound } from "../../messages/texts/amount-bounds"
import { PAYER_PROBLEMS } from "../../messages/texts/payer-problems"
import { PUBLIC_ERRORS } from "../../messages/texts/public-errors"
import { describeError, errorCode } from "../describe-error"

describe.each(Object.entries(PUBLIC_ERRORS))("%s", (code, { status, text }) => {
  it.each(["en", "th"] as const)(
    "is known by its %s text, which is all that Medusa's SDK passes on",
    (locale) => {
      const error = new FetchError(text[locale], "", status)
      expect(errorCode(error)).toBe(code)
      expect(describeError(error, locale)).toBe(text[locale])
    }
  )

  it("is known by its code", () => {
    const error = { code, message: text.en, status }
    expect(errorCode(error)).toBe(code)
    expect(describeError(error, "th-TH")).toBe(text.th)
  })
})

it.each(Object.entries(PAYER_PROBLEMS))(
  "names the wrong %s rather than the payer's details as a whole",
  (_, text) => {
    const error = { code: "one2pays_payer_invalid", message: text.en }
    expect(describeError(error, "th")).toBe(text.th)
    expect(errorCode(new FetchError(text.th, "", 400))).toBe(
      "one2pays_payer_invalid"
    )
  }
)

it.each([
  ["", "004"],
  ["12", "004"],
  ["12345678901234567", "034"],
  ["x", "030"],
  ["0000000000", "002"],
  ["0812345678", "030"],
  ["1101700230708", "004"],
])(
  "knows what is wrong with the account number %j at %s, and says it in either language",
  (number, bank) => {
    const text = accountNumberProblem(number, bank)!
    for (const said of [text.en, text.th]) {
      const error = new FetchError(said, "", 400)
      expect(errorCode(error)).toBe("one2pays_payer_invalid")
      expect(describeError(error, "th")).toBe(text.th)
      expect(describeError(error, "en")).toBe(text.en)
    }
  }
)

it.each(["one2pays_amount_below_min", "one2pays_amount_above_max"] as const)(
  "knows %s with its bound, and says it in either language",
  (code) => {
    const text = describeBound(code, "100000")
    expect(text.en).toContain("THB 100,000.00.")
    const error = new FetchError(text.en, "", 400)
    expect(errorCode(error)).toBe(code)
    expect(describeError(error, "th")).toBe(text.th)
  }
)

describe("what is not the plugin's", () => {
  const unreachable = {
    en: expect.stringContaining("internet connection"),
    th: expect.stringContaining("อินเทอร์เน็ต"),
  }
  const unknown = {
    en: expect.stringContaining("Something went wrong"),
    th: expect.stringContaining("เกิดข้อผิดพลาด"),
  }

  it.each<[string, unknown, Record<"en" | "th", unknown>]>([
    ["no connection", new TypeError("Failed to fetch"), unreachable],
    ["a time limit", AbortSignal.abort().reason, unreachable],
    [
      "Medusa's own error",
      new FetchError("Cart x-1 is stale", "", 409),
      unknown,
    ],
    ["a proxy's page", new FetchError("Bad Gateway", "", 502), unknown],
    ["a string", "oops", unknown],
    ["nothing", undefined, unknown],
    ["an inherited name", { code: "constructor" }, unknown],
  ])("%s is told in general words", (_, error, sentence) => {
    expect(errorCode(error)).toBeNull()
    expect(describeError(error, "en")).toEqual(sentence.en)
    expect(describeError(error, "th")).toEqual(sentence.th)
  })

  it("a code of a newer server is told in the server's words", () => {
    const error = { code: "one2pays_new", message: "Tomorrow.", status: 400 }
    expect(describeError(error, "en")).toBe("Tomorrow.")
  })
})
