import { costOfLength } from "../../__tests__/cost-of-length"
import { gatewayErrorCodes } from "../../gateway"
import { FIELD_PROBLEMS } from "../field-problems"
import { describeGatewayError, MERCHANT_TEXTS } from "../gateway-errors"
import { ISSUE_DETAILS } from "../issue-details"
import { describePayoutFailure } from "../payout-failures"
import { PAYOUT_STATES } from "../payout-states"
import { PAYOUT_TRAIL } from "../payout-trail"
import type { LocalizedText } from "../public-errors"
import { fillIn } from "../sentence"
import { STAFF_ERRORS } from "../staff-errors"
import {
  staffText,
  translateForStaff,
  translateStaffError,
} from "../staff-texts"

const SENTENCES: [name: string, text: LocalizedText][] = [
  ...Object.entries(STAFF_ERRORS),
  ...Object.entries(ISSUE_DETAILS),
  ...Object.entries(PAYOUT_TRAIL),
  ...MERCHANT_TEXTS.map((text): [string, LocalizedText] => [text.en, text]),
]
const ALL = [...SENTENCES, ...Object.entries(FIELD_PROBLEMS)]

const placesOf = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place!)

/** As one of each kind looks. */
const EXAMPLES: Record<string, string> = {
  amount: "1290.50",
  received: "25.00",
  limit: "50000.00",
  left: "0.00",
  state: "requires_approval",
  why: "Wrong (account).\nSee the note: b/c",
  payout: "o2pwd_01KAXYZ",
  customer: "somchai+shop@example.com",
  reference: "order_01KAXYZ.2",
  code: "INVALID_BANK_CODE",
  field: "customerBankCode",
}
const example = (place: string) => EXAMPLES[place] ?? `${place}_01KAXYZ`

const valuesOf = (text: string) =>
  Object.fromEntries(placesOf(text).map((place) => [place, example(place)]))

describe("the sentences for staff", () => {
  it.each(SENTENCES)("%s is found again, with its values", (_, text) => {
    const values = valuesOf(text.en)
    for (const locale of ["en", "th"] as const) {
      const shown = values.state
        ? { ...values, state: PAYOUT_STATES.requires_approval![locale] }
        : values
      expect(translateForStaff(fillIn(text.en, values), locale)).toBe(
        fillIn(text[locale], shown)
      )
    }
  })

  it.each(ALL)("%s has the same values in both languages", (_, text) => {
    expect(placesOf(text.th).sort()).toEqual(placesOf(text.en).sort())
  })

  it.each(ALL)("%s is Thai, and gives the shop no gender", (_, text) => {
    expect(text.th).toMatch(/\p{Script=Thai}/u)
    expect(text.th).not.toMatch(/ค่ะ|คะ|ครับ/)
  })

  it("say no two things with the same English sentence, since it is what finds the Thai one", () => {
    const english = new Set(SENTENCES.map(([, text]) => text.en))
    expect(english.size).toBe(SENTENCES.length)
  })

  it("have a word for what was said within them", () => {
    const detail = staffText("refund_not_paid", {
      amount: "10.00",
      order: "order_1",
      state: "failed",
      why: staffText("refused", { code: "INVALID_BANK_CODE" }),
    })
    expect(translateForStaff(detail, "th")).toBe(
      "เงินคืน 10.00 บาท ของคำสั่งซื้อ order_1 ยังไม่ได้จ่าย (ไม่สำเร็จ: One2Pays ปฏิเสธ (INVALID_BANK_CODE)) แต่ Medusa บันทึกว่าคืนเงินแล้ว"
    )
  })

  it.each([
    "",
    "ลูกค้ายืนยันแล้ว",
    "Paid back by hand, slip 123",
    "Paid back by hand",
    "row 2: look here",
    "toString",
    "{why}",
  ])("leave what a person wrote as it is: %p", (text) => {
    expect(translateForStaff(text, "th")).toBe(text)
  })

  it("are found quickly, however long a text is", () => {
    for (const part of ["THB 1 was paid for ", "a", " ", "(failed: "]) {
      const cost = costOfLength(
        (length) => translateForStaff(part.repeat(length), "th"),
        20_000
      )
      expect(cost).toBeLessThan(8)
    }
  })
})

describe("the problems of fields, for staff", () => {
  it("are told row by row, with the fields' own names", () => {
    const { amount, account_number } = FIELD_PROBLEMS
    const english = `row 1: amount: ${amount.en}; account_number: ${account_number.en}\nrow 7: color: unknown field\nand 3 more rows`
    expect(translateStaffError(english, "en")).toBe(english)
    expect(translateStaffError(english, "th")).toBe(
      `แถว 1: amount: ${amount.th}; account_number: ${account_number.th}\nแถว 7: color: ไม่มีฟิลด์นี้\nและอีก 3 แถว`
    )
  })

  it("are told row by row also where a rule of the shop refuses them", () => {
    const refused = staffText("max_amount", { amount: "6.00", limit: "5.00" })
    expect(translateStaffError(`row 2: ${refused}`, "th")).toBe(
      `แถว 2: ${translateForStaff(refused, "th")}`
    )
    expect(translateForStaff(refused, "th")).toMatch(/6\.00 บาท/)
  })

  it("are told of a request without rows", () => {
    expect(
      translateStaffError("rows: expected 1 to 10000 payouts, got 0", "th")
    ).toBe("rows: ต้องมี 1 ถึง 10000 รายการ แต่ได้รับ 0 รายการ")
  })

  it("are left as they are where they are core's", () => {
    const core = "Invalid request: Field 'x' is required; see y"
    expect(translateStaffError(core, "th")).toBe(core)
  })
})

describe("why a payout failed", () => {
  it.each([
    "failed_at_gateway",
    "max_amount",
    "daily_limit",
    "balance",
    "account_number_sealed",
    ...gatewayErrorCodes,
  ])("%s is told in both languages", (code) => {
    expect(describePayoutFailure(code, "en")).toMatch(/^[A-Z].+[.?]$/)
    expect(describePayoutFailure(code, "th")).toMatch(/\p{Script=Thai}/u)
  })

  it.each(["BANK_OFFLINE", "toString", "__proto__"])(
    "%s, which nobody has told us of, stands for itself",
    (code) => {
      expect(describePayoutFailure(code, "th")).toBe(code)
    }
  )

  it("is what the log says of a gateway failure", () => {
    for (const code of gatewayErrorCodes) {
      expect(describePayoutFailure(code, "en")).toBe(
        describeGatewayError({ code }).merchant
      )
    }
  })
})
