/** All linters to the end, so that one run shows all there is to mend. */
import { spawnSync } from "node:child_process"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { passesUnlessUnchanged } from "./unless-unchanged.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const isFix = process.argv.includes("--fix")
/** All of them by default. */
const files = process.argv.slice(2).filter((arg) => !arg.startsWith("--"))
const isAboutAll = files.length === 0
const where = isAboutAll ? ["."] : files

/**
 * @param {string} tool
 * @param {string[]} args
 */
function passes(tool, ...args) {
  const file = path.join(root, "node_modules", tool)
  const { status } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: "inherit",
  })
  return status === 0
}

/** What it says of a file depends on the types that the file imports, so that its own cache by file would be wrong. */
function eslint() {
  const args = [
    ...where,
    ...["--max-warnings", "0", "--no-warn-ignored"],
    ...(isFix ? ["--fix"] : []),
  ]
  return passes("eslint/bin/eslint.js", ...args)
}

/** For import cycles alone: eslint's plugin parses every file anew to find them. */
function oxlint() {
  return passes("oxlint/bin/oxlint", "--quiet", ".")
}

/** Files and exports that nobody imports. */
function knip() {
  return passes("knip/bin/knip.js", "--no-progress")
}

function spelling() {
  return passes(
    "cspell/bin.mjs",
    ...["lint", "--no-progress", "--no-summary", "--dot", "--cache"],
    ...["--cache-location", "node_modules/.cache/one2pays/cspell"],
    ...["--no-must-find-files", ...(isAboutAll ? [] : where)]
  )
}

/** What it says of a file depends on that file alone; its cache knows its version and options. */
function prettier() {
  return passes(
    "prettier/bin/prettier.cjs",
    ...[isFix ? "--write" : "--check", "--log-level", "warn"],
    ...["--cache", "--cache-strategy", "content"],
    ...["--cache-location", "node_modules/.cache/one2pays/prettier"],
    ...["--ignore-unknown", ...where]
  )
}

const results = [
  oxlint(),
  knip(),
  spelling(),
  isAboutAll ? passesUnlessUnchanged("eslint", eslint) : eslint(),
  prettier(),
]
if (results.includes(false)) process.exitCode = 1
