/** @import { Failure, Results } from "./results.mjs" */

/**
 * @typedef {object} Outcome of a stage
 * @property {string} name
 * @property {boolean} succeeded
 * @property {number} ms
 * @property {Results} [results] of a stage that is tests
 * @property {Failure[]} failures
 */

const SLOWEST = 10

/**
 * The end of a test run, in words. Its last line counts the tests of all stages.
 *
 * @param {Outcome[]} outcomes in the order in which they are told
 * @param {{ ms: number, seed: string }} run
 * @returns {string}
 */
export function summarize(outcomes, { ms, seed }) {
  const failures = outcomes.flatMap((outcome) => outcome.failures)
  const slowest = outcomes
    .flatMap(({ results }) => results?.specs ?? [])
    .sort((a, b) => b.ms - a.ms)
    .slice(0, SLOWEST)
  return [
    `── summary, ${elapsed(ms)}, seed ${seed} ──`,
    ...outcomes.map(stageLine),
    ...(slowest.length > 0
      ? ["", "The slowest:", ...slowest.map(slowLine)]
      : []),
    ...failures.flatMap((failure) => ["", ...failureLines(failure)]),
    "",
    totalLine(outcomes),
  ].join("\n")
}

/** @param {Outcome} outcome */
function stageLine({ name, succeeded, ms, results }) {
  const verdict = succeeded ? "ok" : "FAILED"
  const counts = results
    ? `${results.passed} passed, ${results.failed} failed${skippedPart(results.skipped)}`
    : ""
  return `${name.padEnd(12)} ${verdict.padEnd(7)} ${elapsed(ms).padEnd(12)} ${counts}`.trimEnd()
}

/** @param {number} skipped */
const skippedPart = (skipped) => (skipped > 0 ? `, ${skipped} skipped` : "")

/** @param {{ spec: string, ms: number }} spec */
const slowLine = ({ spec, ms }) =>
  `${`${Math.round(ms / 1000)} s`.padStart(7)}  ${spec}`

/** @param {Failure} failure */
function failureLines({ where, what, difference, command }) {
  return [
    `FAILED ${where}`,
    ...(what ? [`  ${what}`] : []),
    ...difference.map((line) => `    ${line}`),
    `  alone: ${command}`,
  ]
}

/** @param {Outcome[]} outcomes */
function totalLine(outcomes) {
  let [passed, failed, skipped] = [0, 0, 0]
  for (const { results, succeeded } of outcomes) {
    passed += results?.passed ?? 0
    // Whatever else is wrong with a stage counts once.
    failed += results?.failed || (succeeded ? 0 : 1)
    skipped += results?.skipped ?? 0
  }
  return `${passed} passed, ${failed} failed${skippedPart(skipped)}`
}

/** @param {number} ms */
function elapsed(ms) {
  const seconds = Math.round(ms / 1000)
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
