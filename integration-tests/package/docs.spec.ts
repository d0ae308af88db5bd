import fs from "node:fs"
import path from "node:path"

const ROOT = path.resolve(__dirname, "../..")
const PAGES = [
  "README.md",
  "CHANGELOG.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "llms.txt",
  "bench/README.md",
  ...["docs", "docs/th"].flatMap((directory) =>
    fs
      .readdirSync(path.join(ROOT, directory))
      .filter((file) => file.endsWith(".md"))
      .map((file) => `${directory}/${file}`)
  ),
]

/** Links and pictures to other files of the repository. */
const targetsOf = (page: string): string[] =>
  linksOf(page).filter((target) => !target.startsWith("#"))

/** The names of a page's headings in links, as GitHub makes them. */
const headingsOf = (page: string): string[] =>
  [
    ...fs.readFileSync(path.join(ROOT, page), "utf8").matchAll(/^#+ (.*)$/gm),
  ].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-")
  )

/** Links and pictures within the repository, those in samples of code left out. */
function linksOf(page: string): string[] {
  const text = fs
    .readFileSync(path.join(ROOT, page), "utf8")
    .replace(/^```[\s\S]*?^```/gm, "")
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
  const pictures = [...text.matchAll(/<img src="([^"]+)"/g)]
  return [...links, ...pictures]
    .map(([, target]) => target!)
    .filter((target) => !/^(https?:|mailto:)/.test(target))
}

describe.each(PAGES)("%s", (page) => {
  it("links to headings that are there", () => {
    const missing = linksOf(page).filter((link) => {
      const [file, heading] = link.split("#")
      const target = path.join(path.dirname(page), file!)
      return heading && !headingsOf(file ? target : page).includes(heading)
    })
    expect(missing).toEqual([])
  })

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
      /\.(md|txt)$/.test(name)
    )) {
      reached.add(path.join(path.dirname(page), target))
    }
  }
  expect(
    PAGES.filter((page) => !reached.has(page) && page !== "CHANGELOG.md")
  ).toEqual([])
})

it("the README is read in a few minutes", () => {
  const text = fs.readFileSync(path.join(ROOT, "README.md"), "utf8")
  expect(text.split(/\s+/).length).toBeLessThanOrEqual(1_500)
})
