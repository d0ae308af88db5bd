/**
 * Demos on free ports, each with a shop, a gateway and a database of its own, for the browser tests.
 *
 *   node scripts/throwaway-demo.mjs [count]     prints DEMO_READY_FILES once they run, and keeps them until Ctrl-C
 */
import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { startPostgres } from "./postgres.mjs"

/**
 * Starts without waiting: whoever has other work meanwhile awaits `ready` after it.
 * @param {number} count
 * @returns {{ ready: Promise<string[]>, stop: () => Promise<void> }} what each of them wrote when it was ready
 */
export function startThrowawayDemos(count) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "one2pays-browser-"))
  const postgres = startPostgres({ name: "demo" })
  const demos = postgres.then((server) => {
    const template = `one2pays_demo_template_${process.pid}`
    return Array.from({ length: count }, (_, index) =>
      start({
        readyFile: path.join(directory, `${index}.json`),
        databaseUrl: server.url("postgres"),
        template,
        isHeard: index === 0,
      })
    )
  })
  const ready = demos.then((all) => Promise.all(all.map(({ ready }) => ready)))
  // It is told to whoever awaits it, be that later.
  ready.catch(() => undefined)
  const stop = async () => {
    const all = await demos.catch(() => [])
    await Promise.all(all.map((demo) => demo.stop()))
    const server = await postgres.catch(() => undefined)
    await server?.dropDatabase(`one2pays_demo_template_${process.pid}`)
    await server?.stop()
    fs.rmSync(directory, { recursive: true, force: true })
  }
  return { ready, stop }
}

/**
 * @param {object} options
 * @param {string} options.readyFile
 * @param {string} options.databaseUrl of the server
 * @param {string} options.template name of the database that the first one fills and all others copy
 * @param {boolean} options.isHeard whether it tells its progress
 */
function start({ readyFile, databaseUrl, template, isHeard }) {
  const script = fileURLToPath(new URL("demo.mjs", import.meta.url))
  const dieWithParent = fileURLToPath(
    new URL("demo/die-with-parent.cjs", import.meta.url)
  )
  const demo = spawn(
    process.execPath,
    [
      ...["--require", dieWithParent, script, "--throwaway"],
      ...["--ready-file", readyFile, "--template", template],
    ],
    {
      stdio: ["pipe", isHeard ? "inherit" : "ignore", "inherit"],
      detached: true,
      env: { ...process.env, DATABASE_URL: databaseUrl },
    }
  )
  const ended = new Promise((resolve) => demo.once("exit", resolve))
  const isOver = () => demo.exitCode !== null || demo.signalCode !== null
  const untilReady = async () => {
    while (!fs.existsSync(readyFile)) {
      if (isOver()) throw new Error("The demo did not start.")
      await sleep(200)
    }
    return readyFile
  }
  return {
    ready: untilReady(),
    async stop() {
      demo.kill("SIGINT")
      await ended
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const demos = startThrowawayDemos(Number(process.argv[2] ?? 1))
  const stop = async (/** @type {number} */ exitCode) => {
    await demos.stop()
    process.exit(exitCode)
  }
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => void stop(0))
  }
  try {
    const files = await demos.ready
    console.log(`DEMO_READY_FILES=${files.join(path.delimiter)}`)
    setInterval(() => undefined, 60_000)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    await stop(1)
  }
}
