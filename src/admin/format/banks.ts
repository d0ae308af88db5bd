import { BANKS } from "../../messages/texts/banks"

export { BANKS }

const NAMES = new Map(BANKS.map(({ code, name }) => [code, name]))

export const isKnownBank = (code: string): boolean => NAMES.has(code)

/** 004 · Kasikornbank (KBank) */
export function bankName(code: string, language: string): string {
  const name = NAMES.get(code)
  return name
    ? `${code} · ${name[language.startsWith("th") ? "th" : "en"]}`
    : code
}
