/** Days begin and end as in Thailand, wherever the server runs: One2Pays knows no other country. */
export const SHOP_ZONE = "Asia/Bangkok"
