import fs from "node:fs"
import path from "node:path"

const ROOT = path.resolve(__dirname, "../..")
const PAGES = [
  "README.md",
  "CHANGELOG.md",
  "bench/README.md",
  ...fs
    .readdirSync(path.join(ROOT, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
]

/** Links and pictures within the repository, those in samples of code left out. */
function targetsOf(page: string): string[] {
  const text = fs
    .readFileSync(path.join(ROOT, page), "utf8")
    .replace(/^```[\s\S]*?^```/gm, "")
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
  const pictures = [...text.matchAll(/<img src="([^"]+)"/g)]
  return [...links, ...pictures]
    .map(([, target]) => target!)
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
}

describe.each(PAGES)("%s", (page) => {
  it("links to nothing that is not there", () => {
    const missing = targetsOf(page).filter(
      (target) =>
        !fs.existsSync(
          path.join(ROOT, path.dirname(page), target.replace(/#.*/, ""))
        )
    )
    expect(missing).toEqual([])
  })
})

it("no page of the docs is out of the README's reach", () => {
  const reached = new Set(["README.md"])
  for (const page of reached) {
    for (const target of targetsOf(page).filter((name) =>
      name.endsWith(".md")
    )) {
      reached.add(path.join(path.dirname(page), target))
    }
  }
  expect(
    PAGES.filter((page) => !reached.has(page) && page !== "CHANGELOG.md")
  ).toEqual([])
})
