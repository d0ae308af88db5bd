/**
 * `npm run test:changed`: what a change touches, for daily work; `npm test` is for the rest.
 *
 *   npm run test:changed [-- --since=main --minutes=3 --seed=N]
 *
 * Types and lint, and the specs that depend on the changed files: the nearest first, as many as fit into the time.
 */
import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { chooseSpecs } from "./test/choose-specs.mjs"
import { keepDurations, readDurations } from "./test/durations.mjs"
import { dependentsOf, distancesFrom } from "./test/import-graph.mjs"
import { jestStage } from "./test/jest-stage.mjs"
import { judge } from "./test/judge.mjs"
import { readSeed } from "./test/read-seed.mjs"
import { runAll } from "./test/run-all.mjs"
import { summarize } from "./test/summary.mjs"

/** @import { Stage } from "./test/run-all.mjs" */

const root = fileURLToPath(new URL("..", import.meta.url))
const { values } = parseArgs({
  options: {
    since: { type: "string", default: "main" },
    minutes: { type: "string", default: "3" },
    seed: { type: "string" },
  },
})
const seed = readSeed()

/** Of the time, in milliseconds: types, lint and the build before the first integration test. */
const CHECKS_MS = 60_000

const CODE = /\.([cm]?[jt]sx?|json|css)$/

/** @param {string[]} args */
const git = (...args) =>
  execFileSync("git", args, { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter(Boolean)

const [base = ""] = git("merge-base", values.since, "HEAD")
const untracked = git("ls-files", "--others", "--exclude-standard")
const files = [...git("ls-files"), ...untracked]
const changed = [...git("diff", "--name-only", base), ...untracked].filter(
  (file) => CODE.test(file)
)
if (changed.length === 0) {
  console.log(`No code has changed since ${values.since}.`)
  process.exit()
}

const started = Date.now()
const distances = distancesFrom(changed, await dependentsOf(root, files))
const { specs, leftOut } = chooseSpecs(
  [...distances]
    .map(([file, distance]) => ({ file, distance }))
    // A shared file names specs; they are told apart.
    .filter(({ file }) => isSpec(file)),
  changed,
  {
    timeMs: Number(values.minutes) * 60_000 - CHECKS_MS,
    durations: readDurations(root),
  }
)

/** @param {string} file */
function isSpec(file) {
  return (
    /\.spec\.([mc]?[jt]sx?)$/.test(file) &&
    !file.startsWith("integration-tests/together/") &&
    isThere(file)
  )
}

/** @param {string} file */
function isThere(file) {
  return fs.existsSync(path.join(root, file))
}

/** @type {Stage[]} */
const stages = [
  { name: "types", command: ["scripts/check-types.mjs"], after: [] },
  {
    name: "lint",
    command: ["scripts/lint.mjs", ...changed.filter(isThere)],
    after: ["types"],
  },
]
let last = ""
for (const name of /** @type {const} */ (["unit", "integration", "browser"])) {
  if (specs[name].length === 0) continue
  const after = last ? [last] : []
  stages.push({ ...jestStage(root, name, seed, specs[name]), after })
  last = name
}

console.log(`Changed since ${values.since}: ${changed.length} files`)
const ended = await runAll(stages, root)
const outcomes = ended.map((each) => judge(each, { root, seed, isCi: false }))
keepDurations(
  root,
  outcomes.flatMap(({ results }) => results?.specs ?? [])
)
if (leftOut.length > 0) {
  console.log(
    `\nTouched as well, and left to npm test:\n${leftOut.map((spec) => `  ${spec}`).join("\n")}`
  )
}
console.log(`\n${summarize(outcomes, { ms: Date.now() - started, seed })}`)
process.exitCode = outcomes.every(({ succeeded }) => succeeded) ? 0 : 1
