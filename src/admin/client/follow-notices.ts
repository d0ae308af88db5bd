/**
 * Opens the pages that the notices of the feed lead to. Core's feed can show a link to a file only, and the browser would
 * save the page as one. The files of a shop have addresses elsewhere than in the dashboard.
 */
export function followNotices(document: Document): void {
  document.addEventListener("click", (click) => {
    const link =
      click.target instanceof Element && click.target.closest("a[download]")
    const address = link ? pageOf(link.getAttribute("href")) : null
    if (address) {
      click.preventDefault()
      window.location.assign(address)
    }
  })
}

const PAGE =
  /^\/(?!\/)([^?#]*\/)?(one2pays\/(payments|payouts)|settings\/one2pays|orders\/order_)/

/** The page that an address names, where it is one that our notices lead to. */
export const pageOf = (address: string | null): string | null =>
  address !== null && PAGE.test(address) ? address : null
