import fs from "node:fs"
import path from "node:path"

const FILE = "node_modules/.cache/one2pays/durations.json"

/**
 * How long each spec took when it last ran.
 * @param {string} root
 * @returns {Record<string, number>} milliseconds by the spec's path
 */
export function readDurations(root) {
  const file = path.join(root, FILE)
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {}
}

/**
 * @param {string} root
 * @param {{ spec: string, ms: number }[]} specs
 */
export function keepDurations(root, specs) {
  const durations = readDurations(root)
  for (const { spec, ms } of specs) durations[spec] = Math.round(ms)
  const file = path.join(root, FILE)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, JSON.stringify(durations, null, 1))
}
