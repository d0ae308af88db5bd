/** Type-checks every part that has a tsconfig of its own; prints the errors of all of them before it fails. */
import { spawnSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const PROJECTS = [
  "tsconfig.tests.json", // src, specs, integration-tests, bench, scripts
  "src/admin/tsconfig.json",
  "src/storefront/react/tsconfig.json",
  "demo/tsconfig.json",
  "demo/storefront/tsconfig.json",
]

const tsc = path.join(root, "node_modules/typescript/bin/tsc")
for (const project of PROJECTS) {
  if (!fs.existsSync(path.join(root, project))) continue
  const args = [tsc, "--noEmit", "--project", project]
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
  })
  console.log(`${project}: ${status === 0 ? "no errors" : "errors"}`)
  if (status !== 0) process.exitCode = 1
}
