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

// TypeScript's compiler in native code takes a quarter of the processor's time. What uses the compiler's API has to have
// the one in JavaScript: typescript-eslint, and Medusa, which compiles src in the build.
const tsc = path.join(root, "node_modules/typescript-native/bin/tsc")

/** @param {string} project */
function isSound(project) {
  const { status } = spawnSync(
    process.execPath,
    // One thread, since several of them check much twice.
    [tsc, "--noEmit", "--singleThreaded", "--project", project],
    { cwd: root, stdio: "inherit" }
  )
  console.log(`${project}: ${status === 0 ? "no errors" : "errors"}`)
  return status === 0
}

if (!passesUnlessUnchanged("types", () => PROJECTS.map(isSound).every(Boolean)))
  process.exitCode = 1
