import { useEffect } from "react"

/** Puts news before the title of the browser's tab, for a customer who comes back from their banking app. */
export function useTabTitle(news: string | undefined): void {
  useEffect(() => {
    if (news === undefined) {
      return
    }
    const before = document.title
    const told = [news, before].filter(Boolean).join(" · ")
    document.title = told
    return () => {
      // The shop may have gone on to a page with another title.
      if (document.title === told) document.title = before
    }
  }, [news])
}
