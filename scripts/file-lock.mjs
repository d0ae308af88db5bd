import fs from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

/**
 * Runs `work` while no other process of this machine runs it under the same lock file.
 * The lock of a process that died is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withFileLock(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  while (!tryLock(file)) {
    if (!isHeld(file)) fs.rmSync(file, { force: true })
    else await sleep(200)
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

/** @param {string} file */
function tryLock(file) {
  // Written elsewhere and linked, so that nobody ever reads a lock without its owner.
  const mine = `${file}.${process.pid}`
  fs.writeFileSync(mine, String(process.pid))
  try {
    fs.linkSync(mine, file)
    return true
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code !== "EEXIST") throw error
    return false
  } finally {
    fs.rmSync(mine, { force: true })
  }
}

/** @param {string} file */
function isHeld(file) {
  try {
    process.kill(Number(fs.readFileSync(file, "utf8")), 0)
    return true
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    return code === "EPERM"
  }
}
