import {
  Container,
  DataTable,
  Heading,
  I18nProvider,
  useDataTable,
  type DataTableSortingState,
} from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { intlLocale } from "../../format/intl-locale"
import { useMay } from "../../client/rights"
import { LoadFailure } from "../../ui/load-failure"
import { MissingRights } from "../../ui/missing-rights"
import { SaveMenu } from "../../ui/save-menu"
import { useExistingPage } from "../../ui/use-existing-page"
import { useUrlState } from "../../ui/use-url-state"
import { PayoutForm } from "../new/payout-form"
import { PayoutUpload } from "../upload/payout-upload"
import { useWithdraws } from "../withdraws"
import { BatchTotals } from "./batch-totals"
import { filtersIn, toQuery, toUrl } from "./payout-address"
import { usePayoutColumns } from "./payout-columns"
import { usePayoutFilters } from "./payout-filters"
import { ToApprove } from "./to-approve"
import { useDecisions } from "./use-decisions"

const PAGE_SIZE = 20
/** Who decides about many, or looks through a file, sees as many as the server shows at once. */
const LONG_PAGE_SIZE = 100

/** The withdraws, and the ways to ask for payouts. Search, filters and page stand in the address. */
export function PayoutList() {
  const { t } = useTranslation("one2pays")
  const core = useTranslation()
  const { language } = core.i18n
  const url = useUrlState()
  const may = useMay()
  const navigate = useNavigate()
  const mayApprove = may("one2pays_withdraw:approve")
  const filter = toQuery(url)
  const isInOrder = "approvable" in filter || "batch_id" in filter
  const size = isInOrder ? LONG_PAGE_SIZE : PAGE_SIZE
  // The oldest first, which is the order of a file, too.
  const order = url.get("order") || (isInOrder ? "created_at" : "")
  const query = useWithdraws({
    limit: size,
    offset: url.page * size,
    ...(order ? { order } : {}),
    ...filter,
  })
  const { data, error } = query
  const decisions = useDecisions(data?.withdraws ?? [], JSON.stringify(filter))
  const isForbidden = !data && error?.status === 403
  const isLeft = useExistingPage(
    url,
    data && { shown: data.withdraws.length, count: data.count, size }
  )
  const table = useDataTable({
    data: data?.withdraws ?? [],
    columns: usePayoutColumns(mayApprove),
    ...(mayApprove ? decisions.table : {}),
    filters: usePayoutFilters(),
    rowCount: data?.count ?? 0,
    getRowId: ({ id }) => id,
    isLoading: (!data && !error) || isLeft,
    onRowClick: (_, { id }) => void navigate(id),
    search: {
      state: url.get("q"),
      onSearchChange: (text) => url.set({ q: text, page: null }),
    },
    filtering: {
      state: filtersIn(url),
      onFilteringChange: (chosen) => url.set(toUrl(chosen)),
    },
    sorting: {
      state: order
        ? { id: order.replace("-", ""), desc: order.startsWith("-") }
        : null,
      // The third click on a heading removes the order, which the type does not say.
      onSortingChange: (sorting: DataTableSortingState | null | undefined) =>
        url.set({
          order: sorting ? `${sorting.desc ? "-" : ""}${sorting.id}` : null,
          page: null,
        }),
    },
    pagination: {
      state: { pageIndex: url.page, pageSize: size },
      onPaginationChange: ({ pageIndex }) =>
        url.set({ page: pageIndex ? String(pageIndex) : null }),
    },
  })
  return (
    // The calendar of a filter would count Buddhist years in Thai, beside core's Gregorian ones.
    <I18nProvider locale={intlLocale(language)}>
      <Container className="divide-y p-0">
        <DataTable instance={table}>
          <DataTable.Toolbar
            className="flex flex-col items-start justify-between gap-2 md:flex-row md:items-center"
            translations={{
              sort: core.t("filters.sortLabel"),
              clearAll: core.t("actions.clearAll"),
            }}
          >
            <Heading>{t("payouts.title")}</Heading>
            <div className="flex flex-wrap items-center gap-2 md:justify-end">
              <DataTable.FilterMenu tooltip={core.t("filters.filterLabel")} />
              <DataTable.SortingMenu tooltip={core.t("filters.sortLabel")} />
              <DataTable.Search placeholder={t("payouts.search")} />
              {!isForbidden && (
                <>
                  {mayApprove && (
                    <ToApprove total={data?.to_approve} url={url} />
                  )}
                  <SaveMenu
                    files={[
                      {
                        path: "/admin/one2pays/withdraws/export",
                        query: filter,
                        title: t("payouts.title"),
                      },
                      {
                        path: "/admin/one2pays/withdraws/trail",
                        query: filter,
                        title: t("payouts.detail.history"),
                      },
                    ]}
                  />
                  {may("one2pays_withdraw:create") && (
                    <>
                      <PayoutUpload />
                      <PayoutForm />
                    </>
                  )}
                  <MissingRights needed={["one2pays_withdraw:create"]} />
                </>
              )}
            </div>
          </DataTable.Toolbar>
          {/* The search itself may be wrong, so the toolbar stays and staff can change it. */}
          <LoadFailure query={query} />
          {data?.batch && (
            <BatchTotals
              totals={data.batch}
              onClose={() => url.set({ batch_id: null, page: null })}
            />
          )}
          {decisions.refusals}
          {(data || !error) && (
            <>
              <DataTable.Table
                emptyState={{
                  empty:
                    "approvable" in filter
                      ? {
                          heading: t("payouts.approval.none"),
                          description: t("payouts.approval.noneText"),
                        }
                      : {
                          heading: t("payouts.empty"),
                          description: t("payouts.emptyText"),
                        },
                  filtered: {
                    heading: t("payouts.nothing"),
                    description: t("payouts.nothingText"),
                  },
                }}
              />
              <DataTable.Pagination
                translations={{
                  of: core.t("general.of"),
                  results: core.t("general.results"),
                  pages: core.t("general.pages"),
                  next: core.t("general.next"),
                  prev: core.t("general.prev"),
                }}
              />
              <DataTable.CommandBar selectedLabel={decisions.label} />
            </>
          )}
        </DataTable>
        {decisions.prompt}
      </Container>
    </I18nProvider>
  )
}
