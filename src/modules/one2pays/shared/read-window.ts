import {
  systemClock,
  type CallOptions,
  type ListQuery,
  type Page,
} from "../../../gateway"

/** Entries of one list page. */
export const PAGE_SIZE = 100

/** A background call may wait longer in the queue than a customer can. */
const CALL_MS = 30_000

interface Listed {
  id: string
}

/**
 * Reads the list pages between two moments. It stops when it has found everything sought, or when the pages that are
 * left would cost more than asking for the missing entries one by one.
 *
 * @param sought by the gateway's id; the function takes out what it finds
 */
export async function* readWindow<T extends Listed, S>(
  list: (
    query: ListQuery & { sortBy: "createdAt" },
    call: CallOptions
  ) => Promise<Page<T>>,
  { from, to }: { from: Date; to: Date },
  sought: Map<string, S>
): AsyncGenerator<{ found: S; item: T }, void, undefined> {
  for (let page = 1; sought.size > 0; page++) {
    const { items, hasMore, totalPages } = await list(
      {
        page,
        limit: PAGE_SIZE,
        dateFrom: from,
        dateTo: to,
        sortBy: "createdAt",
        sortOrder: "desc",
      },
      { rank: "background", deadline: systemClock.now() + CALL_MS }
    )
    for (const item of items) {
      const found = sought.get(item.id)
      if (found !== undefined) {
        sought.delete(item.id)
        yield { found, item }
      }
    }
    if (!hasMore || totalPages - page > sought.size) {
      return
    }
  }
}
