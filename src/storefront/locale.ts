export type Locale = "th" | "en"

/** Thai for any Thai tag (`th`, `th-TH`), English for everything else. */
export function toLocale(tag: string): Locale {
  return /^th\b/i.test(tag) ? "th" : "en"
}
