import { until } from "../setup/until"
import { PATIENCE_MS } from "./patience"
import type { RunningDemo } from "./running-demo"

/** Waits until the shop's server says so of an order's payment, without the help of any page. */
export async function untilServerSays(
  { publishableKey, medusaUrl }: RunningDemo,
  orderId: string,
  wanted: string
): Promise<void> {
  await until(
    async () => {
      const answer = await fetch(
        `${medusaUrl}/store/one2pays/orders/${orderId}`,
        { headers: { "x-publishable-api-key": publishableKey } }
      )
      const { payment } = (await answer.json()) as {
        payment: { status: string }
      }
      return payment.status
    },
    (status) => status === wanted,
    PATIENCE_MS,
    50
  )
}
