import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Balance } from "../money/balance"

/** The balance, on the page of orders. Medusa 2.21 puts it below the list until staff move it. */
export default function BalanceWidget() {
  return <Balance />
}

export const config = defineWidgetConfig({
  zone: "order.list.before",
})
