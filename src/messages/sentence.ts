import type { LocalizedText } from "./public-errors"

/** The places of a sentence that are filled in, such as `amount` of `THB {amount} was paid.` */
export type PlacesOf<Text extends string> =
  Text extends `${string}{${infer Place}}${infer Rest}`
    ? Place | PlacesOf<Rest>
    : never

/** A sentence with its values in their places. */
export const fillIn = (
  text: string,
  values: Readonly<Record<string, string>>
): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)

export interface FoundSentence {
  text: LocalizedText
  values: Readonly<Record<string, string>>
}

/** Finds which of our sentences an English one is, and what its places hold. */
export function sentenceFinder(
  texts: readonly LocalizedText[]
): (english: string) => FoundSentence | null {
  const patterns = texts.map((text) => ({ text, pattern: patternOf(text.en) }))
  return (english) => {
    for (const { text, pattern } of patterns) {
      const match = pattern.exec(english)
      if (match) {
        return { text, values: match.groups ?? {} }
      }
    }
    return null
  }
}

/** Amounts, ids and codes have no spaces in them, which keeps the search linear and other people's sentences out. */
const VALUE = "\\S+?"
const VALUES: Readonly<Record<string, string>> = {
  // Another sentence, or a person's.
  why: "[^]*",
  payout: "o2pwd_\\w+",
  // "Received THB 25.00" is not 25.00 of a currency called THB.
  received: "[\\d.]+",
}

function patternOf(english: string): RegExp {
  const parts = english
    .split(/\{(\w+)\}/)
    .map((part, index) =>
      index % 2 === 0
        ? part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
        : `(?<${part}>${VALUES[part] ?? VALUE})`
    )
  return new RegExp(`^${parts.join("")}$`)
}
