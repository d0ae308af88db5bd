import type { LocalizedText } from "./public-errors"

/** The sentences that name a bound. Where none is known, the text of the code serves. */
export const AMOUNT_BOUNDS = {
  one2pays_amount_below_min: {
    en: "The smallest amount for this payment method is THB {amount}. Please choose another payment method.",
    th: "วิธีชำระเงินนี้รับยอดขั้นต่ำ {amount} บาท กรุณาเลือกวิธีชำระเงินอื่น",
  },
  one2pays_amount_above_max: {
    en: "The largest amount for this payment method is THB {amount}. Please choose another payment method.",
    th: "วิธีชำระเงินนี้รับยอดสูงสุด {amount} บาท กรุณาเลือกวิธีชำระเงินอื่น",
  },
} as const satisfies Record<string, LocalizedText>

export type AmountBoundCode = keyof typeof AMOUNT_BOUNDS

export const isAmountBoundCode = (code: string): code is AmountBoundCode =>
  Object.hasOwn(AMOUNT_BOUNDS, code)

/** @param bound THB as a decimal string, such as `100000.00` */
export function describeBound(
  code: AmountBoundCode,
  bound: string
): LocalizedText {
  const [baht = "", satang = ""] = bound.split(".")
  const amount = `${baht.replace(/\B(?=(\d{3})+$)/g, ",")}.${satang.padEnd(2, "0")}`
  const { en, th } = AMOUNT_BOUNDS[code]
  return {
    en: en.replace("{amount}", amount),
    th: th.replace("{amount}", amount),
  }
}
