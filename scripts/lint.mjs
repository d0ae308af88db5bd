/** eslint and prettier, both to the end, so that one run shows all there is to mend. */
import { spawnSync } from "node:child_process"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const isFix = process.argv.includes("--fix")

for (const [tool, ...args] of [
  ["eslint/bin/eslint.js", ".", ...(isFix ? ["--fix"] : [])],
  [
    "prettier/bin/prettier.cjs",
    isFix ? "--write" : "--check",
    ...["--log-level", "warn", "."],
  ],
]) {
  const file = path.join(root, "node_modules", tool ?? "")
  const { status } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: "inherit",
  })
  if (status !== 0) process.exitCode = 1
}
