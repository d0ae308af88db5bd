/** Days begin and end as in Thailand, wherever the server runs: One2Pays knows no other country. */
export const SHOP_ZONE = "Asia/Bangkok"

/** Thailand has no summer time. */
export const SHOP_OFFSET = "+07:00"
export const SHOP_OFFSET_MS = 7 * 60 * 60 * 1000

/** Days in Thailand, such as 2026-11-01 and 2026-11-30, both included. */
export interface Days {
  from: string
  to: string
}

/** A moment's day in Thailand: 2026-11-30. */
export const bangkokDay = (moment: Date): string =>
  new Date(moment.getTime() + SHOP_OFFSET_MS).toISOString().slice(0, 10)

/** A moment's time of day in Thailand: 18:23. */
export const bangkokTime = (moment: Date): string =>
  new Date(moment.getTime() + SHOP_OFFSET_MS).toISOString().slice(11, 16)
