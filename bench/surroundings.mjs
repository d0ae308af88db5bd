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
 */

/** @typedef {ReturnType<typeof createSurroundings>} Surroundings */

export const STRIPE_WEBHOOK_SECRET = "whsec_bench"

/** What benchmarks run in. Each part starts when it is first asked for, and serves all of them. */
export function createSurroundings() {
  /** @type {(() => Promise<unknown>)[]} */
  const stops = []
  let shopOutput = () => ""

  const app = once(async () => {
    await buildPlugin()
    const directory = compileShop()
    const port = await freePort()
    const postgres = await startPostgres({ name: "bench" })
    stops.push(() => postgres.stop())
    /** @type {Child<Gateways>} */
    const gateways = await startChild(
      new URL("gateways/serve.mjs", import.meta.url),
      [`http://localhost:${port}`]
    )
    stops.push(gateways.stop)
    const env = environment(postgres.url("bench"), gateways.message)
    await postgres.createDatabase("bench")
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
    const server = await startChild(
      new URL("shop/serve.mjs", import.meta.url),
      [String(port)],
      { cwd: directory, env: { ...env, BENCH_PROVIDERS: "one2pays,stripe" } }
    )
    stops.push(server.stop)
    shopOutput = server.output
    const database = new pg.Client({ connectionString: env.DATABASE_URL })
    await database.connect()
    stops.push(() => database.end())
    const { shop, variant } = server.message
    /** @type {typeof import("../integration-tests/setup/buyer.js")} */
    const { Buyer } = createRequire(import.meta.url)(
      path.join(directory, "buyer.js")
    )
    const api = axios.create({ baseURL: `http://localhost:${port}` })
    const buyer = new Buyer(/** @type {never} */ (api), shop)
    return { api, buyer, variant, database, gateways }
  })

  return {
    /** @returns {Promise<App>} */
    app,
    /** @returns {Promise<Shop>} */
    shop,
    /** What the running app printed last: why something failed. */
    shopOutput: () => shopOutput(),
    async stop() {
      for (const stop of stops.reverse()) await stop()
    },
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
