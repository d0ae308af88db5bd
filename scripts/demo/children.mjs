import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const DIE_WITH_PARENT = fileURLToPath(
  new URL("die-with-parent.cjs", import.meta.url)
)
const GRACE_MS = 10_000

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set()

/**
 * @typedef {object} NodeCommand
 * @property {string[]} args of node
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {string} log file that takes all it prints
 */

/**
 * Starts a Node program in a process group of its own, so that Ctrl-C reaches it through stopChildren alone.
 * @param {NodeCommand} command
 */
export function start({ args, cwd, env, log }) {
  fs.mkdirSync(path.dirname(log), { recursive: true })
  const output = fs.openSync(log, "w")
  const child = spawn(
    process.execPath,
    ["--require", DIE_WITH_PARENT, ...args],
    {
      cwd,
      env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true", ...env },
      detached: true,
      stdio: ["pipe", output, output],
    }
  )
  fs.closeSync(output)
  running.add(child)
  child.once("exit", () => running.delete(child))
  return child
}

/**
 * Runs a Node program to its end.
 * @param {NodeCommand & { limitSeconds: number }} command
 * @returns {Promise<void>} rejected with the end of its log when it fails or takes too long
 */
export function run(command) {
  const child = start(command)
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      signal(child, "SIGKILL")
      reject(
        new Error(
          `It was not done within ${command.limitSeconds} s.\n${endOf(command.log)}`
        )
      )
    }, command.limitSeconds * 1000)
    child.once("error", reject)
    child.once("exit", (code) => {
      clearTimeout(limit)
      if (code === 0) resolve()
      else reject(new Error(endOf(command.log)))
    })
  })
}

/**
 * @param {string} log
 * @returns {string} its last lines and where the rest is
 */
export function endOf(log) {
  const lines = fs.readFileSync(log, "utf8").trimEnd().split("\n")
  return [...lines.slice(-30), `(all of it: ${log})`].join("\n")
}

/** Ends everything that start or run began, politely at first. */
export async function stopChildren() {
  await Promise.all(
    [...running].map(
      (child) =>
        new Promise((resolve) => {
          const force = setTimeout(() => signal(child, "SIGKILL"), GRACE_MS)
          child.once("exit", () => {
            clearTimeout(force)
            resolve(undefined)
          })
          signal(child, "SIGTERM")
        })
    )
  )
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
  try {
    // The whole group; Windows has none.
    if (child.pid && process.platform !== "win32")
      process.kill(-child.pid, name)
    else child.kill(name)
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code !== "ESRCH") throw error // gone by itself
  }
}
