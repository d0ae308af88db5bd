import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CreditCard } from "@medusajs/icons"
import { PaymentTabs } from "../../../issues/payment-tabs"
import { MoneyChart } from "../../../money/money-chart"
import { Crumb } from "../../../ui/crumb"

/** Money by day, all payments, and the payments and withdraws that need a person. */
const PaymentsPage = () => {
  return (
    <div className="flex flex-col gap-y-3">
      <MoneyChart />
      <PaymentTabs />
    </div>
  )
}

export default PaymentsPage

export const config = defineRouteConfig({
  label: "payments.title",
  translationNs: "one2pays",
  icon: CreditCard,
})

export const handle = { breadcrumb: () => <Crumb of="payments.title" /> }
