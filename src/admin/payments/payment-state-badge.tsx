import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { viewOf, type PaymentView } from "./payment-state"
import type { Payment } from "./payments"

const COLORS = {
  preparing: "grey",
  awaiting: "orange",
  canceling: "grey",
  expired: "grey",
  failed: "red",
  canceled: "grey",
  arrived: "blue",
  paid: "green",
  review: "red",
} as const satisfies Record<PaymentView, string>

export const PAYMENT_VIEWS = Object.keys(COLORS) as PaymentView[]

export function PaymentStateBadge({ payment }: { payment: Payment }) {
  const { t } = useTranslation("one2pays")
  const view = viewOf(payment, new Date())
  return (
    <StatusBadge
      color={COLORS[view]}
      className="text-nowrap"
      data-testid="one2pays-payment-state"
    >
      {t(`payments.view.${view}`)}
    </StatusBadge>
  )
}
