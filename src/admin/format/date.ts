import { intlLocale } from "./intl-locale"
import { SHOP_OFFSET_MINUTES } from "./shop-day"

/** One2Pays moves baht between Thai banks: its days begin and end there, wherever staff look from. */
const SHOP_ZONE = "Asia/Bangkok"

const STYLES = {
  short: { day: "numeric", month: "short" },
  long: { dateStyle: "medium" },
} as const

/** A day of the shop's zone, `2026-11-21`, as people write it in the dashboard's language. */
export const formatDate = (
  date: string,
  language: string,
  style: keyof typeof STYLES
): string =>
  // A date without a time is midnight in UTC.
  new Intl.DateTimeFormat(intlLocale(language), {
    ...STYLES[style],
    timeZone: "UTC",
  }).format(new Date(date))

/** A month, `2026-11`, as people write it in the dashboard's language. */
export const formatMonth = (month: string, language: string): string =>
  new Intl.DateTimeFormat(intlLocale(language), {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(month))

/** A day that staff picked on a calendar, in the zone in which they picked it. */
export const formatDay = (day: Date, language: string): string =>
  new Intl.DateTimeFormat(intlLocale(language), { dateStyle: "medium" }).format(
    day
  )

/** A moment in the shop's zone, as people write it in the dashboard's language. */
export function formatMoment(time: string, language: string): string {
  const moment = new Date(time)
  const text = new Intl.DateTimeFormat(intlLocale(language), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: SHOP_ZONE,
  }).format(moment)
  // Core shows the browser's zone. Staff elsewhere must not take one for the other.
  return moment.getTimezoneOffset() === -SHOP_OFFSET_MINUTES
    ? text
    : `${text} (GMT+7)`
}
