import type { MedusaRequest } from "@medusajs/framework/http"
import { chooseLocale, type Locale } from "../../../messages"
import { loggerOf, queryOf } from "../../../modules/one2pays/core/query"

/** The path to the locale of the entity that a route's `:id` names, for the routes with our errors. */
const LOCALE_OF = {
  cart: { entity: "cart", path: ["locale"] },
  payment_collection: {
    entity: "payment_collection",
    path: ["cart", "locale"],
  },
  order: { entity: "order", path: ["locale"] },
} as const

export type LocaleSource = keyof typeof LOCALE_OF

/**
 * The customer's language for an error: the storefront's (`x-medusa-locale`, `?locale=`), then the cart's or order's own,
 * then the browser's, then English.
 */
export async function customerLocale(
  req: MedusaRequest,
  source: LocaleSource,
  id: string
): Promise<Locale> {
  const stored = req.locale ? null : await storedLocale(req, source, id)
  return chooseLocale(req.locale, stored, req.get("accept-language"))
}

async function storedLocale(
  req: MedusaRequest,
  source: LocaleSource,
  id: string
): Promise<string | null> {
  const { entity, path } = LOCALE_OF[source]
  try {
    const { data } = await queryOf(req.scope).graph({
      entity,
      fields: [path.join(".")],
      filters: { id },
    })
    const value = path.reduce<unknown>(
      (object, key) => (isRecord(object) ? object[key] : undefined),
      data[0]
    )
    return typeof value === "string" ? value : null
  } catch (error) {
    // An error has to reach the customer in any language. An older Medusa keeps no locale at all.
    loggerOf(req.scope).debug(
      `[one2pays] no locale of ${entity}: ${String(error)}`
    )
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null
