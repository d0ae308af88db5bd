import { loadReport, readReport } from "./results.mjs"

/** @import { Ended } from "./run-all.mjs" */
/** @import { Failure } from "./results.mjs" */
/** @import { Outcome } from "./summary.mjs" */

/** Of what a stage that is no test has printed. */
const MAX_LINES = 5

/**
 * What became of a stage.
 *
 * @param {Ended} ended
 * @param {{ root: string, seed: string, isCi: boolean }} run
 * @returns {Outcome}
 */
export function judge(ended, { root, seed, isCi }) {
  const { stage, code, ms } = ended
  const { name } = stage
  const report = stage.report ? loadReport(stage.report) : undefined
  if (!report) {
    const failures = code === 0 && !stage.report ? [] : [stageFailure(ended)]
    return { name, succeeded: failures.length === 0, ms, failures }
  }
  const results = readReport(root, name, report, seed)
  const { failures, skipped } = results
  if (code !== 0 && failures.length === 0) failures.push(stageFailure(ended))
  // Elsewhere a developer may skip what the machine cannot do; in CI that would hide it for good.
  if (isCi && skipped > 0) {
    const difference = [`${skipped} skipped, which CI must not hide`]
    failures.push({ ...stageFailure(ended), difference })
  }
  return { name, succeeded: failures.length === 0, ms, results, failures }
}

/**
 * @param {Ended} ended
 * @returns {Failure}
 */
function stageFailure({ stage, code, output }) {
  const { name, report } = stage
  const lines = output.split("\n").filter((line) => line.trim() !== "")
  const errors = lines.filter((line) => /\berror\b|FAIL|✖/i.test(line))
  const told =
    errors.length > 0 ? errors.slice(0, MAX_LINES) : lines.slice(-MAX_LINES)
  return {
    where: name,
    difference: [...told, `ended with ${String(code)}`],
    command: `npm run ${report ? `test:${name}` : name}`,
  }
}
