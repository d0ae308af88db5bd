/** ฿1,290.50 */
export const formatBaht = (amount: number, language: string): string =>
  new Intl.NumberFormat(language, {
    style: "currency",
    currency: "THB",
    currencyDisplay: "narrowSymbol",
  }).format(amount)

/** A moment as people in the dashboard's language write it, in the browser's zone, as core does. */
export const formatMoment = (time: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(time))
