import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))
const TOGETHER = "integration-tests/together"

/**
 * Lets specs of `integration-tests/http` share a Medusa where at least two of them can.
 *
 * @param {string[]} args of jest
 * @returns {{ args: string[], shared: string[] }} the files that share instead of the specs, and the specs' names
 */
export function shareMedusa(args) {
  /** @type {Record<string, string[]>} */
  const groups = JSON.parse(
    fs.readFileSync(path.join(root, TOGETHER, "groups.json"), "utf8")
  )
  let rest = args
  /** @type {string[]} */
  const shared = []
  for (const [group, names] of Object.entries(groups)) {
    const chosen = names.filter((name) => args.includes(pathOf(name)))
    if (chosen.length < 2) continue
    const files = new Set(chosen.map(pathOf))
    rest = [
      `${TOGETHER}/${group}.spec.ts`,
      ...rest.filter((arg) => !files.has(arg)),
    ]
    shared.push(...chosen)
  }
  return { args: rest, shared }
}

/** @param {string} name */
const pathOf = (name) => `integration-tests/http/${name}.spec.ts`
