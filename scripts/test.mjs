/**
 * `npm test`: everything that must hold before a release, in the order that finds a mistake soonest.
 * Stops at the first stage that fails. The last line counts the tests of all stages that ran.
 * The linter, which uses one processor, runs beside the stages between it and the integration tests.
 */
import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const RESULTS = path.join(root, "test-results")

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} command
 * @property {boolean} [isTests]
 */

/** @type {Stage[]} */
const stages = [
  { name: "chromium", command: ["scripts/chromium.mjs"] },
  { name: "redis", command: ["scripts/redis.mjs"] },
  { name: "lint", command: ["scripts/lint.mjs"] },
  { name: "types", command: ["scripts/check-types.mjs"] },
  { name: "build", command: ["scripts/build.mjs"] },
  ...["unit", "integration", "browser"].map((name) => ({
    name,
    isTests: true,
    command: [
      ...["scripts/run-jest.mjs", name],
      ...["--reporters=./scripts/quiet-reporter.cjs", "--reporters=summary"],
      ...["--json", `--outputFile=${resultsOf(name)}`],
      ...(process.env.CI ? ["--ci"] : []),
    ],
  })),
]

/** @param {string} stage */
function resultsOf(stage) {
  return path.join(RESULTS, `${stage}.json`)
}

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set()
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  // The stages that run end, and being failed, they are the last ones.
  process.on(signal, () => {
    running.forEach((child) => child.kill(signal))
  })
}

/**
 * @param {string[]} command
 * @param {(text: string) => void} [print] takes what it says, instead of the terminal
 * @returns {Promise<boolean>} whether it succeeded
 */
function run(command, print) {
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: print ? ["ignore", "pipe", "pipe"] : "inherit",
  })
  running.add(child)
  if (print) {
    child.stdout?.setEncoding("utf8").on("data", print)
    child.stderr?.setEncoding("utf8").on("data", print)
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code) => {
      running.delete(child)
      resolve(code === 0)
    })
  })
}

/** @param {string} stage */
function countsOf(stage) {
  if (!fs.existsSync(resultsOf(stage))) {
    return { passed: 0, failed: 1, skipped: 0 } // it died before jest could report
  }
  /** @type {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number, numPendingTests: number, numTodoTests: number }} */
  const results = JSON.parse(fs.readFileSync(resultsOf(stage), "utf8"))
  return {
    passed: results.numPassedTests,
    // A file that cannot even be loaded has no tests to count, yet it is a failure.
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests + results.numTodoTests,
  }
}

/** @param {number} since */
function elapsed(since) {
  const seconds = Math.round((Date.now() - since) / 1000)
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

fs.rmSync(RESULTS, { recursive: true, force: true })
fs.mkdirSync(RESULTS)
const started = Date.now()
const total = { passed: 0, failed: 0, skipped: 0 }
/** @type {string[]} */
const summary = []
/** @type {string | undefined} */
let failedStage

/**
 * @param {Stage} stage
 * @param {(text: string) => void} [print]
 * @returns {Promise<void>}
 */
async function runStage({ name, command, isTests }, print) {
  const stageStarted = Date.now()
  let succeeded = await run(command, print)
  let line = ""
  if (isTests) {
    const counts = countsOf(name)
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
    line = `${counts.passed} passed, ${counts.failed} failed`
    // Elsewhere a developer may skip what the machine cannot do; in CI that would hide it for good.
    if (counts.skipped > 0) line += `, ${counts.skipped} skipped`
    if (process.env.CI && counts.skipped > 0) succeeded = false
  } else if (!succeeded) {
    total.failed += 1
  }
  const verdict = succeeded ? "ok" : "FAILED"
  summary.push(
    `${name.padEnd(12)} ${verdict.padEnd(7)} ${elapsed(stageStarted).padEnd(12)} ${line}`.trimEnd()
  )
  if (!succeeded) failedStage ??= name
}

let linter = Promise.resolve()
let linterSaid = ""
for (const stage of stages) {
  if (stage.name === "lint") {
    linter = runStage(stage, (text) => (linterSaid += text))
    continue
  }
  if (stage.name === "integration") await linter
  if (failedStage) break
  console.log(`\n── ${stage.name} ──`)
  await runStage(stage)
}
await linter
if (linterSaid) console.log(`\n── lint ──\n${linterSaid.trimEnd()}`)

console.log(`\n── summary, ${elapsed(started)} ──\n${summary.join("\n")}`)
if (failedStage) {
  console.log(`\nStopped at the first failure: ${failedStage}.`)
  process.exitCode = 1
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ""
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
