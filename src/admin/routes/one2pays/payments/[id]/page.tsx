import { lazy } from "react"
import { useParams } from "react-router-dom"
import { Crumb } from "../../../../ui/crumb"
import { LazyPart } from "../../../../ui/load/lazy-part"

const PaymentPage = lazy(async () => ({
  default: (await import("../../../../orders/on-demand")).PaymentPage,
}))

const OnePaymentPage = () => {
  const { id = "" } = useParams()
  return (
    <LazyPart>
      <PaymentPage id={id} />
    </LazyPart>
  )
}

export default OnePaymentPage

export const handle = { breadcrumb: () => <Crumb of="payments.one" /> }
