import fs from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { contentHash } from "../content-hash.mjs"
import { withFileLock } from "../file-lock.mjs"
import { endOf, run, start } from "./children.mjs"
import { rememberIn } from "./database.mjs"
import { administrator, demoRoot, root } from "./settings.mjs"

const medusa = path.join(root, "node_modules/@medusajs/cli/cli.js")
const shopBuild = path.join(demoRoot, ".medusa", "server")
const stampFile = path.join(demoRoot, ".medusa", "build-stamp")
const READY_LIMIT_MS = 120_000

/**
 * @typedef {object} Shop
 * @property {string} url
 * @property {string} databaseUrl
 * @property {string} logs directory
 * @property {NodeJS.ProcessEnv} env what its medusa-config reads
 */

/** Whether there is a build of the shop, be it of today's sources or of older ones. */
export function isShopBuilt() {
  return (
    fs.existsSync(stampFile) &&
    fs.existsSync(path.join(shopBuild, "public/admin/index.html"))
  )
}

/**
 * `medusa build` of the shop with its admin, unless the last one still fits. The plugin's server code is not part
 * of it: that is loaded from the package at start.
 * @param {string} logs directory
 * @returns {Promise<"unchanged" | undefined>}
 */
export function buildShop(logs) {
  const lock = path.join(demoRoot, ".medusa", "build.lock")
  return withFileLock(lock, async () => {
    const hash = contentHash(root, [
      "src/admin",
      "demo/src",
      "demo/medusa-config.ts",
      "demo/tsconfig.json",
      "demo/package.json",
      "package-lock.json",
    ])
    if (isShopBuilt() && fs.readFileSync(stampFile, "utf8") === hash) {
      return "unchanged"
    }
    fs.rmSync(stampFile, { force: true })
    await run({
      args: [medusa, "build"],
      cwd: demoRoot,
      env: { NODE_ENV: "production" },
      log: path.join(logs, "build.log"),
      limitSeconds: 600,
    })
    fs.writeFileSync(stampFile, hash)
    return undefined
  })
}

/**
 * @param {Shop} shop
 * @returns {Promise<"unchanged" | undefined>}
 */
export async function migrate(shop) {
  const memory = rememberIn(shop.databaseUrl)
  const hash = contentHash(
    root,
    ["src/modules", "src/links", "demo/medusa-config.ts", "package-lock.json"],
    (file) => !file.startsWith("src/modules") || file.includes("/migrations/")
  )
  if ((await memory.read("migrations")) === hash) return "unchanged"
  await run({
    args: [medusa, "db:migrate", "--execute-all-links", "--execute-all-search"],
    cwd: demoRoot,
    env: { ...shop.env, NODE_ENV: "development" },
    log: path.join(shop.logs, "migrate.log"),
    limitSeconds: 300, // a dead database would make it retry without an end in sight
  })
  await memory.write("migrations", hash)
  return undefined
}

/**
 * @param {Shop} shop
 * @returns {Promise<"unchanged" | undefined>}
 */
export async function seed(shop) {
  const memory = rememberIn(shop.databaseUrl)
  const hash = contentHash(root, ["demo/src/seed", "demo/src/scripts"])
  if ((await memory.read("seed")) === hash) return "unchanged"
  await run({
    args: [medusa, "exec", "./src/scripts/seed.ts"],
    cwd: demoRoot,
    env: { ...shop.env, NODE_ENV: "development" },
    log: path.join(shop.logs, "seed.log"),
    limitSeconds: 180,
  })
  await memory.write("seed", hash)
  return undefined
}

/**
 * Starts the built shop and waits until it answers.
 * @param {Shop} shop
 */
export async function startShop(shop) {
  const log = path.join(shop.logs, "medusa.log")
  const child = start({
    args: [medusa, "start"],
    cwd: shopBuild,
    env: { ...shop.env, NODE_ENV: "production" },
    log,
  })
  const deadline = Date.now() + READY_LIMIT_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(endOf(log))
    if (await isHealthy(shop.url)) return child
    await sleep(250)
  }
  throw new Error(`It did not answer in time.\n${endOf(log)}`)
}

/**
 * Proves the unit of the gateway's account as staff do in the settings: before that, no payout leaves.
 * @param {Shop} shop
 * @returns {Promise<"unchanged" | undefined>}
 */
export async function proveUnit(shop) {
  const deadline = Date.now() + READY_LIMIT_MS
  for (;;) {
    try {
      return await tryToProveUnit(shop)
    } catch (error) {
      // A busy machine may close a connection while a request is on its way. Once proved, another try changes nothing.
      if (!isConnectionLost(error) || Date.now() >= deadline) throw error
      await sleep(1_000)
    }
  }
}

/** @param {unknown} error */
const isConnectionLost = (error) =>
  error instanceof Error && error.cause instanceof TypeError

/**
 * @param {Shop} shop
 * @returns {Promise<"unchanged" | undefined>}
 */
async function tryToProveUnit({ url }) {
  const { token } = await call(`${url}/auth/user/emailpass`, {}, administrator)
  const headers = { authorization: `Bearer ${token}` }
  const { status } = await call(`${url}/admin/one2pays/status`, headers)
  if (status.unit.state !== "unproved") return "unchanged"
  await call(`${url}/admin/one2pays/unit/proofs`, headers, {
    account_name: "One2Pays Demo",
    account_number: "1234567890",
    bank_code: "004",
  })
  return undefined
}

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {object} [body]
 * @returns {Promise<any>}
 */
async function call(url, headers, body) {
  const answer = await fetch(url, {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json", ...headers },
    ...(body && { body: JSON.stringify(body) }),
  }).catch((/** @type {unknown} */ error) => {
    const why = error instanceof Error && error.cause ? error.cause : error
    throw new Error(`${url}: ${String(why)}`, { cause: error })
  })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return answer.json()
}

/** @param {string} url */
async function isHealthy(url) {
  try {
    const answer = await fetch(`${url}/health`, {
      signal: AbortSignal.timeout(2_000),
    })
    return answer.ok
  } catch {
    return false // not listening yet
  }
}
