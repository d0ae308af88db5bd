import { setTimeout as sleep } from "node:timers/promises"

/** MiB of the heap that are in use. */
export const heapInUse = () => process.memoryUsage().heapUsed / 2 ** 20

/** The same after garbage collection, which needs `--expose-gc`. */
export async function heapAtRest() {
  for (let round = 0; round < 3; round++) {
    await sleep(200)
    globalThis.gc?.()
  }
  return heapInUse()
}
