import type { FetchError } from "@medusajs/js-sdk"

/** Core's own messages, which core does not translate. */
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
 * Says why something that staff asked for was not done. The server's own text, which it has translated, comes first;
 * ours stands in where the server has none.
 */
export function errorText(error: unknown, t: Translate): string {
  const sentence = sentenceFor(error)
  const text = say(sentence, error, t)
  return sentence === "common.noAnswer" || sentence === "common.wentWrong"
    ? `${text} ${t("common.maybeDone")}`
    : text
}

/** Says why something cannot be shown, or not in its newest state. */
export const loadErrorText = (error: unknown, t: Translate): string =>
  say(lastingReason(error) ?? sentenceFor(error), error, t)

const say = (sentence: Sentence | undefined, error: unknown, t: Translate) =>
  sentence ? t(sentence) : (error as FetchError).message

/** Undefined where the shop's own message says it. */
function sentenceFor(error: unknown): Sentence | undefined {
  const { status, statusText, message = "" } = error as Partial<FetchError>
  if (!status) {
    return "common.noAnswer"
  }
  // From the body parser, whose text nobody translates, or from a proxy.
  if (status === 413) {
    return "common.tooLarge"
  }
  // The client takes the status' name for a message where the answer has none: a proxy has answered, not the shop.
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

/** Answers that stay the same until a person changes something. */
const REASONS: Partial<Record<number, Sentence>> = {
  400: "common.refused",
  401: "common.loggedOut",
  403: "common.forbidden",
  404: "common.missing",
}

/** Says why there is nothing to see. Undefined where asking again may help, and where nothing is wrong. */
export const lastingReason = (error: unknown): Sentence | undefined =>
  REASONS[(error as Partial<FetchError> | null)?.status ?? 0]
