import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { followNotices } from "../client/follow-notices"
import { Balance } from "../money/balance"

// Staff open the feed on every page, and none of our parts is on every page: the dashboard loads this file with itself.
// A build may read the widgets where there is no page.
if (typeof document !== "undefined") {
  followNotices(document)
}

/** The balance, on the page of orders. Medusa 2.21 puts it below the list until staff move it. */
const BalanceWidget = () => {
  return <Balance />
}

export default BalanceWidget

export const config = defineWidgetConfig({
  zone: "order.list.before",
})
