import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { formatDay } from "../../format/date"
import { shopDay, toPicked } from "../../format/shop-day"
import { PAYOUT_STATES } from "../payout-state-badge"
import type { Withdraw } from "../withdraws"

const filter = createDataTableFilterHelper<Withdraw>()

/** The filters of the list. */
export function usePayoutFilters() {
  const { t, i18n } = useTranslation("one2pays")
  const core = useTranslation()
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
      filter.accessor("created_at", {
        type: "date",
        label: t("payouts.columns.created_at"),
        rangeOptionLabel: core.t("filters.date.custom"),
        rangeOptionStartLabel: core.t("filters.date.starting"),
        rangeOptionEndLabel: core.t("filters.date.ending"),
        formatDateValue: (day) => formatDay(day, i18n.language),
        options: (
          [
            ["today", 0],
            ["lastSevenDays", 7],
            ["lastThirtyDays", 30],
          ] as const
        ).map(([name, days]) => ({
          label: core.t(`filters.date.${name}`),
          value: { $gte: toPicked(shopDay(new Date(), days)) },
        })),
      }),
    ],
    [t, core.t, i18n.language]
  )
}
