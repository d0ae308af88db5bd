import type {
  DataTableDateComparisonOperator,
  DataTableFilteringState,
} from "@medusajs/ui"
import type { Changes, UrlState } from "./use-url-state"

type Read = Pick<UrlState, "get" | "getAll" | "has">

/**
 * The filters that the address holds, as the table wants them. A filter that was just added has no
 * value yet (`state=`): the table shows only what is there, and opens it.
 */
export function filtersIn(url: Read): DataTableFilteringState {
  const [from, to] = [url.get("from"), url.get("to")]
  return {
    ...(url.has("state") ? { state: url.getAll("state") } : {}),
    ...(url.has("kind") ? { kind: url.getAll("kind") } : {}),
    ...(url.has("from") || url.has("to")
      ? {
          created_at:
            from || to
              ? {
                  ...(from ? { $gte: from } : {}),
                  ...(to ? { $lte: to } : {}),
                }
              : null,
        }
      : {}),
  }
}

/** As the address keeps them. */
export function toUrl(chosen: DataTableFilteringState): Changes {
  const { state, kind, created_at } = chosen as {
    state?: string[]
    kind?: string[]
    created_at?: DataTableDateComparisonOperator | null
  }
  return {
    state: state ?? null,
    kind: kind ?? null,
    from: created_at === null ? [] : (created_at?.$gte ?? null),
    to: created_at?.$lte ?? null,
    page: null,
  }
}

/** As the server takes them: whole days in the shop's zone, whichever zone they were picked in. */
export function toQuery(url: Read): Record<string, string | string[]> {
  const [state, kind] = [url.getAll("state"), url.getAll("kind")]
  const [from, to, q] = [url.get("from"), url.get("to"), url.get("q")]
  return {
    ...(state.length > 0 ? { state } : {}),
    ...(kind.length > 0 ? { kind } : {}),
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
