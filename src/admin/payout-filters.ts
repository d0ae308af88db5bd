import {
  createDataTableFilterHelper,
  type DataTableDateComparisonOperator,
  type DataTableFilteringState,
} from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { PAYOUT_STATES } from "./components/payout-state"
import { formatDay } from "./format"
import type { Payout } from "./payouts"
import type { useUrlState } from "./use-url-state"

const filter = createDataTableFilterHelper<Payout>()

type Url = ReturnType<typeof useUrlState>

/** The filters that the address holds, as the table wants them. */
export function filtersIn(url: Url): DataTableFilteringState {
  const [state, kind] = [url.getAll("state"), url.getAll("kind")]
  const [from, to] = [url.get("from"), url.get("to")]
  return {
    ...(state.length > 0 ? { state } : {}),
    ...(kind.length > 0 ? { kind } : {}),
    ...(from || to
      ? {
          created_at: {
            ...(from ? { $gte: from } : {}),
            ...(to ? { $lte: to } : {}),
          },
        }
      : {}),
  }
}

/** As the address keeps them. */
export function toUrl(chosen: DataTableFilteringState) {
  const date = chosen.created_at as DataTableDateComparisonOperator | undefined
  return {
    state: (chosen.state as string[] | undefined) ?? null,
    kind: (chosen.kind as string[] | undefined) ?? null,
    from: date?.$gte ?? null,
    to: date?.$lte ?? null,
    page: null,
  }
}

/** As the server takes them: whole days in the shop's zone, whichever zone they were picked in. */
export function toQuery(url: Url): Record<string, string | string[]> {
  const { state, kind } = filtersIn(url) as {
    state?: string[]
    kind?: string[]
  }
  const [from, to, q] = [url.get("from"), url.get("to"), url.get("q")]
  return {
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(from ? { created_from: `${pickedDay(from)}T00:00:00+07:00` } : {}),
    ...(to ? { created_to: `${pickedDay(to)}T23:59:59.999+07:00` } : {}),
    ...(q ? { q } : {}),
  }
}

/** 2026-11-21, of a moment that a date picker gave. */
function pickedDay(time: string): string {
  const picked = new Date(time)
  const two = (part: number) => String(part).padStart(2, "0")
  return `${picked.getFullYear()}-${two(picked.getMonth() + 1)}-${two(picked.getDate())}`
}

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
          value: { $gte: daysAgo(days) },
        })),
      }),
    ],
    [t, core.t, i18n.language]
  )
}

function daysAgo(days: number): string {
  const day = new Date()
  day.setHours(0, 0, 0, 0)
  day.setDate(day.getDate() - days)
  return day.toISOString()
}
