import { useEffect, useState } from "react"
import { useLocale } from "../shop/locale-context"
import { useShop } from "../shop/shop-context"
import type { Product } from "../shop/types"

/** The shop's products in the customer's language; `undefined` while they are read. */
export function useProducts() {
  const { sdk, region } = useShop()
  const { locale } = useLocale()
  const [products, setProducts] = useState<Product[]>()
  const [error, setError] = useState<unknown>()

  useEffect(() => {
    let current = true
    sdk.store.product
      .list({
        region_id: region.id,
        limit: 50,
        fields: "*variants.calculated_price",
      })
      .then(
        (page) => current && setProducts(page.products),
        (failure: unknown) => current && setError(failure)
      )
    return () => {
      current = false
    }
  }, [sdk, region, locale])

  return { products, error }
}
