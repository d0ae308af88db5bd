import { BANKS } from "../messages/texts/banks"
import type { Locale } from "./locale"

export interface ThaiBank {
  /** The Bank of Thailand's three digits, which `bank_code` takes. */
  code: string
  name: Record<Locale, string>
  /**
   * The color by which people know the bank, `#rrggbb`. It suits a mark beside the name: text on it may be hard to
   * read.
   */
  color: string
  /** What people type for it besides its names. */
  aliases?: readonly string[]
}

/**
 * The banks at which people in Thailand hold accounts, the most used first. The list helps a bank picker and is no
 * rule: the server takes any three digits, unless the shop's option `banks` narrows them. It leaves out banks that have
 * merged away or serve only companies.
 */
export const THAI_BANKS: readonly ThaiBank[] = /* @__PURE__ */ BANKS.flatMap(
  ({ code, name, color, aliases }) =>
    color ? [{ code, name, color, ...(aliases && { aliases }) }] : []
)

/**
 * The banks of a picker in a shop that takes only some.
 *
 * @param codes of `PaymentOffer`; null takes every bank
 */
export const banksOf = (
  codes: readonly string[] | null
): readonly ThaiBank[] =>
  codes === null
    ? THAI_BANKS
    : codes.map((code) => ({
        color: "#6d6e71",
        name: { en: code, th: code },
        ...BANKS.find((bank) => bank.code === code),
        code,
      }))

/**
 * The banks that a customer may mean by what they have typed so far, in Thai or English, the likeliest first: `กสิกร`,
 * `kbank` and `kasikorn` are one. Nothing typed finds all, and a word that every bank has finds none.
 */
export function findBanks(
  typed: string,
  banks: readonly ThaiBank[] = THAI_BANKS
): readonly ThaiBank[] {
  const wanted = spell(typed)
  if (wanted === "" && typed.trim() !== "") {
    return []
  }
  const spelled = banks.map((bank) => ({
    bank,
    words: ` ${[bank.name.th, bank.name.en, ...(bank.aliases ?? [])].map(spell).join(" ")}`,
  }))
  const beginning = spelled.filter(({ words }) => words.includes(` ${wanted}`))
  const within = spelled.filter(({ words }) => words.includes(wanted))
  return [...new Set([...beginning, ...within])].map(({ bank }) => bank)
}

const spell = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ธนาคาร|\./g, "")
    .replace(/[\s()]+/g, " ")
    .trim()
