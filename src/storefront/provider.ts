/**
 * The start of the id of every entry of this plugin: Medusa names a payment provider `pp_<identifier>_<id in
 * medusa-config>`.
 */
export const ONE2PAYS_PROVIDER_PREFIX = "pp_one2pays"

/** The provider's id where medusa-config names the entry as the README does. */
export const ONE2PAYS_PROVIDER_ID = `${ONE2PAYS_PROVIDER_PREFIX}_one2pays`

/** Whether a payment provider or payment session of the cart belongs to this plugin. */
export function isOne2Pays(providerId: string | null | undefined): boolean {
  return (
    providerId === ONE2PAYS_PROVIDER_PREFIX ||
    Boolean(providerId?.startsWith(`${ONE2PAYS_PROVIDER_PREFIX}_`))
  )
}
