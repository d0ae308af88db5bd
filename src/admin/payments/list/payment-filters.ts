import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useDayFilter } from "../../ui/list/use-day-filter"
import type { ListedPayment } from "../payments"
import { PAYMENT_VIEWS } from "../payment-state-badge"

/** A payment as the filters name its parts. */
interface Filtered extends ListedPayment {
  /** How it looks to staff. */
  status: string
}

const filter = createDataTableFilterHelper<Filtered>()

/** The filters of the list. */
export function usePaymentFilters() {
  const { t } = useTranslation("one2pays")
  const dayFilter = useDayFilter()
  return useMemo(
    () => [
      filter.accessor("status", {
        type: "multiselect",
        label: t("payments.columns.state"),
        options: PAYMENT_VIEWS.map((value) => ({
          value,
          label: t(`payments.view.${value}`),
        })),
      }),
      filter.accessor("payment_method", {
        type: "multiselect",
        label: t("payments.fact.method"),
        options: (["promptpay", "bank_transfer"] as const).map((value) => ({
          value,
          label: t(`payments.method.${value}`),
        })),
      }),
      filter.accessor("created_at", dayFilter(t("payments.fact.created"))),
      filter.accessor("settled_at", dayFilter(t("payments.fact.paid"))),
    ],
    [t, dayFilter]
  )
}
