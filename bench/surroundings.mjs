import { createRequire } from "node:module"
import path from "node:path"
import axios from "axios"
import pg from "pg"
import { buildPlugin } from "../scripts/build.mjs"
import { freePort } from "../scripts/ports.mjs"
import { startPostgres } from "../scripts/postgres.mjs"
import { runChild, startChild } from "./child.mjs"
import { compileShop } from "./shop/compile.mjs"

/** @import { AxiosInstance } from "axios" */
/** @import { Child } from "./child.mjs" */
/** @import { Gateways } from "./gateways/serve.mjs" */
/** @import { OpenShop } from "./shop/serve.mjs" */

/** @typedef {import("../integration-tests/setup/buyer.js").Buyer} Buyer */

/**
 * A Medusa app that is not running yet: built, on a migrated database, with gateways to call.
 * @typedef {object} App
 * @property {string} directory where it is started
 * @property {number} port
 * @property {Record<string, string>} env
 * @property {Gateways} gateways
 */

/**
 * The app running, with One2Pays and Stripe, and a customer in front of it.
 * @typedef {object} Shop
 * @property {AxiosInstance} api
 * @property {Buyer} buyer
 * @property {string} variant what the customer buys
 * @property {pg.Client} database
 * @property {Gateways} gateways
 * @property {(name: string) => void} startJob before its time
 * @property {(amount: string) => void} startPayout of THB, which nobody has to approve
 */

/** @typedef {ReturnType<typeof createSurroundings>} Surroundings */

/** @typedef {"usual" | "tiny"} Size how much is measured; tiny says nothing of speed, but that the benchmarks work */

export const STRIPE_WEBHOOK_SECRET = "whsec_bench"

/** A new one for every run, also on a server that DATABASE_URL names and others use. */
const DATABASE = `one2pays_bench_${process.pid}`

/**
 * What benchmarks run in. Each part starts when it is first asked for, and serves all of them.
 * @param {Size} size
 */
export function createSurroundings(size) {
  /** @type {(() => unknown)[]} */
  const stops = []
  /** @type {Child<OpenShop> | undefined} */
  let server

  const app = once(async () => {
    await buildPlugin()
    const { directory, remove } = compileShop()
    stops.push(remove)
    const port = await freePort()
    const postgres = await startPostgres({ name: "bench" })
    stops.push(() => postgres.stop())
    await postgres.createDatabase(DATABASE)
    stops.push(() => dropDatabase(postgres.url("postgres")))
    /** @type {Child<Gateways>} */
    const gateways = await startChild(
      new URL("gateways/serve.mjs", import.meta.url),
      [`http://localhost:${port}`]
    )
    stops.push(gateways.stop)
    const env = environment(postgres.url(DATABASE), gateways.message)
    for (const command of ["migrate", "migrate-search"]) {
      await runChild(new URL("shop/migrate.mjs", import.meta.url), [command], {
        cwd: directory,
        env: { ...env, BENCH_PROVIDERS: "one2pays,stripe" },
      })
    }
    return { directory, port, env, gateways: gateways.message }
  })

  const shop = once(async () => {
    const { directory, port, env, gateways } = await app()
    /** @type {Child<OpenShop>} */
    const running = await startChild(
      new URL("shop/serve.mjs", import.meta.url),
      [String(port)],
      { cwd: directory, env: { ...env, BENCH_PROVIDERS: "one2pays,stripe" } }
    )
    server = running
    stops.push(running.stop)
    const database = new pg.Client({ connectionString: env.DATABASE_URL })
    await database.connect()
    stops.push(() => database.end())
    const { shop, variant } = running.message
    /** @type {typeof import("../integration-tests/setup/buyer.js")} */
    const { Buyer } = createRequire(import.meta.url)(
      path.join(directory, "buyer.js")
    )
    const api = axios.create({ baseURL: `http://localhost:${port}` })
    const buyer = new Buyer(/** @type {never} */ (api), shop)
    const startJob = running.send
    const startPayout = (/** @type {string} */ amount) =>
      running.send(`payout ${amount}`)
    return { api, buyer, variant, database, gateways, startJob, startPayout }
  })

  return {
    size,
    /** @returns {Promise<App>} */
    app,
    /** @returns {Promise<Shop>} */
    shop,
    /** What the running app printed last: why something failed. */
    shopOutput: () => server?.output() ?? "",
    /** Ends the running app, for a benchmark that wants its port and a machine with nothing else to do. */
    closeShop: async () => server?.stop(),
    async stop() {
      for (const stop of stops.reverse()) await stop()
    },
  }
}

/** @param {string} adminUrl */
async function dropDatabase(adminUrl) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(`DROP DATABASE "${DATABASE}" WITH (FORCE)`)
  } finally {
    await client.end()
  }
}

/**
 * @param {string} databaseUrl
 * @param {Gateways} gateways
 */
function environment(databaseUrl, gateways) {
  return {
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    MEDUSA_DISABLE_TELEMETRY: "true",
    DATABASE_URL: databaseUrl,
    ONE2PAYS_BASE_URL: gateways.url,
    ONE2PAYS_API_KEY: gateways.apiKey,
    ONE2PAYS_SECRET_KEY: gateways.secretKey,
    ONE2PAYS_WEBHOOK_SECRET: gateways.webhookSecret,
    STRIPE_PORT: String(gateways.stripePort),
    STRIPE_WEBHOOK_SECRET,
  }
}

/**
 * @template T
 * @param {() => Promise<T>} start
 * @returns {() => Promise<T>}
 */
function once(start) {
  /** @type {Promise<T> | undefined} */
  let started
  return () => (started ??= start())
}
