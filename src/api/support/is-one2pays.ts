export const ONE2PAYS_PROVIDER = "pp_one2pays_one2pays"

/** As the storefront's: also of an entry under another id, whose customers' account numbers have to be sealed too. */
export const isOne2Pays = (providerId: unknown): boolean =>
  typeof providerId === "string" && /^pp_one2pays(_|$)/.test(providerId)
