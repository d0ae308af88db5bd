/**
 * `npm test`: everything that must hold before a release. Every stage runs and reports, whatever became of the others.
 *
 *   npm test [-- --seed=N]     the seed of all that is random in the tests; the summary names it
 */
import { fileURLToPath } from "node:url"
import { keepDurations } from "./test/durations.mjs"
import { jestStage } from "./test/jest-stage.mjs"
import { judge } from "./test/judge.mjs"
import { readSeed } from "./test/read-seed.mjs"
import { runAll } from "./test/run-all.mjs"
import { summarize } from "./test/summary.mjs"

/** @import { Stage } from "./test/run-all.mjs" */

const root = fileURLToPath(new URL("..", import.meta.url))
const seed = readSeed()

/**
 * A stage starts as soon as those before it have ended. The order keeps two processors busy, and no more: what checks the
 * sources, one file after the other, runs beside what builds and runs them. The integration tests wait a lot and have
 * three workers; the browser tests have two.
 *
 * @type {Stage[]}
 */
const stages = [
  { name: "chromium", command: ["scripts/chromium.mjs"], after: [] },
  // One after the other, since both may have to install something.
  { name: "redis", command: ["scripts/redis.mjs"], after: ["chromium"] },
  { ...jestStage(root, "unit", seed), after: [] },
  { name: "types", command: ["scripts/check-types.mjs"], after: ["redis"] },
  { name: "lint", command: ["scripts/lint.mjs"], after: ["types"] },
  { name: "build", command: ["scripts/build.mjs"], after: ["unit"] },
  { ...jestStage(root, "integration", seed), after: ["build", "redis"] },
  {
    name: "demo",
    command: ["scripts/build-demo.mjs"],
    after: ["build", "lint"],
  },
  { ...jestStage(root, "browser", seed), after: ["integration", "demo"] },
]

console.log(`Seed ${seed}`)
const started = Date.now()
const ended = await runAll(stages, root)
const isCi = Boolean(process.env.CI)
const outcomes = ended.map((each) => judge(each, { root, seed, isCi }))
keepDurations(
  root,
  outcomes.flatMap(({ results }) => results?.specs ?? [])
)
console.log(`\n${summarize(outcomes, { ms: Date.now() - started, seed })}`)
process.exitCode = outcomes.every(({ succeeded }) => succeeded) ? 0 : 1
