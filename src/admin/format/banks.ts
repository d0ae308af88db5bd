import { THAI_BANKS, type ThaiBank } from "../../storefront/banks"

type Bank = Pick<ThaiBank, "code" | "name">

/**
 * All banks that the server knows. The storefront does not offer the last ones to payers: they serve companies, or have
 * merged away.
 */
export const BANKS: readonly Bank[] = [
  ...THAI_BANKS,
  bank("017", "Citibank", "ซิตี้แบงก์"),
  bank("020", "Standard Chartered Bank (Thai)", "สแตนดาร์ดชาร์เตอร์ด (ไทย)"),
  bank("039", "Mizuho Bank", "มิซูโฮ"),
  bank("045", "BNP Paribas", "บีเอ็นพี พารีบาส์"),
  bank("052", "Bank of China (Thai)", "แห่งประเทศจีน (ไทย)"),
  bank("065", "Thanachart Bank (now ttb)", "ธนชาต (ปัจจุบันคือทีทีบี)"),
]

function bank(code: string, en: string, th: string): Bank {
  return { code, name: { en, th: `ธนาคาร${th}` } }
}

const NAMES = new Map(BANKS.map(({ code, name }) => [code, name]))

export const isKnownBank = (code: string): boolean => NAMES.has(code)

/** 004 · Kasikornbank (KBank) */
export function bankName(code: string, language: string): string {
  const name = NAMES.get(code)
  return name
    ? `${code} · ${name[language.startsWith("th") ? "th" : "en"]}`
    : code
}
