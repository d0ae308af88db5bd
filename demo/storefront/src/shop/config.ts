export interface ShopConfig {
  medusaUrl: string
  publishableKey: string
}

/**
 * Where the shop's server is: `/config.json` of the server that serves these files, so that one build serves any
 * shop; without it, what Vite was given at build time.
 */
export async function loadConfig(): Promise<ShopConfig> {
  const served = await fetchServedConfig()
  const config = {
    medusaUrl: served.medusaUrl ?? import.meta.env.VITE_MEDUSA_URL,
    publishableKey:
      served.publishableKey ?? import.meta.env.VITE_PUBLISHABLE_KEY,
  }
  if (!config.medusaUrl || !config.publishableKey) {
    throw new Error(
      "Set VITE_MEDUSA_URL and VITE_PUBLISHABLE_KEY, or serve /config.json with medusaUrl and publishableKey."
    )
  }
  return config
}

async function fetchServedConfig(): Promise<Partial<ShopConfig>> {
  const response = await fetch("/config.json", { cache: "no-store" })
  // A server with a fallback for single-page apps answers every path with index.html.
  const isJson = response.headers.get("content-type")?.includes("json")
  return response.ok && isJson
    ? ((await response.json()) as Partial<ShopConfig>)
    : {}
}
