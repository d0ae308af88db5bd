import type { Locale } from "./texts/public-errors"

/**
 * Chooses the customer's language from the request, the most explicit source first. Each candidate is a locale (`th`,
 * `th-TH`) or an `Accept-Language` header. English comes last.
 */
export function chooseLocale(
  ...candidates: (string | null | undefined)[]
): Locale {
  for (const candidate of candidates) {
    const [best] = readPreferences(candidate ?? "").sort(
      (a, b) => b.quality - a.quality
    )
    if (best) {
      return best.locale
    }
  }
  return "en"
}

// The pattern matches the language itself, not its first letters: `thv` (Tahaggart Tamahaq) is no Thai.
const PREFERENCE = /^(th|en)(?:[-_][\w-]*)?\s*(?:;\s*q\s*=\s*([\d.]+))?$/i

/**
 * Lists our locales among those that the request asks for, in their order. `q=0` means "not this one" (RFC 9110,
 * section 12.4.2).
 */
function readPreferences(list: string): { locale: Locale; quality: number }[] {
  return list.split(",").flatMap((entry) => {
    const [, language, quality = "1"] = PREFERENCE.exec(entry.trim()) ?? []
    return language && Number(quality) > 0
      ? [
          {
            locale: language.toLowerCase() === "th" ? "th" : "en",
            quality: Number(quality),
          },
        ]
      : []
  })
}
