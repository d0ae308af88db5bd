/**
 * Starts Medusa as `medusa start` does, in the shop's directory, and sends what it took until it listened: `node --expose-gc timed-start.mjs <port>`.
 */
import { once } from "node:events"
import { createRequire } from "node:module"
import { setTimeout as sleep } from "node:timers/promises"
import "../exit-with-parent.mjs"

/** @typedef {{ ms: number, cpuMs: number, mib: number, heapMib: number }} BootFigures */

const load = createRequire(import.meta.url)
const start = load("@medusajs/medusa/commands/start").default
const { server } = await start({
  directory: process.cwd(),
  port: Number(process.argv[2]),
})
if (!server.listening) await once(server, "listening")
// Both count from the start of the process.
const ms = performance.now()
const { user, system } = process.cpuUsage()

// What boot left lying around is no lasting cost.
for (let round = 0; round < 3; round++) {
  await sleep(200)
  globalThis.gc?.()
}
const { rss, heapUsed } = process.memoryUsage()
/** @type {BootFigures} */
const figures = {
  ms,
  cpuMs: (user + system) / 1000,
  mib: rss / 2 ** 20,
  heapMib: heapUsed / 2 ** 20,
}
process.send?.(figures, () => process.exit())
