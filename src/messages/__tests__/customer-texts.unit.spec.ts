import {
  ACCOUNT_NUMBER_PROBLEMS,
  ACCOUNT_NUMBER_QUESTIONS,
} from "../texts/account-number"
import { PAYER_PROBLEMS } from "../texts/payer-problems"
import { CHECKING_ACCOUNT, PAYMENT_STATUS_TEXT } from "../texts/payment-status"
import {
  isPublicErrorCode,
  PUBLIC_ERRORS,
  type LocalizedText,
} from "../texts/public-errors"

const SENTENCES: [name: string, text: LocalizedText][] = [
  ...Object.entries(PUBLIC_ERRORS).map(
    ([code, error]): [string, LocalizedText] => [code, error.text]
  ),
  ...Object.entries(PAYMENT_STATUS_TEXT),
  ["checking_account", CHECKING_ACCOUNT],
]
const ALL: [name: string, text: LocalizedText][] = [
  ...SENTENCES,
  ...Object.entries(PAYER_PROBLEMS),
  ...Object.entries(ACCOUNT_NUMBER_PROBLEMS),
  ...Object.entries(ACCOUNT_NUMBER_QUESTIONS),
]

const TECHNICAL =
  /one2pays|gateway|merchant|\bapi\b|http|webhook|server|signature|\bkeys?\b|\bcodes?\b|\bids?\b|error|invalid|parameter|field|session|metadata|reference|timeout|wallet|null|undefined|_|[{}<>[\]]|\d/i

describe("the texts for the customer", () => {
  it.each(SENTENCES)("speak of %s in no technical term", (_, text) => {
    expect(text.en).not.toMatch(TECHNICAL)
    expect(text.th).not.toMatch(TECHNICAL)
  })

  it.each(ALL)("name no field of a request for %s", (_, text) => {
    for (const sentence of [text.en, text.th]) {
      expect(sentence.replace("PromptPay", "")).not.toMatch(/[a-z][A-Z]|_/)
    }
  })

  it.each(ALL)("say %s in English and in Thai, unmixed", (_, text) => {
    expect(text.en).toMatch(/^[A-Z][\x20-\x7e]+\.$/)
    expect(text.th).toMatch(/^\p{Script=Thai}/u)
    // The currency's code is the one Latin word that Thais read every day.
    expect(text.th.replace(/THB|\{\w+\}/g, "")).not.toMatch(/[A-Za-z]/)
  })

  it.each(ALL)("give the shop no gender in %s", (_, text) => {
    expect(text.th).not.toMatch(/ค่ะ|คะ|ครับ/)
  })

  it("give no two things the same English sentence, since the request finds the Thai text of an error by it", () => {
    const english = ALL.map(([, text]) => text.en)
    expect(new Set(english).size).toBe(english.length)
  })

  it("answer maintenance in the requested words", () => {
    expect(PUBLIC_ERRORS.one2pays_maintenance.text.en).toBe(
      "Payment service is temporarily under maintenance. Please try again later."
    )
  })
})

describe("isPublicErrorCode", () => {
  it.each(Object.keys(PUBLIC_ERRORS))("knows %s", (code) => {
    expect(isPublicErrorCode(code)).toBe(true)
  })

  it.each(["", "ONE2PAYS_BUSY", "toString", "__proto__", null, 503, {}])(
    "does not take %p for one of ours",
    (code) => {
      expect(isPublicErrorCode(code)).toBe(false)
    }
  )
})
