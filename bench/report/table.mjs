/** @import { Target } from "./target.mjs" */

/**
 * One line of a table: ours beside a peer's, both measured in the same run.
 * @typedef {object} Row
 * @property {string} what
 * @property {string} unit
 * @property {number} ours
 * @property {number} [peer]
 * @property {Target} [target]
 */

/**
 * @typedef {object} Table
 * @property {string} title
 * @property {string} peer
 * @property {Row[]} rows
 * @property {string[]} notes how it was measured
 */

const HEAD = ["", "ours", "peer", "ours / peer", "target", "verdict"]

/** @param {Row} row */
export const isMissed = ({ ours, peer, target }) =>
  target !== undefined && !target.isMet({ ours, peer })

/**
 * A table as text: for the terminal, and good Markdown as it stands.
 * @param {Table} table
 * @returns {string}
 */
export function render({ title, peer, rows, notes }) {
  const cells = [
    HEAD.map((text) => (text === "peer" ? peer : text)),
    ...rows.map(cellsOf),
  ]
  const widths = HEAD.map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0))
  )
  /** @param {string[]} row */
  const line = (row) =>
    `| ${row.map((cell, column) => align(cell, widths[column] ?? 0, column)).join(" | ")} |`
  const [head = [], ...body] = cells.map(line)
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`
  return [
    `## ${title}`,
    "",
    head,
    rule,
    ...body,
    "",
    ...notes.map((note) => `- ${note}`),
  ]
    .flat()
    .join("\n")
}

/**
 * @param {Row} row
 * @returns {string[]}
 */
function cellsOf(row) {
  const { what, unit, ours, peer, target } = row
  return [
    what,
    amount(ours, unit),
    peer === undefined ? "" : amount(peer, unit),
    peer ? `${digits(ours / peer)}×` : "",
    target?.text ?? "",
    target ? (isMissed(row) ? "MISSED" : "met") : "",
  ]
}

/**
 * @param {string} cell
 * @param {number} width
 * @param {number} column figures stand to the right, so that their digits line up
 */
function align(cell, width, column) {
  return column >= 1 && column <= 3 ? cell.padStart(width) : cell.padEnd(width)
}

/**
 * @param {number} value
 * @param {string} unit
 */
function amount(value, unit) {
  return `${Number.isInteger(value) ? String(value) : digits(value)} ${unit}`.trimEnd()
}

/** @param {number} value */
function digits(value) {
  if (value >= 100) return value.toFixed(0)
  if (value >= 10) return value.toFixed(1)
  return value.toFixed(value >= 1 ? 2 : 3)
}
