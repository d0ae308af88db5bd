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
import type { Changes, UrlState } from "../../ui/use-url-state"

type Read = Pick<UrlState, "get" | "getAll" | "has">

/**
 * The address' filters in the form of the table. A filter that staff have just added stands there without a value
 * (`state=`): the table would not show it otherwise, and opens it.
 */
export function filtersIn(url: Read): DataTableFilteringState {
  const { from, to } = daysIn(url)
  return {
    ...(url.has("state") ? { state: url.getAll("state") } : {}),
    ...(url.has("kind") ? { kind: url.getAll("kind") } : {}),
    ...(url.has("from") || url.has("to")
      ? {
          created_at:
            from || to
              ? {
                  ...(from ? { $gte: toPicked(from) } : {}),
                  ...(to ? { $lte: toPicked(to) } : {}),
                }
              : null,
        }
      : {}),
  }
}

/**
 * The table's filters in the form of the address. Days are kept without a time, so they are the same for everybody who
 * opens the address.
 */
export function toUrl(chosen: DataTableFilteringState): Changes {
  const { state, kind, created_at } = chosen as {
    state?: string[]
    kind?: string[]
    created_at?: DataTableDateComparisonOperator | null
  }
  return {
    state: state ?? null,
    kind: kind ?? null,
    from: created_at === null ? [] : day(created_at?.$gte),
    to: day(created_at?.$lte),
    page: null,
  }
}

/** The address' filters in the form of the server: whole days in the shop's zone. */
export function toQuery(url: Read): Record<string, string | string[]> {
  const [state, kind] = [url.getAll("state"), url.getAll("kind")]
  const { from, to } = daysIn(url)
  const [q, batch_id] = [url.get("q"), url.get("batch_id")]
  return {
    ...(url.get("approvable") ? { approvable: "true" } : {}),
    ...(batch_id ? { batch_id } : {}),
    ...(state.length > 0 ? { state } : {}),
    ...(kind.length > 0 ? { kind } : {}),
    ...(from ? { created_from: startOf(from) } : {}),
    ...(to ? { created_to: endOf(to) } : {}),
    ...(q ? { q } : {}),
  }
}

const day = (picked: string | undefined) => (picked ? fromPicked(picked) : null)

/** The days in the address. A text that is no day was written there by hand, and counts as none. */
function daysIn(url: Read) {
  const [from, to] = [url.get("from"), url.get("to")]
  return { from: isDay(from) && from, to: isDay(to) && to }
}
