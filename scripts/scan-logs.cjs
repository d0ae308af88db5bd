/**
 * Looks for what must never be logged in everything that a test run has logged.
 *
 * A directory holds the lines (`*.log`) and what to look for (`*.secrets`, one
 * `{ "kind", "value" }` a line), both written by integration-tests/setup/capture-logs.ts.
 */
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")

/**
 * @typedef {object} Secret
 * @property {"account number" | "name" | "key"} kind
 * @property {string} value
 */

/**
 * @typedef {object} Finding
 * @property {number} line counted from 1
 * @property {string} kind never the secret itself
 */

/** What is secret by its shape, whoever made it up. */
const SHAPES = Object.entries({
  "secret key": /\bsk_(?:test|live)_\w{3,}/,
  "webhook secret": /\bwhsec_\w{3,}/,
  signature: /sha256=[0-9a-f]{64}/i,
  token: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
})

/**
 * Finds secrets in a text, also when they are percent-encoded, escaped as in JSON (once or several
 * times over), or written with other spaces and dashes.
 *
 * @param {string} text
 * @param {readonly Secret[]} secrets
 * @returns {Finding[]}
 */
function findSecrets(text, secrets) {
  const wanted = secrets.flatMap(toNeedles)
  return text.split("\n").flatMap((written, index) => {
    const kinds = new Set()
    for (const line of readings(written)) {
      for (const [kind, shape] of SHAPES) {
        if (shape.test(line)) kinds.add(kind)
      }
      const squeezed = squeeze(line)
      for (const { kind, needle, exact } of wanted) {
        if ((exact ? line : squeezed).includes(needle)) kinds.add(kind)
      }
    }
    return [...kinds].map((kind) => ({ line: index + 1, kind }))
  })
}

/**
 * @param {Secret} secret
 * @returns {{ kind: string, needle: string, exact: boolean }[]}
 */
function toNeedles({ kind, value }) {
  if (kind === "key") return [{ kind, needle: value, exact: true }]
  const whole = squeeze(value)
  // One word of a name is told to nobody either, unless it is too short to mean anything.
  const words = kind === "name" ? value.split(/\s+/).map(squeeze) : []
  return [...new Set([whole, ...words])]
    .filter((needle) => needle.length > 3)
    .map((needle) => ({ kind, needle, exact: false }))
}

/**
 * The line as it stands and as whoever decodes it reads it.
 *
 * @param {string} line
 */
function readings(line) {
  const seen = new Set([line])
  for (const read of seen) {
    if (seen.size > 16) break
    seen.add(percentDecoded(read))
    seen.add(unescaped(read))
  }
  return seen
}

/** @param {string} text */
const percentDecoded = (text) =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll("%", ""), "hex").toString("utf8")
  )

/**
 * One layer of escapes, from left to right: a doubled backslash is one that the next layer reads.
 *
 * @param {string} text
 */
const unescaped = (text) =>
  text.replace(
    /\\(?:(\\)|u([0-9a-f]{4})|x([0-9a-f]{2}))/gi,
    (_, backslash, wide, narrow) =>
      backslash ?? String.fromCharCode(parseInt(wide ?? narrow, 16))
  )

/** @param {string} text */
const squeeze = (text) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\p{Pd}\p{Cf}+.]+/gu, "")

/**
 * Scans a directory of captured lines.
 *
 * @param {string} directory
 * @returns {{ lines: number, problems: string[] }} one sentence a finding
 */
function scanDirectory(directory) {
  const names = fs.readdirSync(directory)
  const read = (/** @type {string} */ name) =>
    fs.readFileSync(path.join(directory, name), "utf8")
  /** @type {Secret[]} */
  const secrets = names
    .filter((name) => name.endsWith(".secrets"))
    .flatMap((name) => read(name).split("\n").filter(Boolean))
    .map((line) => JSON.parse(line))
  const unique = new Map(secrets.map((each) => [JSON.stringify(each), each]))
  let lines = 0
  const problems = names
    .filter((name) => name.endsWith(".log"))
    .flatMap((name) => {
      const text = read(name)
      lines += text.split("\n").length - 1
      return findSecrets(text, [...unique.values()]).map(
        ({ line, kind }) => `${path.join(directory, name)}:${line}: ${kind}`
      )
    })
  return { lines, problems }
}

/** Makes room for the lines of a run. */
function createLogDirectory() {
  return fs.mkdtempSync(path.join(os.tmpdir(), "one2pays-logs-"))
}

/**
 * Says what the scan of a run has found. The lines stay where they are when there is something to
 * look at.
 *
 * @param {string} directory
 * @returns {boolean} whether nothing secret was logged
 */
function reportScan(directory) {
  const { lines, problems } = scanDirectory(directory)
  if (problems.length === 0) {
    console.log(`Logs: ${lines} lines scanned, nothing secret in them.`)
    fs.rmSync(directory, { recursive: true, force: true })
    return true
  }
  console.error(
    [
      `FAIL Logs: ${problems.length} secrets in ${lines} lines:`,
      ...problems.slice(0, 50),
    ].join("\n  ")
  )
  return false
}

module.exports = { createLogDirectory, findSecrets, reportScan }
