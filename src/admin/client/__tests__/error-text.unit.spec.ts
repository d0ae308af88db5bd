import { FetchError } from "@medusajs/js-sdk"
import { errorText, lastingReason, loadErrorText } from "../error-text"
import texts from "../../i18n"
import { speaker } from "../../__tests__/speaker"

type Sentence =
  "noAnswer" | "loggedOut" | "notAllowed" | "tooLarge" | "wentWrong"

const FAILURES: [what: string, error: unknown, sentence: Sentence][] = [
  ["a lost connection", new TypeError("Failed to fetch"), "noAnswer"],
  ["an answer that is a page", new SyntaxError("Unexpected <"), "noAnswer"],
  [
    "a proxy's 502",
    new FetchError("Bad Gateway", "Bad Gateway", 502),
    "noAnswer",
  ],
  ["a proxy's 504 over HTTP/2", new FetchError("", "", 504), "noAnswer"],
  [
    "a session that ran out",
    new FetchError("Unauthorized", "", 401),
    "loggedOut",
  ],
  [
    "a role without the policy",
    new FetchError(
      "Insufficient permissions. Required policies: one2pays_withdraw:approve",
      "Forbidden",
      403
    ),
    "notAllowed",
  ],
  [
    "a proxy's 403",
    new FetchError("Forbidden", "Forbidden", 403),
    "notAllowed",
  ],
  [
    "an error that core keeps to itself",
    new FetchError("An unknown error occurred.", "Internal Server Error", 500),
    "wentWrong",
  ],
  [
    "somebody without any role, over HTTP/2",
    new FetchError("Forbidden", "", 403),
    "notAllowed",
  ],
  [
    "a proxy's 413",
    new FetchError("Content Too Large", "Content Too Large", 413),
    "tooLarge",
  ],
  [
    "the body parser's 413",
    new FetchError("request entity too large", "Payload Too Large", 413),
    "tooLarge",
  ],
]

/** These messages leave open whether the server has done what staff asked for. */
const isUncertain = (sentence: Sentence) =>
  sentence === "noAnswer" || sentence === "wentWrong"

describe.each(["en", "th"] as const)(
  "what staff read, in %s, of",
  (language) => {
    it.each(FAILURES)("%s", async (_, error, sentence) => {
      const { [sentence]: reason, maybeDone } = texts[language].one2pays.common
      expect(errorText(error, await speaker(language))).toBe(
        isUncertain(sentence) ? `${reason} ${maybeDone}` : reason
      )
    })

    it.each([
      [
        400,
        "Bad Request",
        "จำนวนเงิน 60000.00 บาท เกินวงเงินต่อรายการ 50000.00 บาท",
      ],
      [
        403,
        "Forbidden",
        "You asked for this payout: somebody else must approve it.",
      ],
      [409, "", "A payout that is rejected cannot be canceled."],
      [
        500,
        "Internal Server Error",
        "One2Pays refused the API key or signature.",
      ],
      [503, "Service Unavailable", "One2Pays is temporarily unavailable."],
    ])(
      "a refusal of the shop's own with %s: its words",
      async (status, name, message) => {
        expect(
          errorText(
            new FetchError(message, name, status),
            await speaker(language)
          )
        ).toBe(message)
      }
    )
  }
)

describe("why there is nothing to see", () => {
  it.each([
    [400, "x: expected one of y", "refused"],
    [401, "Unauthorized", "loggedOut"],
    [403, "Insufficient permissions. Required policies: x", "forbidden"],
    [404, "No such payout", "missing"],
  ] as const)(
    "stays the same after a %d",
    async (status, message, sentence) => {
      const error = new FetchError(message, "", status)
      expect(lastingReason(error)).toBe(`common.${sentence}`)
      expect(loadErrorText(error, await speaker("th"))).toBe(
        texts.th.one2pays.common[sentence]
      )
    }
  )

  it("says nothing of what may have been done: nothing was asked for", async () => {
    const t = await speaker("en")
    expect(loadErrorText(new TypeError("Failed to fetch"), t)).toBe(
      "The shop did not answer."
    )
    expect(loadErrorText(new FetchError("One2Pays is busy.", "", 503), t)).toBe(
      "One2Pays is busy."
    )
  })

  it.each([
    ["a lost connection", new TypeError("Failed to fetch")],
    ["a failure", new FetchError("", "", 500)],
    ["no error", null],
  ])("may be gone the next time after %s", (_, error) => {
    expect(lastingReason(error)).toBeUndefined()
  })
})
