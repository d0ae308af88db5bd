import type { MedusaRequest } from "@medusajs/framework/http"
import { chooseLocale, type Locale } from "../../messages"

/**
 * The reader's language: what the storefront or the dashboard says (`x-medusa-locale`, a store's `?locale=`), then the
 * browser, then English.
 */
export function requestLocale(req: MedusaRequest): Locale {
  return chooseLocale(
    req.locale,
    // Core reads it on the store's routes only.
    req.get("x-medusa-locale"),
    req.get("accept-language")
  )
}
