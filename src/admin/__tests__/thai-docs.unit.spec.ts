import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import texts from "../i18n"

const PAGES = path.resolve(__dirname, "../../../docs/th")

/** All texts of the panel in Thai. */
const SHOWN = new Set(textsIn(texts.th.one2pays))

function textsIn(value: unknown): string[] {
  return typeof value === "string"
    ? [value]
    : Object.values(value as object).flatMap(textsIn)
}

/** What a page names in quotation marks, outside of code. */
const namesIn = (page: string): string[] =>
  [...page.replace(/```.*?```|`[^`]*`/gs, "").matchAll(/"([^"\n]+)"/g)].map(
    ([, name]) => name!
  )

it.each(readdirSync(PAGES))(
  "docs/th/%s names pages, buttons and states as the panel does",
  (file) => {
    const names = namesIn(readFileSync(path.join(PAGES, file), "utf8"))
    expect(names.filter((name) => !SHOWN.has(name))).toEqual([])
  }
)
