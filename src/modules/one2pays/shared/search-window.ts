import { One2PaysError, systemClock } from "../../../gateway"

/** A request may be under way so long after its row was written: as long as the lease of its process. */
const UNDER_WAY_MS = 2 * 60_000

/** The times between which the gateway can have made the object of a row, and how far an earlier search came. */
export interface SearchWindow {
  createdAfter: Date
  createdBefore: Date
  searchedTo: Date | null
}

/**
 * The window of a row's search.
 *
 * @param first when the first request for it can have left
 * @param last when the row of the last one was written
 */
export const searchWindow = (
  first: Date,
  last: Date,
  searchedTo: Date | null
): SearchWindow => ({
  createdAfter: first,
  createdBefore: new Date(last.getTime() + UNDER_WAY_MS),
  searchedTo,
})

/**
 * How far a search came that failed, where another one may go on from there. While a request may still be under way,
 * each search begins anew.
 */
export const progressOf = (
  error: unknown,
  { createdBefore }: SearchWindow
): Date | null =>
  error instanceof One2PaysError &&
  error.searchedTo &&
  createdBefore.getTime() <= systemClock.now()
    ? error.searchedTo
    : null
