import Medusa from "@medusajs/js-sdk"
import { getI18n } from "react-i18next"

/** The dashboard that the plugin is built into sets these, as it does for its own client. */
declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined

/** The shop's API, for the staff member who is logged in to the dashboard. */
export const client = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
  globalHeaders: {
    /**
     * The server's texts stand between ours, so they have to be in the language of ours, not in the browser's. The
     * language is read with every call, since staff can change it in their profile. Languages that we have no texts in
     * get English.
     */
    get "x-medusa-locale"() {
      return getI18n().language === "th" ? "th" : "en"
    },
  },
})
