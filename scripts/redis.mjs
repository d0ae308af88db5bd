/**
 * Sees to a Redis for the integration tests.
 *
 *   node scripts/redis.mjs     installs it on Debian and Ubuntu when we are root, else says what to do
 */
import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { freePort } from "./ports.mjs"
import { ensureProgram, findProgram } from "./programs.mjs"

/** @type {import("./programs.mjs").Program} */
const REDIS = {
  title: "Redis",
  variable: "REDIS_SERVER_PATH",
  names: ["redis-server"],
  packages: ["redis-server"],
  neededBy: "integration tests",
}

const PREFIX = "one2pays-redis-"

/**
 * @typedef {object} RedisServer
 * @property {number} port
 * @property {string} url
 * @property {() => Promise<void>} stop
 */

/**
 * A Redis that keeps nothing and ends with this process, however that ends.
 * @param {object} [options]
 * @param {number} [options.port] a free one by default
 * @returns {Promise<RedisServer>}
 */
export async function startRedis({ port } = {}) {
  const program = findProgram(REDIS)
  if (!program) throw new Error("Redis is missing: npm run redis")
  const chosen = port ?? (await freePort())
  const home = fs.mkdtempSync(path.join(os.tmpdir(), PREFIX))
  const watchdog = fileURLToPath(new URL("redis-watchdog.mjs", import.meta.url))
  const child = spawn(
    process.execPath,
    [
      ...[watchdog, program, home],
      ...["--port", String(chosen), "--bind", "127.0.0.1"],
      ...["--save", "", "--appendonly", "no", "--daemonize", "no"],
    ],
    // Of a group of its own: a Ctrl-C is for us, and we stop it when we have no more use for it.
    { detached: true, stdio: ["pipe", "pipe", "inherit"] }
  )
  const ended = new Promise((resolve) => child.once("exit", resolve))
  await isReady(child.stdout)
  child.unref()
  for (const pipe of [child.stdin, child.stdout]) {
    // @ts-expect-error a pipe is a socket; an open one must not keep this process alive
    pipe.unref()
  }
  return {
    port: chosen,
    url: `redis://127.0.0.1:${chosen}`,
    async stop() {
      child.ref()
      child.stdin.end()
      await ended
    },
  }
}

/**
 * @param {import("node:stream").Readable} output
 * @returns {Promise<void>}
 */
function isReady(output) {
  return new Promise((resolve, reject) => {
    let text = ""
    output.on("data", (chunk) => {
      text += String(chunk)
      if (text.includes("Ready to accept connections")) resolve()
    })
    output.once("end", () => {
      reject(new Error(`Redis did not start.\n${text}`))
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureProgram(REDIS))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
