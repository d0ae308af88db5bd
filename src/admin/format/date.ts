import { intlLocale } from "./intl-locale"

const STYLES = {
  short: { day: "numeric", month: "short" },
  long: { dateStyle: "medium" },
} as const

/** A day of the shop's zone, written `2026-11-21`, as people in the dashboard's language write it. */
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
