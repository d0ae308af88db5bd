import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Balance } from "../components/balance"

/** The balance, above the list of orders. */
export default function BalanceWidget() {
  return <Balance />
}

export const config = defineWidgetConfig({
  zone: "order.list.before",
})
