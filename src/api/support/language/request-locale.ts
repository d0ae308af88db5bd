import type { MedusaRequest } from "@medusajs/framework/http"
import { chooseLocale, type Locale } from "../../../messages"

/**
 * The reader's language: the one that the storefront or the dashboard names (`x-medusa-locale`, a store's `?locale=`),
 * then the browser's, then English.
 */
export function requestLocale(req: MedusaRequest): Locale {
  return chooseLocale(
    req.locale,
    // Core reads this header on the store's routes only.
    req.get("x-medusa-locale"),
    req.get("accept-language")
  )
}
