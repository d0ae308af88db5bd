import { gatewayErrorCodes } from "../../gateway"
import { FIELD_PROBLEMS } from "../texts/staff/field-problems"
import { describeGatewayError, merchantText } from "../gateway-errors"
import { ISSUE_DETAILS } from "../texts/staff/issue-details"
import {
  inAllLanguages,
  renderMessage,
  renderWords,
  STAFF_TEXTS,
  staffMessage,
  type Message,
  type MessageKey,
} from "../message"
import { describePayoutFailure } from "../payout-failures"
import { PAYOUT_STATES } from "../texts/staff/payout-states"
import { NOTICES } from "../texts/staff/notices"
import { PAYOUT_TRAIL } from "../texts/staff/payout-trail"
import type { LocalizedText } from "../texts/public-errors"
import { CODED_TEXTS } from "../staff-codes"
import { UNCODED_TEXTS } from "../texts/staff/no-code-texts"

const TEXTS = Object.entries(STAFF_TEXTS) as [MessageKey, LocalizedText][]
const ALL: [name: string, text: LocalizedText][] = [
  ...TEXTS,
  ...[...gatewayErrorCodes, "RATE_BUDGET_SPENT"].map(
    (code): [string, LocalizedText] => [code, merchantText(code)!]
  ),
  ...gatewayErrorCodes.map((code): [string, LocalizedText] => [
    `${code} on a field`,
    describeGatewayError({ code, field: "{field}" }).merchant,
  ]),
]

const placesOf = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place!)

describe("the sentences for staff", () => {
  it("have a key each: no table hides another's", () => {
    const tables = [
      CODED_TEXTS,
      UNCODED_TEXTS,
      FIELD_PROBLEMS,
      ISSUE_DETAILS,
      NOTICES,
      PAYOUT_TRAIL,
    ]
    expect(TEXTS).toHaveLength(
      tables.reduce((sum, table) => sum + Object.keys(table).length, 0)
    )
  })

  it.each(TEXTS)("%s is rendered with its values in their places", (key) => {
    for (const locale of ["en", "th"] as const) {
      const text = STAFF_TEXTS[key][locale]
      const values = Object.fromEntries(
        placesOf(text).map((place) => [place, `<${place}>`])
      )
      expect(renderMessage({ key, values }, locale)).toBe(
        text.replace(/\{(\w+)\}/g, "<$1>")
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
})

describe("a message", () => {
  const detail = staffMessage("refund_not_paid", {
    amount: "10.00",
    order: "order_1",
    state: "failed",
    why: staffMessage("refused", { code: "INVALID_BANK_CODE" }),
  })

  it("is read in the reader's language, and so is the sentence within it", () => {
    expect(inAllLanguages(detail)).toEqual({
      en: "The refund of THB 10.00 for order order_1 was not paid out (failed: refused by the gateway (INVALID_BANK_CODE)). Medusa has booked it all the same.",
      th: "เงินคืน 10.00 บาท ของคำสั่งซื้อ order_1 ยังไม่ได้จ่าย (ไม่สำเร็จ: One2Pays ปฏิเสธ (INVALID_BANK_CODE)) แต่ Medusa บันทึกว่าคืนเงินแล้ว",
    })
  })

  it("is the same after the database has kept it", () => {
    const kept = JSON.parse(JSON.stringify(detail)) as Message
    expect(inAllLanguages(kept)).toEqual(inAllLanguages(detail))
  })

  it("leaves a person's own words within it as they are, whatever they are", () => {
    for (const why of [
      "",
      "ผิดบัญชี",
      "canceled",
      "Paid back by hand",
      "{amount} {why}",
      "$& $1",
    ]) {
      const message = staffMessage("not_paid_back_without_order", {
        amount: "10.00",
        state: "rejected",
        why,
      })
      expect(renderMessage(message, "th")).toBe(
        `เงิน 10.00 บาท ของลูกค้าที่ไม่มีคำสั่งซื้อในร้าน ยังไม่ได้โอนคืน (ไม่อนุมัติ: ${why})`
      )
    }
  })

  it.each(Object.entries(PAYOUT_STATES))(
    "names the state %s in the reader's language",
    (state, name) => {
      const message = {
        key: "not_cancelable",
        values: { state },
      } as const
      expect(renderMessage(message, "en")).toBe(
        `A payout that is ${name.en} cannot be canceled.`
      )
      expect(renderMessage(message, "th")).toMatch(
        new RegExp(`สถานะปัจจุบัน: ${name.th}$`)
      )
    }
  )

  it.each(["of_next_year", "toString", "__proto__"])(
    "of another version stands for itself: %s",
    (key) => {
      const message = { key: key as MessageKey, values: { amount: "1.00" } }
      expect(renderMessage(message, "th")).toBe(key)
    }
  )

  it("keeps a place without a value", () => {
    const message = { key: "no_payment", values: {} } as const
    expect(renderMessage(message, "en")).toBe(
      "There is no One2Pays payment {id}."
    )
  })

  it("is not made of a person's own words", () => {
    for (const words of ["requested", "Paid back by hand, slip 123", "{why}"]) {
      expect(renderWords(words, "th")).toBe(words)
    }
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
        describeGatewayError({ code }).merchant.en
      )
    }
  })
})
