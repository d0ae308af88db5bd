import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"

/**
 * The demo on free ports with a database and a state of its own, for the browser tests.
 * @returns {Promise<{ readyFile: string, stop: () => Promise<void> }>}
 */
export async function startThrowawayDemo() {
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
    { stdio: ["pipe", "inherit", "inherit"], detached: true }
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
