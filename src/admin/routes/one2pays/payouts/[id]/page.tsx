import { useParams } from "react-router-dom"
import { PayoutDetail } from "../../../../payouts/detail/payout-detail"
import { Crumb } from "../../../../ui/crumb"

export default function PayoutPage() {
  const { id = "" } = useParams()
  return <PayoutDetail id={id} />
}

export const handle = { breadcrumb: () => <Crumb of="payouts.one" /> }
