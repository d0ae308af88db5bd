import { build } from "esbuild"
import { fork } from "node:child_process"
import { once } from "node:events"
import { writeFileSync } from "node:fs"
import path from "node:path"

/** Drivers of other databases, which knex asks for and nobody installed. */
const OTHER_DRIVERS = ["mysql", "mysql2", "oracledb", "sqlite3", "tedious"]
  .concat("better-sqlite3", "libsql", "mariadb/callback")
  .concat("pg-native", "pg-query-stream")

/** Runs a bundle, and leaves behind what V8 compiled of it, for the next time. */
const starter = (bundle: string, root: string) => `
const fs = require("node:fs")
const { createRequire } = require("node:module")
const { Script } = require("node:vm")
const [bundle, root] = ${JSON.stringify([bundle, root])}
const compiled = bundle + ".compiled"
const cachedData = fs.existsSync(compiled) ? fs.readFileSync(compiled) : undefined
const script = new Script(fs.readFileSync(bundle, "utf8"), { filename: bundle, cachedData })
script.runInThisContext()(createRequire(root), module, exports)
if (!cachedData) fs.writeFileSync(compiled, script.createCachedData())
`

/**
 * A TypeScript program in one piece and compiled beforehand: it starts in half a second instead of the two and a half that
 * the framework's thousand files take. For one that is started a hundred times, and says when it is loaded.
 *
 * @returns the script to fork, in `directory`
 */
export async function quickStart(
  program: string,
  directory: string
): Promise<string> {
  const bundle = path.join(directory, "bundle.js")
  const start = path.join(directory, "start.js")
  const { outputFiles } = await build({
    entryPoints: [program],
    platform: "node",
    bundle: true,
    write: false,
    external: OTHER_DRIVERS,
  })
  const code = outputFiles[0]!.text
  writeFileSync(bundle, `(function (require, module, exports) {${code}\n})`)
  writeFileSync(start, starter(bundle, program))

  const first = fork(start)
  await once(first, "message")
  first.disconnect()
  await once(first, "exit")
  return start
}
