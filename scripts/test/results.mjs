/**
 * What jest's reports (`--json`) tell of the stages of a test run. A spec that shares a Medusa with others is told apart
 * from them: it runs in a file of `integration-tests/together`, in a `describe` of its name.
 */
import fs from "node:fs"
import path from "node:path"

/**
 * @typedef {object} Report jest's, as far as it is read here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numRuntimeErrorTestSuites
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {FileReport[]} testResults
 */

/**
 * @typedef {object} FileReport
 * @property {string} name an absolute path
 * @property {string} message why the file could not run at all, or all of its failures
 * @property {"passed" | "failed" | string} status
 * @property {number} startTime
 * @property {number} endTime
 * @property {TestReport[]} assertionResults
 */

/**
 * @typedef {object} TestReport
 * @property {string[]} ancestorTitles
 * @property {string} title
 * @property {string} status
 * @property {number | null} [duration] in milliseconds
 * @property {string[]} failureMessages
 */

/**
 * @typedef {object} Failure
 * @property {string} where a file or a stage
 * @property {string} [what] the test
 * @property {string[]} difference the first of it
 * @property {string} command runs it alone
 */

/**
 * @typedef {object} Results
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {Failure[]} failures
 * @property {{ spec: string, ms: number }[]} specs
 */

const MAX_LINES = 8
const MAX_WIDTH = 200

/**
 * @param {string} root
 * @param {string} stage
 * @param {Report} report
 * @param {string} seed
 * @returns {Results}
 */
export function readReport(root, stage, report, seed) {
  const files = report.testResults
  return {
    passed: report.numPassedTests,
    // A file that cannot even be loaded has no tests to count, yet it is a failure.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: files.flatMap((file) => failuresOf(root, stage, file, seed)),
    specs: files.flatMap((file) => durationsOf(root, file)),
  }
}

/**
 * @param {string} file where jest wrote its report
 * @returns {Report | undefined} when it died before it could
 */
export function loadReport(file) {
  if (!fs.existsSync(file)) return undefined
  return JSON.parse(fs.readFileSync(file, "utf8"))
}

/**
 * @param {string} root
 * @param {FileReport} file
 * @param {TestReport} [test]
 */
function specOf(root, { name }, test) {
  const relative = path.relative(root, name).replaceAll(path.sep, "/")
  if (!relative.startsWith("integration-tests/together/")) return relative
  const spec = test?.ancestorTitles.find((title) => title !== "")
  return spec ? `integration-tests/http/${spec}.spec.ts` : relative
}

/**
 * @param {string} root
 * @param {string} stage
 * @param {FileReport} file
 * @param {string} seed
 * @returns {Failure[]}
 */
function failuresOf(root, stage, file, seed) {
  const failed = file.assertionResults.filter(
    ({ status }) => status === "failed"
  )
  const run = `npm run test:${stage} --`
  if (failed.length === 0 && file.status === "failed") {
    const where = specOf(root, file)
    return [
      {
        where,
        difference: firstDifference(file.message),
        command: `${run} ${where} --seed=${seed}`,
      },
    ]
  }
  return failed.map((test) => {
    const where = specOf(root, file, test)
    const titles = test.ancestorTitles.filter(Boolean)
    return {
      where,
      what: [...titles, test.title].join(" › "),
      difference: firstDifference(test.failureMessages[0] ?? ""),
      command: `${run} ${where} --seed=${seed} -t ${quoted(test.title)}`,
    }
  })
}

/** @param {string} title for `-t`, which takes a regular expression, in a shell */
function quoted(title) {
  const pattern = title.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
  return `'${pattern.replaceAll("'", `'\\''`)}'`
}

/**
 * @param {string} message of jest, with its colors and its stack
 * @returns {string[]} a few lines
 */
export function firstDifference(message) {
  // eslint-disable-next-line no-control-regex -- colors start with one
  const plain = message.replace(/\u001b\[\d*(?:;\d+)*m/g, "")
  const lines = plain.split("\n")
  const stack = lines.findIndex((line) => /^\s+at /.test(line))
  return lines
    .slice(0, stack < 0 ? undefined : stack)
    .map((line) => line.trimEnd())
    .filter((line, index) => line !== "" && !isUnchanged(line, index))
    .slice(0, MAX_LINES)
    .map((line) =>
      line.length > MAX_WIDTH ? `${line.slice(0, MAX_WIDTH)}…` : line
    )
}

/**
 * A line of a diff that both sides have: it begins with two spaces, where a changed one has its sign.
 * @param {string} line
 * @param {number} index
 */
function isUnchanged(line, index) {
  return index > 0 && line.startsWith("  ")
}

/**
 * @param {string} root
 * @param {FileReport} file
 * @returns {{ spec: string, ms: number }[]} what is left of a shared file's time stands under its own name
 */
function durationsOf(root, file) {
  /** @type {Map<string, number>} */
  const durations = new Map()
  for (const test of file.assertionResults) {
    const spec = specOf(root, file, test)
    durations.set(spec, (durations.get(spec) ?? 0) + (test.duration ?? 0))
  }
  const own = specOf(root, file)
  const others = [...durations].filter(([spec]) => spec !== own)
  const ofOthers = others.reduce((sum, [, ms]) => sum + ms, 0)
  durations.set(own, file.endTime - file.startTime - ofOthers)
  return [...durations].map(([spec, ms]) => ({ spec, ms }))
}
