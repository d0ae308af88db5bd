import {
  fetchPayment,
  type One2PaysPayment,
} from "medusa-plugin-one2pays/storefront"
import { useEffect, useState } from "react"
import { useShop } from "../shop/shop-context"
import type { Order } from "../shop/types"

/** An order with the payment that One2Pays has for it, null where it has none or does not tell. */
export type OrderWithPayment = Order & { payment: One2PaysPayment | null }

const PAGE = 10

/** The orders of the customer who is logged in, the newest first. */
export function useOrders() {
  const { sdk } = useShop()
  const [limit, setLimit] = useState(PAGE)
  const [orders, setOrders] = useState<OrderWithPayment[] | "failed">()
  const [hasMore, setHasMore] = useState(false)

  useEffect(() => {
    let current = true
    async function read() {
      const answer = await sdk.store.order.list({ limit, order: "-created_at" })
      const read = await Promise.all(
        answer.orders.map(async (order) => ({
          ...order,
          payment: await fetchPayment(sdk, order.id).catch(() => null),
        }))
      )
      if (current) {
        setOrders(read)
        setHasMore(answer.count > limit)
      }
    }
    read().catch((failure: unknown) => {
      console.warn("The orders cannot be read.", failure)
      if (current) setOrders("failed")
    })
    return () => {
      current = false
    }
  }, [sdk, limit])

  return { orders, hasMore, showMore: () => setLimit(limit + PAGE) }
}
