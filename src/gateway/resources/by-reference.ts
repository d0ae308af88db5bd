import type { CallOptions } from "../call-options"
import { One2PaysError } from "../errors"
import { LARGEST_PAGE, type ListQuery, type Page } from "./pages"

export interface ByReferenceOptions extends CallOptions {
  /**
   * The object cannot be older than this. The time bounds the search where the route is missing.
   */
  createdAfter?: Date
}

/** The part of a resource that the look-up needs. */
interface LookUp<T> {
  /** GET …/by-reference/:referenceId */
  route(referenceId: string, call?: CallOptions): Promise<T>
  list(query: ListQuery, call?: CallOptions): Promise<Page<T>>
  retrieve(id: string, call?: CallOptions): Promise<T>
}

const MAX_PAGES = 10
// The gateway's clock may differ from ours.
const CLOCK_MARGIN_MS = 10 * 60_000

/**
 * Finds an object by the merchant's reference, on both generations of the gateway.
 *
 * The newer one has a route for it and the older one does not, yet both can say 404. A 404 of the
 * route proves an absence only after the route has once found something, which this function
 * remembers. Until then the newest pages of the list decide. So `null` always means that the gateway
 * has none, and a list that goes on beyond the pages that we read is an error: a withdraw sent again
 * because of page 11 would be paid twice.
 */
export function createByReference<
  T extends { id: string; referenceId: string | null },
>({ route, list, retrieve }: LookUp<T>) {
  let routeExists = false

  return async (
    referenceId: string,
    { createdAfter, ...call }: ByReferenceOptions = {}
  ): Promise<T | null> => {
    try {
      const found = await route(referenceId, call)
      if (found.referenceId === referenceId) {
        routeExists = true
        return found
      }
    } catch (error) {
      if (!(error instanceof One2PaysError) || !saysMissing(error)) {
        throw error
      }
      if (routeExists && error.code === "RESOURCE_NOT_FOUND") {
        return null
      }
    }
    const listed = await findInList(list, referenceId, createdAfter, call)
    // The vendor does not document whether a list holds the whole object, and a customer cannot pay a
    // payment without its nextAction.
    return listed && (await retrieve(listed.id, call))
  }
}

function saysMissing({ status }: One2PaysError): boolean {
  return status === 404 || status === 405
}

async function findInList<T extends { referenceId: string | null }>(
  list: LookUp<T>["list"],
  referenceId: string,
  createdAfter: Date | undefined,
  call: CallOptions
): Promise<T | null> {
  const dateFrom =
    createdAfter && new Date(createdAfter.getTime() - CLOCK_MARGIN_MS)
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { items, hasMore } = await list(
      {
        page,
        limit: LARGEST_PAGE,
        sortBy: "createdAt",
        sortOrder: "desc",
        dateFrom,
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
  }
  throw inconclusive(
    referenceId,
    `Not among the newest ${MAX_PAGES * LARGEST_PAGE} of the list, which goes on`
  )
}

function inconclusive(referenceId: string, text: string): One2PaysError {
  return new One2PaysError({ code: "LOOKUP_INCONCLUSIVE", text, referenceId })
}
