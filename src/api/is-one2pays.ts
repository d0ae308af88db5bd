export const isOne2Pays = (providerId: unknown): boolean =>
  providerId === "pp_one2pays_one2pays"
