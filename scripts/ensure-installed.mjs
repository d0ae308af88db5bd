/**
 * Runs before every npm script that needs node_modules, with Node's built-ins alone: installs
 * what package-lock.json names when something is missing or of another version.
 */
import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, peer?: boolean }} LockedPackage
 */

refuseUnfitNode()
const reason = whyInstall()
if (reason) await install(reason)

function refuseUnfitNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  const fits =
    major === 20 ? minor >= 19 : major > 22 || (major === 22 && minor >= 12)
  if (fits) return
  console.error(
    `Node ${process.versions.node} is too old or odd; install 20.19 or newer, or 22.12 or newer.`
  )
  process.exit(1)
}

/** @returns {string | undefined} */
function whyInstall() {
  const wanted = packagesOf("package-lock.json")
  if (!wanted) throw new Error("package-lock.json is missing.")
  // npm writes this file as the last thing of an installation; a cut-off one has none.
  const installed = packagesOf("node_modules/.package-lock.json")
  if (!installed) return "node_modules is missing"

  for (const [location, locked] of Object.entries(wanted)) {
    if (!location.startsWith("node_modules/")) continue
    const there = fs.existsSync(path.join(root, location))
    const name = location.slice("node_modules/".length)
    if (locked.optional && !installed[location]) continue // for another platform
    if (!there) return `${name} is missing`
    if (locked.link) continue
    if (installed[location]?.version !== locked.version) {
      return `${name} is not the locked version`
    }
  }
  return undefined
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function packagesOf(file) {
  try {
    /** @type {{ packages: Record<string, LockedPackage> }} */
    const lock = JSON.parse(fs.readFileSync(path.join(root, file), "utf8"))
    return lock.packages
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === "ENOENT" || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** @param {string} why */
async function install(why) {
  console.log(
    `Installing the dependencies (${why}); one to three minutes, this once.`
  )
  const started = Date.now()
  const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`
  const progress = setInterval(() => {
    console.log(`  npm ci is still at work, ${elapsed()}`)
  }, 15_000)
  try {
    await npmCi()
  } finally {
    clearInterval(progress)
  }
  console.log(`Dependencies installed in ${elapsed()}.`)
}

/** @returns {Promise<void>} */
function npmCi() {
  // Also where NODE_ENV=production would leave the tools out.
  const args = ["ci", "--include=dev", "--include=optional", "--include=peer"]
  const npm = process.env.npm_execpath
  /** @type {import("node:child_process").SpawnOptions} */
  const options = { cwd: root, stdio: "inherit" }
  return new Promise((resolve, reject) => {
    const child = npm
      ? spawn(process.execPath, [npm, ...args], options)
      : spawn("npm", args, { ...options, shell: process.platform === "win32" })
    child.once("error", reject)
    child.once("exit", (code) => {
      if (code === 0) return resolve()
      console.error("npm ci failed; its message is above.")
      process.exit(code ?? 1)
    })
  })
}
