/**
 * `npm run demo`: a Medusa shop with the plugin, its storefront and a One2Pays sandbox, on this machine alone.
 * What is built, migrated and seeded once is kept; see demo/settings.mjs for what can be set.
 */
import fs from "node:fs"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"
import { buildPlugin } from "./build.mjs"
import { stopChildren } from "./demo/children.mjs"
import { publishableKey } from "./demo/database.mjs"
import { sinceStart, step, StepFailed } from "./demo/progress.mjs"
import {
  administrator,
  readSettings,
  root,
  secrets,
  takenPorts,
} from "./demo/settings.mjs"
import {
  buildShop,
  isShopBuilt,
  migrate,
  proveUnit,
  seed,
  startShop,
} from "./demo/shop.mjs"
import { buildStorefront, serveStorefront } from "./demo/storefront.mjs"
import { withFileLock } from "./file-lock.mjs"
import { startPostgres } from "./postgres.mjs"

/** What has to be undone at the end, last first. @type {(() => unknown)[]} */
const undo = []
let isStopping = false

/** @param {number} exitCode */
async function stop(exitCode) {
  if (isStopping) return
  isStopping = true
  await stopChildren()
  for (const action of undo.reverse()) await action()
  process.exit(exitCode)
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    console.log("\nStopping …")
    void stop(0)
  })
}

async function main() {
  const settings = await readSettings(process.argv.slice(2))
  const { stateDirectory, ports, isThrowaway } = settings
  const taken = await takenPorts(settings)
  if (taken.length > 0) {
    console.error(taken.join("\n"))
    return stop(1)
  }
  if (isThrowaway) {
    undo.push(() => fs.rmSync(stateDirectory, { recursive: true, force: true }))
  }
  const logs = path.join(stateDirectory, "logs")
  const medusaUrl = `http://localhost:${ports.medusa}`
  const storefrontUrl = `http://localhost:${ports.storefront}`

  console.log(
    isShopBuilt()
      ? "Starting the demo."
      : "Starting the demo; the first time takes two to three minutes."
  )
  const [{ databaseUrl, fill }, pluginHash] = await Promise.all([
    step("PostgreSQL", () => startDatabase(settings)),
    buildPackage(),
  ])
  const gateway = await step("One2Pays sandbox", () =>
    startGateway(settings, medusaUrl)
  )

  const { jwtSecret, cookieSecret } = secrets(stateDirectory)
  const shop = {
    url: medusaUrl,
    databaseUrl,
    logs,
    env: {
      PORT: String(ports.medusa),
      DATABASE_URL: databaseUrl,
      STORE_CORS: storefrontUrl,
      ADMIN_CORS: medusaUrl,
      AUTH_CORS: `${storefrontUrl},${medusaUrl}`,
      JWT_SECRET: jwtSecret,
      COOKIE_SECRET: cookieSecret,
      ONE2PAYS_BASE_URL: gateway.url,
      ONE2PAYS_API_KEY: gateway.apiKey,
      ONE2PAYS_SECRET_KEY: gateway.secretKey,
      ONE2PAYS_WEBHOOK_SECRET: gateway.webhookSecret,
      DEMO_ADMIN_EMAIL: administrator.email,
      DEMO_ADMIN_PASSWORD: administrator.password,
    },
  }
  await Promise.all([
    step("Shop and admin built", () => buildShop(logs)),
    step("Storefront built", () => buildStorefront(logs, pluginHash)),
    fill(async () => {
      await step("Database migrated", () => migrate(shop))
      await step("Products, region, login", () => seed(shop))
    }),
  ])
  const key = await publishableKey(databaseUrl)
  const medusa = await step("Medusa", () => startShop(shop))
  medusa.once("exit", () => {
    if (isStopping) return
    console.error(`Medusa ended by itself; see ${logs}/medusa.log`)
    void stop(1)
  })
  await step("Unit of the account proved", () => proveUnit(shop))
  const site = await serveStorefront(ports.storefront, {
    medusaUrl,
    publishableKey: key,
  })
  undo.push(
    () => site.closeAllConnections(),
    () => site.close()
  )

  const control = `${gateway.url}/_sandbox`
  if (settings.readyFile) {
    const ready = {
      storefrontUrl,
      medusaUrl,
      adminUrl: `${medusaUrl}/app`,
      gatewayUrl: gateway.url,
      gatewayControlUrl: control,
      publishableKey: key,
      administrator,
      databaseUrl,
      logs,
    }
    // Renamed into place: whoever waits for the file never reads half of it.
    fs.writeFileSync(`${settings.readyFile}.part`, JSON.stringify(ready))
    fs.renameSync(`${settings.readyFile}.part`, settings.readyFile)
  }
  console.log(`
Ready after ${sinceStart()}.

  Shop      ${storefrontUrl}
  Admin     ${medusaUrl}/app
            ${administrator.email} / ${administrator.password}
  One2Pays  ${control}   pay, fail and expire payments, break the gateway

Ctrl-C stops everything; orders and settings are kept for the next start.`)
}

