import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CashSolid } from "@medusajs/icons"
import { Balance } from "../../../money/balance"
import { PayoutList } from "../../../payouts/list/payout-list"
import { Crumb } from "../../../ui/crumb"

/** The balance, and the money that leaves it. */
const PayoutsPage = () => {
  return (
    <div className="flex flex-col gap-y-3">
      <Balance />
      <PayoutList />
    </div>
  )
}

export default PayoutsPage

export const config = defineRouteConfig({
  label: "payouts.title",
  translationNs: "one2pays",
  icon: CashSolid,
})

export const handle = { breadcrumb: () => <Crumb of="payouts.title" /> }
