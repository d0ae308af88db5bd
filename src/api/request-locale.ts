import type { MedusaRequest } from "@medusajs/framework/http"
import { chooseLocale, type Locale } from "../messages"

/** The customer's language: what the storefront says (`x-medusa-locale`, `?locale=`), then the browser, then English. */
export function requestLocale(req: MedusaRequest): Locale {
  return chooseLocale(req.locale, req.get("accept-language"))
}
