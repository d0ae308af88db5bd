import type { CallOptions } from "../call-options"
import type { Logger } from "../logger"
import { pageSchema } from "./schemas"

/** One page of a list. */
export interface Page<T> {
  items: T[]
  /** Items on all pages, or the number of items so far when the gateway does not say. */
  total: number
  page: number
  limit: number
  totalPages: number
  hasMore: boolean
}

/** The query of both lists. Its dates are those of creation. */
export interface ListQuery {
  /** From 1. */
  page?: number
  /** 1 to 100, default 10. */
  limit?: number
  status?: string
  dateFrom?: Date | string
  dateTo?: Date | string
  sortBy?: string
  sortOrder?: "asc" | "desc"
}

/** The query of a walk to the end of a list. */
export type IterateQuery<Q extends ListQuery> = Omit<Q, "page" | "limit"> & {
  /** Default 100, for 10,000 objects. */
  maxPages?: number
}

/** The most items that the gateway puts on a page. */
export const LARGEST_PAGE = 100

const DEFAULT_LIMIT = 10
const DEFAULT_MAX_PAGES = 100

/** @returns `undefined` when the data is no page, or when one of its items is unreadable */
export function readPage<T>(
  data: unknown,
  asked: { page?: number; limit?: number },
  readItem: (item: unknown) => T | undefined
): Page<T> | undefined {
  const result = pageSchema.safeParse(data)
  if (!result.success) {
    return undefined
  }
  const raw = result.data
  const items: T[] = []
  for (const each of raw.data) {
    const item = readItem(each)
    if (item === undefined) {
      return undefined
    }
    items.push(item)
  }
  const page = raw.page ?? asked.page ?? 1
  const limit = raw.limit ?? asked.limit ?? DEFAULT_LIMIT
  const full = items.length > 0 && items.length >= limit
  const totalPages = raw.totalPages ?? (full ? page + 1 : page)
  return {
    items,
    total: raw.total ?? (page - 1) * limit + items.length,
    page,
    limit,
    totalPages,
    // An empty page ends the walk, whatever the gateway counts.
    hasMore: items.length > 0 && page < totalPages,
  }
}

/**
 * Walks a list page by page. A newer object that comes meanwhile moves an older one to the next page;
 * the walk yields that one once.
 *
 * Each page is a call with a timeout of its own, unless `call.deadline` bounds them all.
 */
export async function* walkPages<T extends { id: string }, Q extends ListQuery>(
  list: (query: Q, call?: CallOptions) => Promise<Page<T>>,
  { maxPages = DEFAULT_MAX_PAGES, ...query }: IterateQuery<Q>,
  call?: CallOptions,
  logger?: Logger
): AsyncGenerator<T, void, undefined> {
  const seen = new Set<string>()
  for (let page = 1; page <= maxPages; page++) {
    const asked = { ...query, page, limit: LARGEST_PAGE } as unknown as Q
    const { items, hasMore } = await list(asked, call)
    for (const item of items) {
      if (!seen.has(item.id)) {
        seen.add(item.id)
        yield item
      }
    }
    if (!hasMore) {
      return
    }
  }
  logger?.warn(`one2pays: a list was read to page ${maxPages} and goes on`)
}
