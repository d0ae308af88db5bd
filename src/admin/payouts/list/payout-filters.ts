import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useDayFilter } from "../../ui/list/use-day-filter"
import { PAYOUT_STATES } from "../payout-state-badge"
import type { Withdraw } from "../withdraws"

const filter = createDataTableFilterHelper<Withdraw>()

/** The filters of the list. */
export function usePayoutFilters() {
  const { t } = useTranslation("one2pays")
  const dayFilter = useDayFilter()
  return useMemo(
    () => [
      filter.accessor("state", {
        type: "multiselect",
        label: t("payouts.columns.state"),
        options: PAYOUT_STATES.map((value) => ({
          value,
          label: t(`payouts.state.${value}`),
        })),
      }),
      filter.accessor("kind", {
        type: "multiselect",
        label: t("payouts.columns.kind"),
        options: (["payout", "refund"] as const).map((value) => ({
          value,
          label: t(`payouts.kind.${value}`),
        })),
      }),
      filter.accessor("created_at", dayFilter(t("payouts.columns.created_at"))),
    ],
    [t, dayFilter]
  )
}
