/**
 * Opens the pages that the notices of the feed lead to. Core's feed can show a link to a file only, and the browser would
 * save the page as one. The files of a shop have addresses elsewhere than in the dashboard.
 */
export function followNotices(document: Document): void {
  document.addEventListener("click", (click) => {
    const link =
      click.target instanceof Element && click.target.closest("a[download]")
    // The browser opens a tab or a window with these.
    const isPlain =
      !click.ctrlKey && !click.metaKey && !click.shiftKey && !click.altKey
    const address =
      link && isPlain
        ? pageOf(link.getAttribute("href"), document.baseURI)
        : null
    if (address) {
      click.preventDefault()
      window.location.assign(address)
    }
  })
}

const PAGE =
  /^\/(.*\/)?(one2pays\/(payments|payouts)|settings\/one2pays|orders\/order_)/

/** The page that an address names, as a path, where it is one of this dashboard that our notices lead to. */
export function pageOf(address: string | null, base: string): string | null {
  if (address === null || !URL.canParse(address, base)) {
    return null
  }
  const { origin, pathname, search } = new URL(address, base)
  return origin === new URL(base).origin && PAGE.test(pathname)
    ? pathname + search
    : null
}
