import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"

/**
 * Demos on free ports, each with a database and a state of its own, for the browser tests.
 * @param {number} count
 * @returns {Promise<{ readyFiles: string[], stop: () => Promise<void> }>}
 */
export async function startThrowawayDemos(count) {
  const starting = Array.from({ length: count }, (_, index) =>
    start(index === 0)
  )
  const stop = async () => {
    const settled = await Promise.allSettled(starting)
    const started = settled.flatMap((each) =>
      each.status === "fulfilled" ? [each.value] : []
    )
    await Promise.all(started.map((demo) => demo.stop()))
  }
  try {
    const demos = await Promise.all(starting)
    return { readyFiles: demos.map(({ readyFile }) => readyFile), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** @param {boolean} isHeard whether it tells its progress */
async function start(isHeard) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "one2pays-browser-"))
  const readyFile = path.join(directory, "ready.json")
  const script = fileURLToPath(new URL("demo.mjs", import.meta.url))
  const dieWithParent = fileURLToPath(
    new URL("demo/die-with-parent.cjs", import.meta.url)
  )
  const demo = spawn(
    process.execPath,
    [
      ...["--require", dieWithParent, script],
      ...["--throwaway", "--ready-file", readyFile],
    ],
    {
      stdio: ["pipe", isHeard ? "inherit" : "ignore", "inherit"],
      detached: true,
    }
  )
  const ended = new Promise((resolve) => demo.once("exit", resolve))
  const stop = async () => {
    demo.kill("SIGINT")
    await ended
    fs.rmSync(directory, { recursive: true, force: true })
  }
  while (!fs.existsSync(readyFile)) {
    if (demo.exitCode !== null || demo.signalCode !== null) {
      await stop()
      throw new Error("The demo did not start.")
    }
    await sleep(200)
  }
  return { readyFile, stop }
}
