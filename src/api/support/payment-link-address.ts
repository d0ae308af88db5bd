import type { ConfigModule } from "@medusajs/framework/types"
import type { PaymentLinkIds } from "./checkout/payment-link"
import { webAddress } from "./requests/web-address"

/** Where the customer of an order pays. */
export interface PaymentLinkAddress {
  /** Of the plain page, on this server. */
  path: string
  /** Null where the config names no address: then the plain page is on the server that the dashboard came from. */
  url: string | null
}

/**
 * The address of a payment link. It is the storefront's page, as the dashboard's own links are (`admin.storefrontUrl`). A
 * shop that names no storefront has the plain page, on `admin.backendUrl`.
 */
export function paymentLinkAddress(
  { admin }: Pick<ConfigModule, "admin">,
  { id, order_id }: PaymentLinkIds
): PaymentLinkAddress {
  const path = `/one2pays/pay/${order_id}~${id}`
  const storefront = rootOf(admin.storefrontUrl)
  if (storefront) {
    const url = `${storefront}/payment-collection/${id}?order_id=${order_id}`
    return { path, url }
  }
  const backend = rootOf(admin.backendUrl)
  return { path, url: backend && `${backend}${path}` }
}

const rootOf = (address: string | undefined): string | null =>
  webAddress(address)?.replace(/\/+$/, "") ?? null
