import Medusa from "@medusajs/js-sdk"
import { loadConfig } from "./config"
import type { Shop } from "./shop-context"

/** Connects to the shop's server. One2Pays takes baht only, so the region is the one that sells in baht. */
export async function openShop(): Promise<Shop> {
  const { medusaUrl, publishableKey } = await loadConfig()
  const sdk = new Medusa({ baseUrl: medusaUrl, publishableKey })
  const { regions } = await sdk.store.region.list({ limit: 100 })
  const region = regions.find(({ currency_code }) => currency_code === "thb")
  if (!region) {
    throw new Error("The shop has no region with the currency THB.")
  }
  return { sdk, region }
}
