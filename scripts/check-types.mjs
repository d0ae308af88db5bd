/** Type-checks every part that has a tsconfig of its own; prints the errors of all of them before it fails. */
import { spawnSync } from "node:child_process"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { passesUnlessUnchanged } from "./unless-unchanged.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const PROJECTS = [
  "tsconfig.tests.json", // src, specs, integration-tests, bench, scripts
  "src/admin/tsconfig.json",
  "src/storefront/react/tsconfig.json",
  "demo/tsconfig.json",
  "demo/storefront/tsconfig.json",
]

// The compiler that is native code takes a tenth of the time. What needs the compiler's API (typescript-eslint, and
// Medusa, which compiles src with it in the build) has the one in JavaScript.
const tsc = path.join(root, "node_modules/typescript-native/bin/tsc")

/** @param {string} project */
function isSound(project) {
  const { status } = spawnSync(
    process.execPath,
    [tsc, "--noEmit", "--project", project],
    { cwd: root, stdio: "inherit" }
  )
  console.log(`${project}: ${status === 0 ? "no errors" : "errors"}`)
  return status === 0
}

if (!passesUnlessUnchanged("types", () => PROJECTS.map(isSound).every(Boolean)))
  process.exitCode = 1
