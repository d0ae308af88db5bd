import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Balance } from "../money/balance"

/** The balance, on the page of orders: below the list in Medusa 2.21, until staff move it. */
export default function BalanceWidget() {
  return <Balance />
}

export const config = defineWidgetConfig({
  zone: "order.list.before",
})
