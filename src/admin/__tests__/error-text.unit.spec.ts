import { FetchError } from "@medusajs/js-sdk"
import { errorText } from "../error-text"
import texts from "../i18n"
import { speaker } from "./speaker"

type Sentence = "noAnswer" | "loggedOut" | "notAllowed" | "wentWrong"

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
    "a proxy's 413",
    new FetchError("Content Too Large", "Content Too Large", 413),
    "wentWrong",
  ],
]

describe.each(["en", "th"] as const)(
  "what staff read, in %s, of",
  (language) => {
    it.each(FAILURES)("%s", async (_, error, sentence) => {
      expect(errorText(error, await speaker(language))).toBe(
        texts[language].one2pays.common[sentence]
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
