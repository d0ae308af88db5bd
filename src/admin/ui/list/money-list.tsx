import {
  Container,
  createDataTableColumnHelper,
  DataTable,
  Heading,
  I18nProvider,
  useDataTable,
  type DataTableColumnDef,
  type DataTableEmptyStateProps,
  type DataTableFilter,
  type DataTableSortingState,
} from "@medusajs/ui"
import { useMemo, type ComponentType, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { Polled } from "../../client/polling"
import { intlLocale } from "../../format/intl-locale"
import { LoadFailure } from "../load/load-failure"
import { useExistingPage } from "../use-existing-page"
import type { UrlState } from "../use-url-state"
import { ColumnsMenu } from "./columns-menu"
import type { FilterAddress } from "./filter-address"
import { useIsNarrow } from "./use-is-narrow"

type Options<Row> = Parameters<typeof useDataTable<Row>>[0]

interface Props<Row extends { id: string }> {
  title: string
  url: UrlState
  query: Polled<unknown>
  /** Undefined until the first answer. */
  rows: Row[] | undefined
  count: number | undefined
  /** Count of the entries of a page. */
  size: number
  // The table's own type: a column may have values of any type.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  columns: DataTableColumnDef<Row, any>[]
  /** The columns that staff see before they choose, where they may choose. */
  shown?: readonly string[]
  /** Draws a row where there is no room for columns. */
  narrow: ComponentType<{ row: Row }>
  filters: DataTableFilter[]
  address: FilterAddress
  /** The order in force, as the server takes it. Empty where it is the server's own. */
  order: string
  linkTo: (row: Row) => string
  emptyState: DataTableEmptyStateProps
  /** The buttons beside the search. */
  actions?: ReactNode
  /** What stands above the rows. */
  notes?: ReactNode
  selection?: Pick<Options<Row>, "rowSelection" | "commands">
  /** Names what is selected. */
  selected?: string
}

const NARROW = "narrow"

/**
 * A list of money in core's table. Search, filters, order, columns and page stand in the address. Where there is no room
 * for columns, each row is one cell.
 */
export function MoneyList<Row extends { id: string }>({
  url,
  query,
  rows,
  count,
  size,
  columns,
  shown,
  order,
  address,
  ...props
}: Props<Row>) {
  const { t } = useTranslation("one2pays")
  const core = useTranslation()
  const navigate = useNavigate()
  const isNarrow = useIsNarrow()
  const isEmpty = rows === undefined && query.error !== null
  const isLeft = useExistingPage(
    url,
    rows && { shown: rows.length, count: count ?? 0, size }
  )
  const chosen = url.has("columns") ? url.getAll("columns") : shown
  const isShown = (id: string) => !chosen || chosen.includes(id)
  const { title, narrow: Narrow } = props
  // A new column at each render would draw its cells anew, and take the focus from their links.
  const allColumns = useMemo(
    () => [
      ...columns.filter((each) => idOf(each)[0] === "select"),
      {
        ...createDataTableColumnHelper<Row>().display({
          id: NARROW,
          header: title,
          cell: ({ row }) => <Narrow row={row.original} />,
        }),
        // It takes the room that there is, and its texts are cut to it.
        maxSize: 0,
      },
      ...columns.filter((each) => idOf(each)[0] !== "select"),
    ],
    [columns, title, Narrow]
  )
  const ids = columns.flatMap(idOf).filter((id) => id !== "select")
  const table = useDataTable<Row>({
    data: rows ?? [],
    columns: allColumns,
    ...props.selection,
    columnVisibility: {
      state: {
        [NARROW]: isNarrow,
        ...Object.fromEntries(ids.map((id) => [id, !isNarrow && isShown(id)])),
      },
      onColumnVisibilityChange: () => undefined,
    },
    filters: props.filters,
    rowCount: count ?? 0,
    getRowId: ({ id }) => id,
    isLoading: (!rows && !isEmpty) || isLeft,
    onRowClick: (_, row) => void navigate(props.linkTo(row)),
    search: {
      state: url.get("q"),
      onSearchChange: (text) => url.set({ q: text, page: null }),
    },
    filtering: {
      state: address.filtersIn(url),
      onFilteringChange: (filters) => url.set(address.toUrl(filters)),
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
    <I18nProvider locale={intlLocale(core.i18n.language)}>
      <Container className="divide-y p-0">
        <DataTable instance={table}>
          <DataTable.Toolbar
            className="flex flex-col items-start justify-between gap-2 md:flex-row md:items-center"
            translations={{
              sort: core.t("filters.sortLabel"),
              clearAll: core.t("actions.clearAll"),
            }}
          >
            <Heading>{title}</Heading>
            <div className="flex flex-wrap items-center gap-2 md:justify-end">
              <DataTable.FilterMenu tooltip={core.t("filters.filterLabel")} />
              <DataTable.SortingMenu tooltip={core.t("filters.sortLabel")} />
              {shown && !isNarrow && (
                <ColumnsMenu
                  columns={columns.flatMap(({ header, ...each }) =>
                    idOf(each).map((id) => ({ id, name: String(header) }))
                  )}
                  isShown={isShown}
                  onChange={(next) => url.set({ columns: next })}
                />
              )}
              <DataTable.Search placeholder={t("common.search")} />
              {props.actions}
            </div>
          </DataTable.Toolbar>
          {/* The search itself may be wrong, so the toolbar stays and staff can change it. */}
          <LoadFailure query={query} />
          {props.notes}
          {!isEmpty && (
            <>
              <DataTable.Table emptyState={props.emptyState} />
              <DataTable.Pagination
                translations={{
                  of: core.t("general.of"),
                  results: core.t("general.results"),
                  pages: core.t("general.pages"),
                  next: core.t("general.next"),
                  prev: core.t("general.prev"),
                }}
              />
              {props.selected !== undefined && (
                <DataTable.CommandBar selectedLabel={props.selected} />
              )}
            </>
          )}
        </DataTable>
      </Container>
    </I18nProvider>
  )
}

/** A column's id, which the table takes from its key where it has none of its own. */
const idOf = (column: object): string[] => {
  const { id, accessorKey } = column as { id?: string; accessorKey?: string }
  const name = id ?? accessorKey
  return name === undefined ? [] : [name]
}
