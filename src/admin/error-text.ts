import type { FetchError } from "@medusajs/js-sdk"

/** Core's own words, which it does not translate. */
const CORES =
  /^(Unauthorized$|Insufficient permissions\b|An unknown error occurred)/

type Sentence = `common.${
  "noAnswer" | "loggedOut" | "notAllowed" | "wentWrong"}`

/**
 * Why something that staff asked for was not done: in the words of the shop, which the server has translated, or in ours
 * where it has none for them.
 */
export function errorText(
  error: unknown,
  t: (sentence: Sentence) => string
): string {
  const { status, statusText, message = "" } = error as Partial<FetchError>
  if (!status) {
    return t("common.noAnswer")
  }
  // Where the answer has no message, the client takes the status' name for one: a proxy has answered, not the shop.
  const isFromShop = message !== "" && message !== statusText
  if (isFromShop && !CORES.test(message)) {
    return message
  }
  return t(sentenceFor(status, isFromShop))
}

function sentenceFor(status: number, isFromShop: boolean): Sentence {
  if (status === 401) {
    return "common.loggedOut"
  }
  if (status === 403) {
    return "common.notAllowed"
  }
  return status >= 500 && !isFromShop ? "common.noAnswer" : "common.wentWrong"
}

/** Answers that stay the same however often one asks. */
const REASONS: Partial<
  Record<number, "common.forbidden" | "common.missing" | "common.refused">
> = {
  400: "common.refused",
  403: "common.forbidden",
  404: "common.missing",
}

/** Why there is nothing to see; undefined where asking again can help. */
export const lastingReason = (error: unknown) =>
  REASONS[(error as Partial<FetchError>).status ?? 0]
