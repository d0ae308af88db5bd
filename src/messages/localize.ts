import { PAYER_PROBLEMS } from "./payer-problems"
import { PUBLIC_ERRORS, type Locale, type LocalizedText } from "./public-errors"

/**
 * Chooses the customer's language from what the request says, most explicit first:
 * each candidate is a locale (`th`, `th-TH`) or an `Accept-Language` header. English last.
 */
export function chooseLocale(
  ...candidates: (string | null | undefined)[]
): Locale {
  for (const candidate of candidates) {
    for (const tag of (candidate ?? "").split(",")) {
      const language = tag.trim().slice(0, 2).toLowerCase()
      if (language === "th" || language === "en") {
        return language
      }
    }
  }
  return "en"
}

const TEXTS: readonly LocalizedText[] = [
  ...Object.values(PUBLIC_ERRORS).map((error) => error.text),
  ...Object.values(PAYER_PROBLEMS),
]
const BY_ENGLISH = new Map(TEXTS.map((text) => [text.en, text]))

/**
 * Errors travel through Medusa as one English sentence; this finds the same sentence in the
 * customer's language. A sentence that is not ours comes back as it is.
 */
export function translate(english: string, locale: Locale): string {
  return BY_ENGLISH.get(english)?.[locale] ?? english
}
