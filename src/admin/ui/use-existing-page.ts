import { useEffect } from "react"
import type { UrlState } from "./use-url-state"

interface Listed {
  /** How many of the list this page shows. */
  shown: number
  /** How many the list has. */
  count: number
  /** How many fit on a page. */
  size: number
}

/**
 * What stood on a page may be gone, such as the only issue on the last one, closed just now: the last page that there is
 * takes its place, or the page would say that there is nothing at all.
 *
 * @returns whether the page is left for another one
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

/** The first is 0. */
export const existingPage = (
  page: number,
  { shown, count, size }: Listed
): number =>
  shown === 0 ? Math.max(0, Math.min(page, Math.ceil(count / size) - 1)) : page
