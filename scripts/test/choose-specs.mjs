/**
 * @typedef {object} Touched a spec that depends on a change
 * @property {string} file
 * @property {number} distance
 */

/**
 * @typedef {object} Choice
 * @property {Record<"unit" | "integration" | "browser", string[]>} specs
 * @property {string[]} leftOut touched too, and beyond the time
 */

/** In milliseconds: what its stage takes before its first test, and a spec of which nothing is known. */
const COSTS = {
  unit: { stage: 3_000, spec: 1_000 },
  integration: { stage: 25_000, spec: 40_000 },
  browser: { stage: 90_000, spec: 40_000 },
}

/** How much nearer a spec counts whose name speaks of what was changed. */
const NAMESAKE = 3

/**
 * Which of the touched specs run: the nearest to the change, as many as fit into the time, and one at the least.
 *
 * @param {Touched[]} touched
 * @param {string[]} changed
 * @param {{ timeMs: number, durations: Record<string, number> }} limits
 * @returns {Choice}
 */
export function chooseSpecs(touched, changed, { timeMs, durations }) {
  const subjects = new Set(changed.flatMap(stemsOf))
  /** @param {Touched} spec */
  const rank = ({ file, distance }) =>
    distance - (stemsOf(file).some((stem) => subjects.has(stem)) ? NAMESAKE : 0)
  /** @param {Touched} spec */
  const costOf = ({ file }) => durations[file] ?? COSTS[stageOf(file)].spec

  const nearestFirst = [...touched].sort(
    (a, b) => rank(a) - rank(b) || costOf(a) - costOf(b)
  )
  /** @type {Choice} */
  const choice = {
    specs: { unit: [], integration: [], browser: [] },
    leftOut: [],
  }
  let left = timeMs
  for (const spec of nearestFirst) {
    const stage = stageOf(spec.file)
    const chosen = choice.specs[stage]
    const cost = costOf(spec) + (chosen.length === 0 ? COSTS[stage].stage : 0)
    const isFirst = Object.values(choice.specs).every((all) => all.length === 0)
    if (cost <= left || isFirst) {
      chosen.push(spec.file)
      left -= cost
    } else {
      choice.leftOut.push(spec.file)
    }
  }
  return choice
}

/** @param {string} spec */
function stageOf(spec) {
  if (!spec.startsWith("integration-tests/")) return "unit"
  return spec.startsWith("integration-tests/browser/")
    ? "browser"
    : "integration"
}

/**
 * What a file's name speaks of: "create-refund" and "refunds" of the same.
 * @param {string} file
 */
function stemsOf(file) {
  const name = file.split("/").at(-1)?.split(".")[0] ?? ""
  return name
    .split("-")
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 5))
}
