import { intlLocale } from "./intl-locale"

/** ฿1,290.50 */
export const formatBaht = (amount: number, language: string): string =>
  formatMoney(amount, "THB", language)

/**
 * An amount in any currency that One2Pays names. `Intl` would throw at a name that is no currency's: such an amount has
 * no sign.
 */
export const formatMoney = (
  amount: number,
  currency: string,
  language: string
): string =>
  /^[a-z]{3}$/i.test(currency)
    ? new Intl.NumberFormat(intlLocale(language), {
        style: "currency",
        currency,
        currencyDisplay: "narrowSymbol",
      }).format(amount)
    : formatNumber(amount, language)

/** 1,000 */
export const formatNumber = (value: number, language: string): string =>
  new Intl.NumberFormat(intlLocale(language)).format(value)
