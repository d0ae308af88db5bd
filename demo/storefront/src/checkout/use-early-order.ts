import type Medusa from "@medusajs/js-sdk"
import { prepareEarly } from "medusa-plugin-one2pays/storefront/react"
import { useEffect, useMemo } from "react"
import type { Cart } from "../shop/types"
import { prepareOrder, type OrderDetails } from "./prepare-order"

/**
 * Prepares the order while the customer still looks at the form.
 *
 * @param details null while the form is incomplete
 * @returns hands over the prepared cart, or prepares it now
 */
export function useEarlyOrder(
  sdk: Medusa,
  cartId: string,
  details: OrderDetails | null
): (details: OrderDetails) => Promise<Cart> {
  const early = useMemo(
    () =>
      prepareEarly((order: OrderDetails) => prepareOrder(sdk, cartId, order)),
    [sdk, cartId]
  )
  const key = JSON.stringify(details)
  useEffect(() => {
    early.want(details)
  }, [early, key])
  useEffect(() => () => early.want(null), [early])
  return early.take
}
