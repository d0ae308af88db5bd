import Medusa from "@medusajs/js-sdk"
import { getI18n } from "react-i18next"

/** Set by the dashboard that the plugin is built into, as its own client has them. */
declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined

/** The shop's API, as whoever is logged in to the dashboard. */
export const client = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
  globalHeaders: {
    /**
     * What the server says stands between our texts, so it has to be in their language, and not in the browser's.
     * Read with every call, since the language can be changed in the profile. Other languages get our texts in English.
     */
    get "x-medusa-locale"() {
      return getI18n().language === "th" ? "th" : "en"
    },
  },
})
