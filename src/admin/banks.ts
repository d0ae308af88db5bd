import { THAI_BANKS } from "../storefront/banks"

export const BANKS = THAI_BANKS

/** 004 · Kasikornbank (KBank) */
export function bankName(code: string, language: string): string {
  const bank = BANKS.find((known) => known.code === code)
  return bank
    ? `${code} · ${bank.name[language.startsWith("th") ? "th" : "en"]}`
    : code
}
