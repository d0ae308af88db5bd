import { useEffect, useState } from "react"
import { useShop } from "../shop/shop-context"
import type { Order } from "../shop/types"

/** The order, once it has been read. Without it the page still shows the payment, and what went wrong with the shop. */
export function useOrder(id: string): Order | undefined {
  const { sdk } = useShop()
  const [order, setOrder] = useState<Order>()

  useEffect(() => {
    let current = true
    sdk.store.order.retrieve(id).then(
      (answer) => current && setOrder(answer.order),
      (failure: unknown) => console.warn("The order cannot be read.", failure)
    )
    return () => {
      current = false
    }
  }, [sdk, id])

  return order
}
