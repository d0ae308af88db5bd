/** Days begin and end as in Thailand, wherever the server runs: One2Pays knows no other country. */
export const SHOP_ZONE = "Asia/Bangkok"

/** Thailand has no summer time. */
export const SHOP_OFFSET = "+07:00"
export const SHOP_OFFSET_MS = 7 * 60 * 60 * 1000
