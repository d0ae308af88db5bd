import { intlLocale } from "./intl-locale"
import { SHOP_OFFSET_MINUTES } from "./shop-day"

/** ฿1,290.50 */
export const formatBaht = (amount: number, language: string): string =>
  formatMoney(amount, "THB", language)

/** An amount in whatever currency One2Pays names; without its sign where `Intl`, which would throw, cannot know it. */
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

/** One2Pays moves baht between Thai banks: its days begin and end there, wherever somebody looks from. */
const SHOP_ZONE = "Asia/Bangkok"

/** A moment in the shop's zone, as people write it in the dashboard's language. */
export function formatMoment(time: string, language: string): string {
  const moment = new Date(time)
  const text = new Intl.DateTimeFormat(intlLocale(language), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: SHOP_ZONE,
  }).format(moment)
  // Core shows the browser's zone; whoever is elsewhere must not take one for the other.
  return moment.getTimezoneOffset() === -SHOP_OFFSET_MINUTES
    ? text
    : `${text} (GMT+7)`
}

/** A day that somebody picked on a calendar, in the zone in which they picked it. */
export const formatDay = (day: Date, language: string): string =>
  new Intl.DateTimeFormat(intlLocale(language), { dateStyle: "medium" }).format(
    day
  )