/**
 * @typedef {object} Database
 * @property {string} databaseUrl the shop's
 * @property {(work: () => Promise<void>) => Promise<void>} fill with what the work puts into it, unless a copy does
 *
 * @param {import("./demo/settings.mjs").Settings} settings
 * @returns {Promise<Database>}
 */
async function startDatabase({ stateDirectory, isThrowaway, template }) {
  const postgres = await startPostgres({
    name: "demo",
    persistent: !isThrowaway,
    directory: path.join(stateDirectory, "postgres"),
  })
  undo.push(() => postgres.stop())
  if (process.env.DATABASE_URL && !isThrowaway) {
    return { databaseUrl: process.env.DATABASE_URL, fill: (work) => work() }
  }
  const name = isThrowaway ? `one2pays_demo_${process.pid}` : "one2pays_demo"
  if (isThrowaway) undo.push(() => postgres.dropDatabase(name))
  const databaseUrl = postgres.url(name)
  if (!template) {
    await postgres.createDatabase(name)
    return { databaseUrl, fill: (work) => work() }
  }
  const lock = path.join(os.tmpdir(), `${template}.lock`)
  return {
    databaseUrl,
    fill: (work) =>
      withFileLock(lock, async () => {
        if (await postgres.hasDatabase(template)) {
          await postgres.createDatabase(name, template)
          return
        }
        await postgres.createDatabase(name)
        await work()
        await postgres.createDatabase(template, name)
      }),
  }
}

/** @returns {Promise<string>} what it was built from */
async function buildPackage() {
  let hash = ""
  await step("Plugin built", async () => {
    const result = await buildPlugin()
    hash = result.hash
    return result.built ? undefined : "unchanged"
  })
  return hash
}

/**
 * @param {import("./demo/settings.mjs").Settings} settings
 * @param {string} medusaUrl
 */
async function startGateway({ ports, stateDirectory }, medusaUrl) {
  const require = createRequire(import.meta.url)
  /** @type {typeof import("../src/sandbox/index.js")} */
  const { startSandbox } = require(
    path.join(root, ".medusa/server/src/sandbox/index.js")
  )
  const sandbox = await startSandbox({
    port: ports.gateway,
    stateFile: path.join(stateDirectory, "gateway.json"),
    webhookUrls: [`${medusaUrl}/hooks/one2pays`],
    balanceUnit: "satang", // as the plugin expects when its option is left out
    rateLimitPerMinute: 1000,
  })
  undo.push(() => sandbox.close())
  return sandbox
}

await main().catch((/** @type {unknown} */ error) => {
  if (isStopping) return // a step was cut off by Ctrl-C
  console.error(error instanceof StepFailed ? error.message : error)
  return stop(1)
})
