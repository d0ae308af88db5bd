/**
 * Started by redis.mjs with a pipe to it, and runs the server. The pipe closes when that process stops it or ends, however it ends;
 * the server then goes, so that a kill -9 leaves nothing running.
 */
import { spawn } from "node:child_process"
import fs from "node:fs"

const [program, home, ...settings] = process.argv.slice(2)
if (!program || !home) throw new Error("Which program, in which directory?")

const server = spawn(program, settings, {
  cwd: home,
  stdio: ["ignore", "inherit", "inherit"],
})
server.once("error", (error) => {
  console.error(error.message)
  process.exitCode = 1
  process.stdin.destroy()
})
server.once("exit", () => {
  fs.rmSync(home, { recursive: true, force: true })
  process.stdin.destroy()
})

process.stdin.resume()
process.stdin.once("end", () => server.kill("SIGKILL"))
