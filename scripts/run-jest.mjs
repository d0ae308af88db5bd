/**
 * Runs one of jest's projects with what it needs around it.
 *
 *   node scripts/run-jest.mjs unit|integration|browser [jest arguments]
 *
 * integration: the built package, a PostgreSQL and a Redis. browser: a demo for each worker, started afresh on free
 * ports.
 */
import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { buildPlugin } from "./build.mjs"
import { findChromium } from "./chromium.mjs"
import { startPostgres } from "./postgres.mjs"
import { startRedis } from "./redis.mjs"
import { createLogDirectory, reportScan } from "./scan-logs.cjs"
import { shareMedusa } from "./test/share-medusa.mjs"
import { startThrowawayDemos } from "./throwaway-demo.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))

/** Of one test, or of starting Medusa for a file; generous, since a busy machine is not a mistake in the code. */
const TIME_LIMIT = "--testTimeout=300000"

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM"])

const LONGEST_FIRST = "--testSequencer=./scripts/longest-first.cjs"

/**
 * @typedef {object} Surroundings
 * @property {Record<string, string>} env
 * @property {string[]} args
 * @property {() => Promise<void>} stop
 * @property {() => boolean} [check] after the tests: whether all is well
 */

/** @type {Record<string, (isAboutAll: boolean) => Promise<Surroundings>>} */
const surroundings = {
  unit: () =>
    Promise.resolve({
      env: {},
      args: [TIME_LIMIT],
      stop: () => Promise.resolve(),
    }),

  async integration() {
    await buildPlugin()
    const redis = await startRedis()
    const postgres = await startPostgres({ name: "tests" })
    const logs = createLogDirectory()
    return {
      env: {
        DB_HOST: postgres.host,
        DB_PORT: String(postgres.port),
        DB_USERNAME: postgres.user,
        DB_PASSWORD: postgres.password,
        DATABASE_URL: postgres.url("postgres"),
        REDIS_URL: redis.url,
        ONE2PAYS_LOG_DIRECTORY: logs,
      },
      args: ["--maxWorkers=3", LONGEST_FIRST, ...[TIME_LIMIT, "--forceExit"]],
      async stop() {
        await redis.stop()
        await postgres.stop()
      },
      check: () => reportScan(logs),
    }
  },

  async browser(isAboutAll) {
    const chromium = findChromium()
    if (!chromium) throw new Error("Chromium is missing: npm run chromium")
    const { readyFiles, stop } = await demosFor(isAboutAll ? 2 : 1)
    return {
      env: {
        CHROMIUM_PATH: chromium,
        DEMO_READY_FILES: readyFiles.join(path.delimiter),
      },
      args: [
        `--maxWorkers=${readyFiles.length}`,
        LONGEST_FIRST,
        ...[TIME_LIMIT, "--forceExit"],
      ],
      stop,
    }
  },
}

/**
 * Those that run already, by `scripts/throwaway-demo.mjs`, or new ones.
 * @param {number} count
 */
async function demosFor(count) {
  const running = process.env.DEMO_READY_FILES
  if (running) {
    const readyFiles = running.split(path.delimiter)
    return { readyFiles, stop: () => Promise.resolve() }
  }
  const demos = startThrowawayDemos(count)
  const giveUp = () => void demos.stop().then(() => process.exit(1))
  for (const signal of SIGNALS) process.once(signal, giveUp)
  try {
    return { readyFiles: await demos.ready, stop: () => demos.stop() }
  } catch (error) {
    await demos.stop()
    throw error
  } finally {
    for (const signal of SIGNALS) process.off(signal, giveUp)
  }
}

/**
 * @param {string} project
 * @param {string[]} args
 * @returns {Promise<number>} jest's exit code
 */
export async function runJest(project, args) {
  const prepare = surroundings[project]
  if (!prepare) throw new Error("unit, integration or browser?")
  const isAboutAll = args.every(
    (arg) => arg.startsWith("-") || arg.startsWith("together/")
  )
  const { args: chosen, shared } = isAboutAll
    ? { args, shared: ["all"] }
    : shareMedusa(args)
  const around = await prepare(isAboutAll)
  // Else jest takes a path for a pattern, in which the brackets of a route's folder are none.
  const areFiles = chosen.some(
    (arg) =>
      fs.statSync(path.join(root, arg), { throwIfNoEntry: false })?.isFile() ??
      false
  )
  const jest = path.join(root, "node_modules/jest/bin/jest.js")
  const child = spawn(
    process.execPath,
    [
      ...["--experimental-vm-modules", "--no-warnings", jest],
      // What follows a project has to begin with a dash: else it is another one.
      ...["--selectProjects", project, "--showSeed", ...around.args],
      ...(areFiles ? ["--runTestsByPath"] : []),
      ...chosen,
    ],
    {
      cwd: root,
      stdio: "inherit",
      env: {
        ...process.env,
        MEDUSA_DISABLE_TELEMETRY: "true",
        LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
        ...(shared.length > 0 ? { ONE2PAYS_TOGETHER: shared.join() } : {}),
        ...around.env,
      },
    }
  )
  for (const signal of SIGNALS) {
    process.on(signal, () => child.kill(signal))
  }
  try {
    /** @type {number} */
    const code = await new Promise((resolve, reject) => {
      child.once("error", reject)
      child.once("exit", (code) => {
        resolve(code ?? 1)
      })
    })
    return (around.check?.() ?? true) ? code : code || 1
  } finally {
    await around.stop()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [project = "", ...args] = process.argv.slice(2)
  try {
    process.exitCode = await runJest(project, args)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
