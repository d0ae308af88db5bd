import type {
  DataTableDateComparisonOperator,
  DataTableFilteringState,
} from "@medusajs/ui"
import {
  endOf,
  fromPicked,
  isDay,
  startOf,
  toPicked,
} from "../../format/shop-day"
import type { Changes, UrlState } from "../use-url-state"

type Read = Pick<UrlState, "get" | "getAll" | "has">

/** The names of a span of days: in the address, and in the server's query. */
interface Span {
  address: readonly [from: string, to: string]
  query: readonly [from: string, to: string]
}

/** Keeps the filters of a list in the address. */
export class FilterAddress {
  /**
   * @param lists the filters of several values
   * @param spans the filters of days
   */
  constructor(
    private readonly lists: readonly string[],
    private readonly spans: Readonly<Record<string, Span>>
  ) {}

  /**
   * The address' filters in the form of the table. A filter that staff have just added stands there without a value
   * (`state=`): the table would not show it otherwise, and opens it.
   */
  filtersIn(url: Read): DataTableFilteringState {
    const filters: DataTableFilteringState = {}
    for (const name of this.lists) {
      if (url.has(name)) {
        filters[name] = url.getAll(name)
      }
    }
    for (const [name, { address }] of Object.entries(this.spans)) {
      if (address.some((end) => url.has(end))) {
        const [from, to] = daysIn(url, address)
        filters[name] =
          from || to
            ? {
                ...(from ? { $gte: toPicked(from) } : {}),
                ...(to ? { $lte: toPicked(to) } : {}),
              }
            : null
      }
    }
    return filters
  }

  /**
   * The table's filters in the form of the address. Days are kept without a time, so they are the same for everybody who
   * opens the address.
   */
  toUrl(chosen: DataTableFilteringState): Changes {
    const changes: Changes = { page: null }
    for (const name of this.lists) {
      changes[name] = (chosen[name] as string[] | undefined) ?? null
    }
    for (const [name, { address }] of Object.entries(this.spans)) {
      const span = chosen[name] as
        DataTableDateComparisonOperator | null | undefined
      changes[address[0]] = span === null ? [] : day(span?.$gte)
      changes[address[1]] = day(span?.$lte)
    }
    return changes
  }

  /** The address' filters and its search in the form of the server: whole days in the shop's zone. */
  toQuery(url: Read): Record<string, string | string[]> {
    const query: Record<string, string | string[]> = {}
    for (const name of this.lists) {
      const values = url.getAll(name)
      if (values.length > 0) {
        query[name] = values
      }
    }
    for (const { address, query: names } of Object.values(this.spans)) {
      const [from, to] = daysIn(url, address)
      if (from) {
        query[names[0]] = startOf(from)
      }
      if (to) {
        query[names[1]] = endOf(to)
      }
    }
    const q = url.get("q")
    return q ? { ...query, q } : query
  }
}

const day = (picked: string | undefined) => (picked ? fromPicked(picked) : null)

/** The days in the address. A text that is no day was written there by hand, and counts as none. */
const daysIn = (url: Read, [from, to]: Span["address"]) =>
  [from, to].map((name) => {
    const text = url.get(name)
    return isDay(text) ? text : ""
  })
