import Medusa from "@medusajs/js-sdk"

/** Set by the dashboard that the plugin is built into. */
declare const __BACKEND_URL__: string | undefined

/** The shop's API, as whoever is logged in to the dashboard. */
export const client = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: { type: "session" },
})
