import type { CallOptions } from "../call-options"
import { One2PaysError } from "../errors"
import type { RouteMemory } from "../route-memory"
import { LARGEST_PAGE, type ListQuery, type Page } from "./pages"

export interface ByReferenceOptions extends CallOptions {
  /** The object cannot be older than this. The time bounds the search where the route is missing. */
  createdAfter?: Date
  /** The object cannot be newer than this: when its last request was over. */
  createdBefore?: Date
  /** `searchedTo` of an earlier `LOOKUP_INCONCLUSIVE`: the search goes on from there. */
  searchedTo?: Date | null
}

interface Listed {
  id: string
  referenceId: string | null
  createdAt: string | null
}

/** The part of a resource that the look-up needs. */
interface LookUp<T> {
  /** GET …/by-reference/:referenceId */
  route(referenceId: string, call?: CallOptions): Promise<T>
  list(query: ListQuery, call?: CallOptions): Promise<Page<T>>
  retrieve(id: string, call?: CallOptions): Promise<T>
  path: string
  routes?: RouteMemory
}

/** The most list pages of one look-up. */
const MAX_PAGES = 25
// The gateway's clock may differ from ours.
const CLOCK_MARGIN_MS = 10 * 60_000
/** The list may leave out the very end of its window, or cut it to seconds. */
const LIST_EDGE_MS = 1000

/**
 * Finds an object by the merchant's reference, on both generations of the gateway.
 *
 * The newer one has a route for it and the older one does not, yet both can say 404. A 404 of the
 * route proves an absence only after the route has once found something, which the memory of routes
 * keeps. Until then the pages of the list decide, between the times at which the object can have
 * been made. So `null` always means that the gateway has none, and a list that goes on beyond the
 * pages that we read is an error: a withdraw sent again because of page 26 would be paid twice. That
 * error says how far the search came, so that the next one goes on from there.
 */
export function createByReference<T extends Listed>({
  route,
  list,
  retrieve,
  path,
  routes,
}: LookUp<T>) {
  let isKnown = false

  const isProven = async () => {
    isKnown ||= (await routes?.isKnown(path)) ?? false
    return isKnown
  }

  return async (
    referenceId: string,
    {
      createdAfter,
      createdBefore,
      searchedTo,
      ...call
    }: ByReferenceOptions = {}
  ): Promise<T | null> => {
    try {
      const found = await route(referenceId, call)
      if (found.referenceId === referenceId) {
        if (!(await isProven())) {
          isKnown = true
          await routes?.remember(path)
        }
        return found
      }
    } catch (error) {
      if (!(error instanceof One2PaysError) || !saysMissing(error)) {
        throw error
      }
      if (error.code === "RESOURCE_NOT_FOUND" && (await isProven())) {
        return null
      }
    }
    const listed = await findInList(
      list,
      referenceId,
      {
        dateFrom: createdAfter && moved(createdAfter, -CLOCK_MARGIN_MS),
        dateTo:
          (searchedTo && moved(searchedTo, LIST_EDGE_MS)) ??
          (createdBefore && moved(createdBefore, CLOCK_MARGIN_MS)),
      },
      call
    )
    // The vendor does not document whether a list holds the whole object, and a customer cannot pay a
    // payment without its nextAction.
    return listed && (await retrieve(listed.id, call))
  }
}

const moved = (moment: Date, ms: number) => new Date(moment.getTime() + ms)

function saysMissing({ status }: One2PaysError): boolean {
  return status === 404 || status === 405
}

async function findInList<T extends Listed>(
  list: LookUp<T>["list"],
  referenceId: string,
  window: Pick<ListQuery, "dateFrom" | "dateTo">,
  call: CallOptions
): Promise<T | null> {
  let searchedTo: Date | undefined
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { items, hasMore } = await list(
      {
        page,
        limit: LARGEST_PAGE,
        sortBy: "createdAt",
        sortOrder: "desc",
        ...window,
      },
      call
    )
    const found = items.find((item) => item.referenceId === referenceId)
    if (found) {
      return found
    }
    if (items.some((item) => item.referenceId === null)) {
      throw inconclusive(referenceId, "The list does not name every reference")
    }
    if (!hasMore) {
      return null
    }
    searchedTo = timeOf(items.at(-1)) ?? searchedTo
  }
  throw inconclusive(
    referenceId,
    `Not among ${MAX_PAGES * LARGEST_PAGE} objects of the list, which goes on`,
    searchedTo
  )
}

/** The time of the last object of a page. The next search shows it again, because others may have the same. */
function timeOf(last: Listed | undefined): Date | undefined {
  const time = Date.parse(last?.createdAt ?? "")
  return Number.isNaN(time) ? undefined : new Date(time)
}

const inconclusive = (
  referenceId: string,
  text: string,
  searchedTo?: Date
): One2PaysError =>
  new One2PaysError({
    code: "LOOKUP_INCONCLUSIVE",
    text,
    referenceId,
    searchedTo,
  })
