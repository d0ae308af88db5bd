import type { FetchError } from "@medusajs/js-sdk"

/** Core's own words, which it does not translate. */
const CORES =
  /^(Unauthorized$|Forbidden$|Insufficient permissions\b|An unknown error occurred)/

type Sentence = `common.${
  | "noAnswer"
  | "loggedOut"
  | "notAllowed"
  | "tooLarge"
  | "wentWrong"
  | "maybeDone"
  | "forbidden"
  | "missing"
  | "refused"}`

type Translate = (sentence: Sentence) => string

/**
 * Why something that staff asked for was not done: in the words of the shop, which the server has translated, or in ours
 * where it has none for them.
 */
export function errorText(error: unknown, t: Translate): string {
  const sentence = sentenceFor(error)
  const text = say(sentence, error, t)
  return sentence === "common.noAnswer" || sentence === "common.wentWrong"
    ? `${text} ${t("common.maybeDone")}`
    : text
}

/** Why something cannot be seen, or not as it is now. */
export const loadErrorText = (error: unknown, t: Translate): string =>
  say(lastingReason(error) ?? sentenceFor(error), error, t)

const say = (sentence: Sentence | undefined, error: unknown, t: Translate) =>
  sentence ? t(sentence) : (error as FetchError).message

/** Undefined where the shop has said it itself. */
function sentenceFor(error: unknown): Sentence | undefined {
  const { status, statusText, message = "" } = error as Partial<FetchError>
  if (!status) {
    return "common.noAnswer"
  }
  // The body parser's, which nobody translates, or a proxy's.
  if (status === 413) {
    return "common.tooLarge"
  }
  // Where the answer has no message, the client takes the status' name for one: a proxy has answered, not the shop.
  const isFromShop = message !== "" && message !== statusText
  if (isFromShop && !CORES.test(message)) {
    return undefined
  }
  if (status === 401) {
    return "common.loggedOut"
  }
  if (status === 403) {
    return "common.notAllowed"
  }
  return status >= 500 && !isFromShop ? "common.noAnswer" : "common.wentWrong"
}

/** Answers that stay the same until somebody does something. */
const REASONS: Partial<Record<number, Sentence>> = {
  400: "common.refused",
  401: "common.loggedOut",
  403: "common.forbidden",
  404: "common.missing",
}

/** Why there is nothing to see; undefined where asking again can help by itself, and where nothing is wrong. */
export const lastingReason = (error: unknown): Sentence | undefined =>
  REASONS[(error as Partial<FetchError> | null)?.status ?? 0]
