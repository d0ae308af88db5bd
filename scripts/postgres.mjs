/**
 * A PostgreSQL for the tests and the demo, so that nobody has to install one.
 *
 *   node scripts/postgres.mjs [--port 5433]     keeps one running until Ctrl-C
 *
 * With DATABASE_URL set, that server is used instead and nothing is started.
 */
import { spawn } from "node:child_process"
import { createHash, randomBytes } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import pg from "pg"
import { isFree, freePort } from "./ports.mjs"
import { binaries, postgresIds, runAsPostgres } from "./postgres-binaries.mjs"

const PREFIX = "one2pays-postgres-"
const HOST = "localhost" // Medusa turns TLS on for any other host
const USER = "postgres"
const MEMORY = "/dev/shm"
/** Of memory, in bytes: what all the tests' databases take, several times over. */
const PLENTY = 6 * 2 ** 30

/** Settings of a database that may be lost: writes need not survive a power cut. */
const FAST = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=300",
]

/**
 * @typedef {object} Postgres
 * @property {string} host
 * @property {number} port
 * @property {string} user
 * @property {string} password
 * @property {(database: string) => string} url
 * @property {(database: string) => Promise<boolean>} hasDatabase
 * @property {(database: string, template?: string) => Promise<void>} createDatabase does nothing when it exists; else a
 *   copy of the template, to which nobody may be connected
 * @property {(database: string) => Promise<void>} dropDatabase whoever is connected to it
 * @property {() => Promise<void>} stop
 */

/**
 * @param {object} options
 * @param {string} options.name what it is for; part of the directory's name
 * @param {boolean} [options.persistent] keep the data for the next start; otherwise it goes with the server
 * @param {string} [options.directory] where persistent data lives (as root always below the temporary directory)
 * @param {number} [options.port] a free one by default
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({
  name,
  persistent = false,
  directory,
  port,
}) {
  if (process.env.DATABASE_URL) {
    return connectTo(new URL(process.env.DATABASE_URL))
  }
  if (port && !(await isFree(port))) {
    throw new Error(`Port ${port}, meant for PostgreSQL, is taken.`)
  }
  await removeAbandoned()

  const home = persistent
    ? persistentHome(name, directory)
    : fs.mkdtempSync(path.join(temporaryDirectory(), `${PREFIX}${name}-`))
  const data = path.join(home, "data")
  await takeOver(home)

  let server
  try {
    server = await boot(home, port)
  } catch (error) {
    if (!persistent || !fs.existsSync(data)) throw error
    // A temporary directory is swept now and then, a data directory with holes does not start again.
    const aside = `${data}.broken-${Date.now()}`
    await stopServer(home)
    fs.renameSync(data, aside)
    console.warn(`PostgreSQL cannot open its data; moved to ${aside}.`)
    server = await boot(home, port)
  }
  const watchdog = startWatchdog(home, persistent)

  return describe(server.port, USER, server.password, async () => {
    watchdog.kill("SIGKILL")
    await stopServer(home)
    if (persistent) fs.rmSync(path.join(home, "owner"), { force: true })
    else fs.rmSync(home, { recursive: true, force: true })
  })
}

/** @param {URL} url */
function connectTo(url) {
  return describe(
    Number(url.port || 5432),
    decodeURIComponent(url.username || USER),
    decodeURIComponent(url.password),
    () => Promise.resolve(),
    url
  )
}

/**
 * @param {number} port
 * @param {string} user
 * @param {string} password
 * @param {() => Promise<void>} stop
 * @param {URL} [base]
 * @returns {Postgres}
 */
