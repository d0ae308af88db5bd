import { useSyncExternalStore } from "react"

/** As wide as a phone. */
const NARROW = "(max-width: 767px)"

const follow = (tell: () => void) => {
  const media = window.matchMedia(NARROW)
  media.addEventListener("change", tell)
  return () => media.removeEventListener("change", tell)
}

/** Whether the window has no room for the columns of a list. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(follow, () => window.matchMedia(NARROW).matches)
