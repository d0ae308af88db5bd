import { FetchError } from "@medusajs/js-sdk"
import { describeError, errorCode } from "medusa-plugin-one2pays/storefront"

/** What the shop itself refuses (out of stock, say) in its own words, everything else in the plugin's. */
export function describeShopError(error: unknown, locale: string): string {
  return error instanceof FetchError && errorCode(error) === null
    ? error.message
    : describeError(error, locale)
}
