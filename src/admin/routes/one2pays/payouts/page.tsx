import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CashSolid } from "@medusajs/icons"
import {
  Alert,
  Container,
  createDataTableColumnHelper,
  createDataTableFilterHelper,
  DataTable,
  Heading,
  useDataTable,
  type DataTableFilteringState,
} from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate, useSearchParams } from "react-router-dom"
import { Balance } from "../../../components/balance"
import { PayoutForm } from "../../../components/payout-form"
import {
  PAYOUT_STATES,
  PayoutStateBadge,
} from "../../../components/payout-state"
import { formatBaht, formatMoment } from "../../../format"
import { usePayouts, type Payout } from "../../../payouts"

const PAGE_SIZE = 20

const column = createDataTableColumnHelper<Payout>()
const filter = createDataTableFilterHelper<Payout>()

/** Money that leaves: payouts and refunds. What is searched and where one is stands in the address. */
export default function PayoutsPage() {
  const { t } = useTranslation("one2pays")
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const page = Math.max(0, Number(params.get("page") ?? 0) || 0)
  const q = params.get("q") ?? ""
  const state = params.getAll("state")
  const kind = params.getAll("kind")
  const { data, error, isPending } = usePayouts({
    limit: PAGE_SIZE,
    offset: page * PAGE_SIZE,
    ...(q ? { q } : {}),
    ...(state.length > 0 ? { state } : {}),
    ...(kind.length > 0 ? { kind } : {}),
  })
  const update = (changes: Record<string, string | string[] | null>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
          next.delete(name)
          for (const each of [value ?? []].flat()) {
            if (each) {
              next.append(name, each)
            }
          }
        }
        return next
      },
      { replace: true }
    )
  const columns = useColumns()
  const filters = useFilters()
  const table = useDataTable({
    data: data?.withdraws ?? [],
    columns,
    filters,
    rowCount: data?.count ?? 0,
    getRowId: ({ id }) => id,
    isLoading: isPending,
    onRowClick: (_, { id }) => void navigate(id),
    search: {
      state: q,
      onSearchChange: (text) => update({ q: text, page: null }),
    },
    filtering: {
      state: {
        ...(state.length > 0 ? { state } : {}),
        ...(kind.length > 0 ? { kind } : {}),
      },
      onFilteringChange: (chosen: DataTableFilteringState) =>
        update({
          state: (chosen.state as string[] | undefined) ?? null,
          kind: (chosen.kind as string[] | undefined) ?? null,
          page: null,
        }),
    },
    pagination: {
      state: { pageIndex: page, pageSize: PAGE_SIZE },
      onPaginationChange: ({ pageIndex }) =>
        update({ page: pageIndex ? String(pageIndex) : null }),
    },
  })
  return (
    <div className="flex flex-col gap-y-3">
      <Balance />
      <Container className="divide-y p-0">
        {error ? (
          <div className="px-6 py-4">
            <Alert variant="error">
              {t(error.status === 403 ? "payouts.forbidden" : "payouts.failed")}
            </Alert>
          </div>
        ) : (
          <DataTable instance={table}>
            <DataTable.Toolbar className="flex flex-col items-start justify-between gap-2 md:flex-row md:items-center">
              <Heading>{t("payouts.title")}</Heading>
              <div className="flex items-center gap-2">
                <DataTable.FilterMenu />
                <DataTable.Search placeholder={t("payouts.search")} />
                <PayoutForm />
              </div>
            </DataTable.Toolbar>
            <DataTable.Table
              emptyState={{
                empty: {
                  heading: t("payouts.empty"),
                  description: t("payouts.emptyText"),
                },
                filtered: {
                  heading: t("payouts.nothing"),
                  description: t("payouts.nothingText"),
                },
              }}
            />
            <DataTable.Pagination />
          </DataTable>
        )}
      </Container>
    </div>
  )
}

function useColumns() {
  const { t, i18n } = useTranslation("one2pays")
  return useMemo(
    () => [
      column.accessor("created_at", {
        header: t("payouts.columns.created_at"),
        cell: ({ row: { original } }) =>
          formatMoment(original.created_at, i18n.language),
      }),
      column.accessor("account_name", {
        header: t("payouts.columns.account_name"),
        cell: ({ row: { original } }) =>
          `${original.account_name} · ${original.bank_code} ••${original.account_last4}`,
      }),
      column.accessor("kind", {
        header: t("payouts.columns.kind"),
        cell: ({ row: { original } }) => (
          <>{t(`payouts.kind.${original.kind}`)}</>
        ),
      }),
      column.accessor("state", {
        header: t("payouts.columns.state"),
        cell: ({ row: { original } }) => (
          <PayoutStateBadge state={original.state} />
        ),
      }),
      column.accessor("amount", {
        header: t("payouts.columns.amount"),
        align: "right",
        cell: ({ row: { original } }) => (
          <span className="block text-right tabular-nums">
            {formatBaht(original.amount, i18n.language)}
          </span>
        ),
      }),
    ],
    [t, i18n.language]
  )
}

function useFilters() {
  const { t } = useTranslation("one2pays")
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
    ],
    [t]
  )
}

export const config = defineRouteConfig({
  label: "payouts.title",
  translationNs: "one2pays",
  icon: CashSolid,
})
