import type Medusa from "@medusajs/js-sdk"
import { createContext, useContext } from "react"
import type { Region } from "./types"

export interface Shop {
  sdk: Medusa
  /** The region that sells in baht. */
  region: Region
}

export const ShopContext = createContext<Shop | null>(null)

export function useShop(): Shop {
  const shop = useContext(ShopContext)
  if (!shop) {
    throw new Error("useShop needs a ShopContext.")
  }
  return shop
}
