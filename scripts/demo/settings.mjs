import { randomBytes } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { freePort, isFree } from "../ports.mjs"

export const root = fileURLToPath(new URL("../..", import.meta.url))
export const demoRoot = path.join(root, "demo")
export const administrator = {
  email: "admin@example.com",
  password: "supersecret",
}

/**
 * @typedef {object} Settings
 * @property {boolean} isThrowaway free ports, a database and a state of its own, all gone at the end
 * @property {string} stateDirectory
 * @property {{ medusa: number, storefront: number, gateway: number }} ports
 * @property {string | undefined} readyFile
 * @property {string | undefined} template name of a filled database on the same server, which the first of several
 *   throwaway demos makes and the others copy
 */

/**
 * From the command line (`--throwaway`, `--ready-file <path>`, `--template <database>`) and the environment
 * (DEMO_MEDUSA_PORT, DEMO_STOREFRONT_PORT, DEMO_GATEWAY_PORT, DEMO_STATE_DIR).
 * @param {string[]} args
 * @returns {Promise<Settings>}
 */
export async function readSettings(args) {
  const isThrowaway = args.includes("--throwaway")
  /** @param {string} flag */
  const valueOf = (flag) =>
    args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined
  const stateDirectory = isThrowaway
    ? fs.mkdtempSync(path.join(os.tmpdir(), "one2pays-demo-"))
    : path.resolve(process.env.DEMO_STATE_DIR || path.join(demoRoot, ".state"))
  fs.mkdirSync(stateDirectory, { recursive: true })
  /**
   * @param {string} variable
   * @param {number} usual
   */
  const port = async (variable, usual) =>
    Number(process.env[variable]) || (isThrowaway ? await freePort() : usual)
  return {
    isThrowaway,
    stateDirectory,
    ports: {
      medusa: await port("DEMO_MEDUSA_PORT", 9000),
      storefront: await port("DEMO_STOREFRONT_PORT", 8000),
      gateway: await port("DEMO_GATEWAY_PORT", 4010),
    },
    readyFile: valueOf("--ready-file"),
    template: valueOf("--template"),
  }
}

/**
 * `medusa start` hangs on a taken port instead of failing, so look before anything starts.
 * @param {Settings} settings
 * @returns {Promise<string[]>} one line for each port that somebody has
 */
export async function takenPorts({ ports }) {
  const names = /** @type {const} */ (["medusa", "storefront", "gateway"])
  const lines = await Promise.all(
    names.map(async (name) => {
      if (await isFree(ports[name])) return []
      const variable = `DEMO_${name.toUpperCase()}_PORT`
      return [
        `Port ${ports[name]} (${name}) is taken: end what uses it, or set ${variable} to another.`,
      ]
    })
  )
  return lines.flat()
}

/**
 * Kept between runs, so that a login outlives a restart.
 * @param {string} stateDirectory
 * @returns {{ jwtSecret: string, cookieSecret: string }}
 */
export function secrets(stateDirectory) {
  const file = path.join(stateDirectory, "secrets.json")
  if (!fs.existsSync(file)) {
    const made = {
      jwtSecret: randomBytes(32).toString("hex"),
      cookieSecret: randomBytes(32).toString("hex"),
    }
    fs.writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  }
  return JSON.parse(fs.readFileSync(file, "utf8"))
}
