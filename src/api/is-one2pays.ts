export const ONE2PAYS_PROVIDER = "pp_one2pays_one2pays"

export const isOne2Pays = (providerId: unknown): boolean =>
  providerId === ONE2PAYS_PROVIDER
