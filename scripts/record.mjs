/** Writes the sandbox's recordings in docs/contract anew. */
import { spawnSync } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const root = fileURLToPath(new URL("..", import.meta.url))
const directory = fs.mkdtempSync(path.join(os.tmpdir(), "one2pays-record-"))
const outfile = path.join(directory, "record.cjs")
try {
  await build({
    entryPoints: [
      path.join(root, "integration-tests/doctor/record-readings.ts"),
    ],
    ...{ outfile, bundle: true, platform: "node", format: "cjs" },
    logLevel: "warning",
  })
  const { status } = spawnSync(
    process.execPath,
    [outfile, path.join(root, "docs/contract/recordings")],
    { stdio: "inherit" }
  )
  process.exitCode = status ?? 1
} finally {
  fs.rmSync(directory, { recursive: true })
}
