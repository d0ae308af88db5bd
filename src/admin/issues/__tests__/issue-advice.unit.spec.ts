import texts from "../../i18n"
import { adviceOn } from "../issue-advice"
import { speaker } from "../../__tests__/speaker"

/** Texts that tell staff to press the button, which pays back to the account that the money came from. */
const BY_BUTTON = /^(Pay it back|Send it again|โอนเงินคืน|ส่งอีกครั้ง)/

const ISSUES = (["issue", "withdrawIssue"] as const).flatMap((kind) =>
  Object.keys(texts.en.one2pays.payments[kind]).map(
    (code) => `payments.${kind}.${code}`
  )
)

it.each(["unit", "funds", "key", null])(
  "a payout that has not left says what to do about its wait for %s",
  async (waitsFor) => {
    const about = "payments.withdrawIssue.delayed"
    const t = await speaker("en")
    const advice = t(adviceOn(about, false, { waitsFor }))
    expect(advice).toMatch(/leaves/)
    expect(advice).not.toBe(t(adviceOn(about, false)))
  }
)

describe.each(["en", "th", "de"])(
  "what to do about an issue, in %s",
  (language) => {
    it.each(ISSUES)(
      "%s: is to pay back only where the button is",
      async (about) => {
        const t = await speaker(language)
        const without = t(adviceOn(about, false))
        expect(without).not.toMatch(BY_BUTTON)
        expect(without).not.toContain("payments.")
        const advice = t(adviceOn(about, true))
        expect(BY_BUTTON.test(advice)).toBe(advice !== without)
      }
    )
  }
)
