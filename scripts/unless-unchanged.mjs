/**
 * A check that looks at the whole repository need not be repeated while nothing in it has changed. Not by file: what
 * eslint and tsc say of a file depends on all that it imports.
 */
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { contentHash } from "./content-hash.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const CACHE = path.join(root, "node_modules/.cache/one2pays")

/** What git ignores too, and git's own. */
const NOT_SOURCES = new Set([
  ...[".git", "node_modules", ".medusa", ".cache", ".vite", ".state"],
  ...["dist", "coverage", "test-results"],
])

/**
 * Runs a check and remembers that it passed, until a file, an installed package or Node changes.
 * @param {string} name
 * @param {() => boolean} check whether all is well
 * @returns {boolean}
 */
export function passesUnlessUnchanged(name, check) {
  const stamp = path.join(CACHE, `${name}.stamp`)
  const before = repositoryHash()
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === before) {
    console.log(`${name}: nothing has changed since it last passed`)
    return true
  }
  if (!check()) return false
  // A file that was saved meanwhile may have been read before or after.
  if (repositoryHash() === before) {
    fs.mkdirSync(CACHE, { recursive: true })
    fs.writeFileSync(stamp, before)
  }
  return true
}

function repositoryHash() {
  const files = sourcesBelow("").filter((file) => !file.endsWith(".md"))
  const installed = "node_modules/.package-lock.json"
  const hash = contentHash(root, [...files.sort(), installed])
  return `${hash} ${process.version}`
}

/**
 * @param {string} directory relative to the root
 * @returns {string[]}
 */
function sourcesBelow(directory) {
  return fs
    .readdirSync(path.join(root, directory), { withFileTypes: true })
    .flatMap((entry) => {
      if (NOT_SOURCES.has(entry.name)) return []
      const file = path.posix.join(directory, entry.name)
      if (entry.isDirectory()) return sourcesBelow(file)
      return entry.isFile() ? [file] : []
    })
}
