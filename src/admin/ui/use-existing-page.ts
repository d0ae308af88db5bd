import { useEffect } from "react"
import type { UrlState } from "./use-url-state"

interface Listed {
  /** Count of the entries on this page. */
  shown: number
  /** Count of the entries in the whole list. */
  count: number
  /** Count of the entries that fit on a page. */
  size: number
}

/**
 * Moves on to the last page that exists when a page has become empty, as when staff resolve the only issue on the last
 * one. The page would otherwise say that there is nothing at all.
 *
 * @returns whether it leaves this page for another one
 */
export function useExistingPage(
  url: UrlState,
  listed: Listed | undefined
): boolean {
  const page = listed ? existingPage(url.page, listed) : url.page
  useEffect(() => {
    if (page !== url.page) {
      url.set({ page: page ? String(page) : null })
    }
  }, [page, url.page])
  return listed !== undefined && listed.shown === 0 && listed.count > 0
}

/** The page to show; the first is 0. */
export const existingPage = (
  page: number,
  { shown, count, size }: Listed
): number =>
  shown === 0 ? Math.max(0, Math.min(page, Math.ceil(count / size) - 1)) : page
