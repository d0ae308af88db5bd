import type { Page } from "playwright-core"

/**
 * By how many pixels a page of the admin panel is wider than the screen. The document itself never is: core's
 * shell hides what sticks out of it, and its main part scrolls by itself.
 */
export const sticksOut = (page: Page): Promise<number> =>
  page.evaluate(
    `Math.max(...[document.documentElement, document.querySelector("main")].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))`
  )
