/**
 * `npm test`: everything that must hold before a release, in the order that finds a mistake soonest.
 * Stops at the first stage that fails. The last line counts the tests of all stages that ran.
 */
import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const RESULTS = path.join(root, "test-results")

/** @type {{ name: string, command: string[], isTests?: boolean }[]} */
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

/** @type {import("node:child_process").ChildProcess | undefined} */
let current
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  // The stage that runs ends, and being failed, it is the last one.
  process.on(signal, () => current?.kill(signal))
}

/**
 * @param {string[]} command
 * @returns {Promise<boolean>} whether it succeeded
 */
function run(command) {
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: "inherit",
  })
  current = child
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code) => {
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

for (const { name, command, isTests } of stages) {
  console.log(`\n── ${name} ──`)
  const stageStarted = Date.now()
  let succeeded = await run(command)
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
  if (!succeeded) {
    failedStage = name
    break
  }
}

console.log(`\n── summary, ${elapsed(started)} ──\n${summary.join("\n")}`)
if (failedStage) {
  console.log(`\nStopped at the first failure: ${failedStage}.`)
  process.exitCode = 1
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ""
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
