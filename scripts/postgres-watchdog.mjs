/**
 * Started by postgres.mjs with a pipe to it. The pipe closes when that process ends, however it ends;
 * the server is then stopped here, so that a kill -9 leaves nothing running.
 */
import fs from "node:fs"
import { stopServer } from "./postgres.mjs"

const [home, after] = process.argv.slice(2)
if (!home) throw new Error("Which directory?")

process.stdin.resume()
process.stdin.once("end", () => {
  void stopServer(home).then(() => {
    if (after === "remove") fs.rmSync(home, { recursive: true, force: true })
  })
})
