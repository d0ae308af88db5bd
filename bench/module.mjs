import fs from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"

/** @typedef {import("../src/modules/one2pays/service.js").default} Service */
/** @typedef {{ up(): Promise<void>, getQueries(): string[] }} Migration */

/**
 * The plugin's module over a database, without Medusa. Only its warnings and errors are printed.
 * @param {string} databaseUrl
 * @param {Record<string, unknown>} options of the plugin's entry in medusa-config
 */
export function openModule(databaseUrl, options) {
  const load = createRequire(import.meta.url)
  /** @type {typeof import("knex")} */
  const { knex } = load("@medusajs/framework/mikro-orm/knex")
  const db = knex({ client: "pg", connection: databaseUrl })
  const silent = () => {}
  /** @param {string} line */
  const print = (line) => console.error(line)
  const logger = { debug: silent, info: silent, warn: print, error: print }
  const entry = load.resolve("medusa-plugin-one2pays/modules/one2pays")
  const { default: one2pays } = load(entry)
  /** @type {Service} */
  const service = new one2pays.service(
    { logger, __pg_connection__: db },
    options
  )

  /** Makes the tables. */
  async function migrate() {
    const directory = path.join(path.dirname(entry), "migrations")
    for (const file of fs.readdirSync(directory).sort()) {
      const name = /^(Migration\d+)\.js$/.exec(file)?.[1]
      if (!name) continue
      /** @type {Migration} */
      const migration = new (load(path.join(directory, file))[name])()
      await migration.up()
      for (const query of migration.getQueries()) await db.raw(query)
    }
  }

  return { db, service, migrate }
}
