import { toLocale, type ThaiBank } from "../../index"

/** A bank's name and color. A bank outside the list has its code for a name. */
export const bankOf = (
  code: string,
  banks: readonly ThaiBank[],
  locale: string
) => {
  const bank = banks.find((known) => known.code === code)
  return { name: bank?.name[toLocale(locale)] ?? code, color: bank?.color }
}
