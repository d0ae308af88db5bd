/**
 * Says why the version in package.json cannot be published yet. The release workflow runs it before it publishes.
 *
 *   node scripts/release-check.mjs [v0.2.0]     the tag, which must be the version's
 */
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { problemsOf } from "./release/problems.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
/** @param {string} file */
const read = (file) => fs.readFileSync(path.join(root, file), "utf8")

const problems = problemsOf({
  manifest: JSON.parse(read("package.json")),
  lock: JSON.parse(read("package-lock.json")),
  changelog: read("CHANGELOG.md"),
  readme: read("README.md"),
  tag: process.argv[2],
})
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
else console.log("Nothing stands against this release.")
