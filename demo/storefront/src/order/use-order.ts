import { useEffect, useState } from "react"
import { useShop } from "../shop/shop-context"
import type { Order } from "../shop/types"

export function useOrder(id: string) {
  const { sdk } = useShop()
  const [order, setOrder] = useState<Order>()
  const [error, setError] = useState<unknown>()

  useEffect(() => {
    let current = true
    sdk.store.order.retrieve(id).then(
      (answer) => current && setOrder(answer.order),
      (failure: unknown) => current && setError(failure)
    )
    return () => {
      current = false
    }
  }, [sdk, id])

  return { order, error }
}
