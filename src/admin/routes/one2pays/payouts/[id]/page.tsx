import { lazy } from "react"
import { useParams } from "react-router-dom"
import { Crumb } from "../../../../ui/crumb"
import { LazyPart } from "../../../../ui/load/lazy-part"

const PayoutDetail = lazy(
  () => import("../../../../payouts/detail/payout-detail")
)

const PayoutPage = () => {
  const { id = "" } = useParams()
  return (
    <LazyPart>
      <PayoutDetail id={id} />
    </LazyPart>
  )
}

export default PayoutPage

export const handle = { breadcrumb: () => <Crumb of="payouts.one" /> }
