import { toLocale, type Locale } from "../../index"
import { en } from "./en"
import type { Texts } from "./texts"
import { th } from "./th"

const BUILT_IN: Record<Locale, Texts> = { en, th }

/** The texts of a language, where the shop's own replace the built-in ones. */
export const textsFor = (
  locale: string,
  own: Partial<Texts> | undefined
): Texts => ({ ...BUILT_IN[toLocale(locale)], ...own })

/** `fill("Pay {amount}", { amount: "฿1.00" })` is `Pay ฿1.00`. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(
    /\{(\w+)\}/g,
    (placeholder, name: string) => values[name] ?? placeholder
  )