function describe(port, user, password, stop, base) {
  /** @param {string} database */
  const url = (database) => {
    const result = new URL(
      base ?? `postgres://${user}:${password}@${HOST}:${port}/`
    )
    result.pathname = `/${database}`
    return result.href
  }
  /**
   * @param {string} sql
   * @param {unknown[]} [values]
   */
  const query = async (sql, values) => {
    const client = new pg.Client({ connectionString: url("postgres") })
    await client.connect()
    try {
      return await client.query(sql, values)
    } finally {
      await client.end()
    }
  }
  /** @param {string} database */
  const hasDatabase = async (database) => {
    const found = await query("SELECT 1 FROM pg_database WHERE datname = $1", [
      database,
    ])
    return found.rowCount === 1
  }
  return {
    host: base?.hostname ?? HOST,
    port,
    user,
    password,
    url,
    stop,
    hasDatabase,
    async createDatabase(database, template = "template1") {
      if (await hasDatabase(database)) return
      await query(
        `CREATE DATABASE ${quoted(database)} TEMPLATE ${quoted(template)}`
      )
    },
    async dropDatabase(database) {
      const name = quoted(database)
      await query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}

/**
 * Where a database may live that goes with its server: in memory where there is plenty of it. Tests copy a database
 * of 1,500 files before each of them; that takes 0.1 s in memory and up to 2 s on a slow disk.
 */
function temporaryDirectory() {
  try {
    fs.accessSync(MEMORY, fs.constants.W_OK)
    const { bavail, bsize } = fs.statfsSync(MEMORY)
    const free = Math.min(bavail * bsize, process.availableMemory())
    return free > PLENTY ? MEMORY : os.tmpdir()
  } catch {
    return os.tmpdir() // no such place
  }
}

/** @param {string} identifier */
function quoted(identifier) {
  return `"${identifier.replaceAll('"', '""')}"`
}

/**
 * The unprivileged user that root hands the server to cannot enter every home directory, hence the temporary one.
 * @param {string} name
 * @param {string | undefined} directory
 */
function persistentHome(name, directory) {
  if (!directory || postgresIds()) {
    const key = createHash("sha256")
      .update(directory ?? path.dirname(fileURLToPath(import.meta.url)))
      .digest("hex")
      .slice(0, 12)
    directory = path.join(os.tmpdir(), `${PREFIX}kept-${key}`)
  }
  const home = path.join(directory, name)
  fs.mkdirSync(home, { recursive: true })
  if (process.getuid && fs.statSync(directory).uid !== process.getuid()) {
    throw new Error(`${directory} belongs to another user.`)
  }
  return home
}

/**
 * Makes `home` ours: refuses while another process uses it, ends a server that a killed one left behind.
 * @param {string} home
 */
async function takeOver(home) {
  const owner = ownerOf(home)
  if (owner && owner !== process.pid && isAlive(owner) && isRunning(home)) {
    throw new Error(`Process ${owner} is already using the database in ${home}`)
  }
  await stopServer(home)
  const ids = postgresIds()
  if (ids) fs.chownSync(home, ids.uid, ids.gid)
  fs.chmodSync(home, 0o700)
  fs.writeFileSync(path.join(home, "owner"), String(process.pid))
}

/**
 * @param {string} home
 * @param {number | undefined} wantedPort
 */
async function boot(home, wantedPort) {
  const data = path.join(home, "data")
  const passwordFile = path.join(home, "password")
  if (!fs.existsSync(path.join(data, "PG_VERSION"))) {
    fs.rmSync(data, { recursive: true, force: true })
    fs.writeFileSync(passwordFile, randomBytes(16).toString("hex"))
    const ids = postgresIds()
    if (ids) fs.chownSync(passwordFile, ids.uid, ids.gid)
    fs.chmodSync(passwordFile, 0o600)
    await runAsPostgres("initdb", [
      ...["-D", data, "-U", USER, "--pwfile", passwordFile],
      ...["--auth=scram-sha-256", "--no-sync", "--encoding=UTF8"],
      ...["--locale-provider=builtin", "--locale=C.UTF-8"],
    ])
  }
  const port = wantedPort ?? (await freePort())
  const settings = [...FAST, "unix_socket_directories="]
  const options = [`-h ${HOST}`, `-p ${port}`]
    .concat(settings.map((setting) => `-c ${setting}`))
    .join(" ")
  const log = path.join(home, "server.log")
  fs.rmSync(log, { force: true })
  try {
    await runAsPostgres("pg_ctl", [
      ...["start", "-w", "-t", "60", "-D", data, "-l", log, "-o", options],
    ])
  } catch (error) {
    const said = fs.existsSync(log) ? fs.readFileSync(log, "utf8") : ""
    throw new Error(`PostgreSQL did not start.\n${said}`, { cause: error })
  }
  const password = fs.readFileSync(passwordFile, "utf8")
  const client = new pg.Client({ host: HOST, port, user: USER, password })
  await client.connect() // data with holes starts and then refuses every connection
  await client.end()
  return { port, password }
}

/**
 * A process of its own that outlives a killed parent by as long as it takes to end the server.
 * @param {string} home
 * @param {boolean} persistent
 */
function startWatchdog(home, persistent) {
  const script = fileURLToPath(
    new URL("postgres-watchdog.mjs", import.meta.url)
  )
  const watchdog = spawn(
    process.execPath,
    [script, home, persistent ? "keep" : "remove"],
    { detached: true, stdio: ["pipe", "ignore", "ignore"] }
  )
  watchdog.unref()
  // @ts-expect-error a pipe is a socket; an open one must not keep this process alive
  watchdog.stdin.unref()
  return watchdog
}

/**
 * Ends the server below `home`, if one runs.
 * @param {string} home
 */
export async function stopServer(home) {
  if (!isRunning(home)) return
  const data = path.join(home, "data")
  try {
    await runAsPostgres("pg_ctl", ["stop", "-w", "-m", "fast", "-D", data])
  } catch (error) {
    if (isRunning(home)) throw error // else another process was first
  }
}

/** Ends and deletes what killed processes left behind, when even their watchdog was killed. */
async function removeAbandoned() {
  await binaries()
  const homes = [os.tmpdir(), MEMORY]
    .filter((directory) => fs.existsSync(directory))
    .flatMap((directory) =>
      fs.readdirSync(directory).map((entry) => path.join(directory, entry))
    )
  for (const home of homes) {
    const name = path.basename(home)
    if (!name.startsWith(PREFIX) || name.startsWith(`${PREFIX}kept-`)) continue
    const owner = ownerOf(home)
    if (!owner || isAlive(owner)) continue
    try {
      await stopServer(home)
      fs.rmSync(home, { recursive: true, force: true })
    } catch (error) {
      console.warn(`Left over in ${home}: ${String(error)}`)
    }
  }
}

/** @param {string} home */
function ownerOf(home) {
  try {
    return Number(fs.readFileSync(path.join(home, "owner"), "utf8"))
  } catch {
    return undefined // not there yet, or another user's
  }
}

/** @param {string} home */
function isRunning(home) {
  try {
    const file = fs.readFileSync(path.join(home, "data", "postmaster.pid"))
    return isAlive(Number(file.toString().split("\n")[0]))
  } catch {
    return false
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM"
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flag = process.argv.indexOf("--port")
  const port = flag > 0 ? Number(process.argv[flag + 1]) : undefined
  const postgres = await startPostgres({ name: "shell", port })
  console.log(postgres.url("postgres"))
  const keepAlive = setInterval(() => undefined, 60_000)
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      clearInterval(keepAlive)
      void postgres.stop()
    })
  }
}
