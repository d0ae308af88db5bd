import { One2PaysError } from "../errors"
import type { CallOptions } from "../options"
import { LARGEST_PAGE, type ListQuery, type Page } from "./pages"

export interface ByReferenceOptions extends CallOptions {
  /**
   * A time before which the object cannot have been created: it bounds the search where the route
   * is missing.
   */
  createdAfter?: Date
}

/** What the look-up needs of a resource. */
interface LookUp<T> {
  /** GET …/by-reference/:referenceId */
  route(referenceId: string, call?: CallOptions): Promise<T>
  list(query: ListQuery, call?: CallOptions): Promise<Page<T>>
  retrieve(id: string, call?: CallOptions): Promise<T>
}

const MAX_PAGES = 10
// The gateway's clock need not be ours.
const CLOCK_MARGIN_MS = 10 * 60_000

/**
 * Finds an object by the merchant's reference, on both generations of the gateway.
 *
 * The newer one has a route for it, the older one does not, and both say 404: the route's only
 * until it has once found something, which this function remembers. Until then a 404 is settled by
 * the newest pages of the list. `null` therefore always means that the gateway has none, and a list
 * that goes on beyond what we read is an error: a payout sent again because of page 11 would be
 * paid twice.
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
    // Whether a list holds the whole object is not documented, and a payment without its nextAction
    // cannot be paid.
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
