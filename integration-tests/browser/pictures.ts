import { mkdirSync } from "node:fs"
import path from "node:path"
import type { Page } from "playwright-core"

/** What a run leaves for people to look at. */
export const RESULTS = path.join(__dirname, "../../test-results")
mkdirSync(RESULTS, { recursive: true })

/** Where the picture with this name is kept, for people to look at. */
export const pictureOf = (name: string) => path.join(RESULTS, `${name}.png`)

export const photograph = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: pictureOf(name), fullPage: true })
