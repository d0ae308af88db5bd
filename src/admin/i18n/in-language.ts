import type { LocalizedText } from "../../messages/texts/public-errors"

/** Texts in one language, by their keys. */
export const inLanguage = <Key extends string>(
  texts: Record<Key, LocalizedText>,
  language: keyof LocalizedText
) =>
  Object.fromEntries(
    Object.entries<LocalizedText>(texts).map(([key, text]) => [
      key,
      text[language],
    ])
  ) as Record<Key, string>
