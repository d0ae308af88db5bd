export type Locale = "th" | "en"

/** Thai for any Thai tag (`th`, `th-TH`, `th_TH`), English for everything else. */
export function toLocale(tag: string): Locale {
  return /^th(?![a-z])/i.test(tag) ? "th" : "en"
}
