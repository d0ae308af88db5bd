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
}

/**
 * The banks at which people in Thailand hold accounts, the most used first. The list helps a bank picker and is no
 * rule: the server takes any three digits, unless the shop's option `banks` narrows them. It leaves out banks that have
 * merged away or serve only companies.
 */
export const THAI_BANKS: readonly ThaiBank[] = BANKS.flatMap(
  ({ color, ...bank }) => (color ? [{ ...bank, color }] : [])
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
