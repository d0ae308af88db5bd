export const ONE2PAYS_PROVIDER = "pp_one2pays_one2pays"

/**
 * Whether a provider is One2Pays, as the storefront says. An entry under another id counts, since its customers' account
 * numbers have to be sealed too.
 */
export const isOne2Pays = (providerId: unknown): boolean =>
  typeof providerId === "string" && /^pp_one2pays(_|$)/.test(providerId)
