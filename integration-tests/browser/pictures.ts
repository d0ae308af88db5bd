import { mkdirSync } from "node:fs"
import path from "node:path"
import type { Page } from "playwright-core"

const PICTURES = path.join(__dirname, "../../test-results")
mkdirSync(PICTURES, { recursive: true })

/** Where the picture with this name is kept, for people to look at. */
export const pictureOf = (name: string) => path.join(PICTURES, `${name}.png`)

export const photograph = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: pictureOf(name), fullPage: true })
