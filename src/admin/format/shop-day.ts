/** Days are written `2026-11-21` and are the shop's: whole days in Thailand, wherever staff look from. */
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MINUTE_MS = 60 * 1000
const DAY_MS = 24 * 60 * MINUTE_MS

/** UTC+7, without summer time. */
export const SHOP_OFFSET_MINUTES = 7 * 60

export const isDay = (text: string): boolean => DAY.test(text)

/** The shop's day at a moment, or a number of days before it. */
export const shopDay = (moment: Date, daysBefore = 0): string =>
  new Date(
    moment.getTime() + SHOP_OFFSET_MINUTES * MINUTE_MS - daysBefore * DAY_MS
  )
    .toISOString()
    .slice(0, 10)

/** The moments at which a day begins and ends in the shop's zone. */
export const startOf = (day: string): string => `${day}T00:00:00+07:00`
export const endOf = (day: string): string => `${day}T23:59:59.999+07:00`

/** A day as a calendar holds it: its midnight in the browser's zone. */
export function toPicked(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  return new Date(year, month - 1, date).toISOString()
}

/** The day that a person picked on a calendar, in the browser's zone. */
export function fromPicked(time: string): string {
  const picked = new Date(time)
  const two = (part: number) => String(part).padStart(2, "0")
  return `${picked.getFullYear()}-${two(picked.getMonth() + 1)}-${two(picked.getDate())}`
}
