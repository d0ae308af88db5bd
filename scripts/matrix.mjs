/**
 * Runs one cell of the matrix of versions: the commit that is checked out, on a Node and a Medusa of choice, in a copy of
 * the repository.
 *
 *   npm run matrix -- [--node 22] [--medusa 2.17.2] [--manager pnpm] [--steps unit,http,package,shop]
 *
 * What is left out stays as it is here. `--manager` (npm, pnpm or yarn) installs the packed package in a new project.
 */
import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"

const root = fileURLToPath(new URL("..", import.meta.url))

const OF_MEDUSA = ["admin-sdk", "cli", "framework", "medusa", "test-utils"]

/** How to add packages to a project: each manager comes from npm, so that none has to be there. */
const MANAGERS = {
  npm: ["npm", "install"],
  pnpm: ["npm", "exec", "--yes", "--package=pnpm@10", "--", "pnpm", "add"],
  yarn: [
    ...["npm", "exec", "--yes", "--package=@yarnpkg/cli-dist@4", "--"],
    ...["yarn", "add"],
  ],
}

/** The entries that need no database to load. */
const ENTRIES = [
  "modules/one2pays",
  "providers/one2pays",
  "workflows",
  "sandbox",
  "storefront",
]

const { values: wanted } = parseArgs({
  options: {
    node: { type: "string" },
    medusa: { type: "string" },
    manager: { type: "string", default: "npm" },
    steps: { type: "string", default: "unit,http,package,shop" },
  },
})
const place = fs.mkdtempSync(path.join(os.tmpdir(), "one2pays-matrix-"))
const copy = path.join(place, "plugin")
/** @type {NodeJS.ProcessEnv} */
const env = { ...process.env, CI: "1", MEDUSA_DISABLE_TELEMETRY: "true" }
const integration = ["scripts/run-jest.mjs", "integration"]

/** @type {Record<string, () => Promise<void>>} */
const steps = {
  unit: () => run(copy, ["node", "scripts/run-jest.mjs", "unit"]),
  http: () =>
    run(copy, [
      "node",
      ...integration,
      "integration-tests/http/purchase.spec.ts",
    ]),
  package: () =>
    run(copy, [
      "node",
      ...integration,
      ...["contents", "shop"].map(
        (name) => `integration-tests/package/${name}.spec.ts`
      ),
    ]),
  shop: buildShop,
}

try {
  const chosen = wanted.steps.split(",").map((name) => {
    const step = steps[name]
    if (!step) {
      throw new Error(
        `--steps: ${name} is none of ${Object.keys(steps).join(", ")}.`
      )
    }
    return { name, step }
  })
  await timed("prepare", prepare)
  for (const { name, step } of chosen) await timed(name, step)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  fs.rmSync(place, { recursive: true, force: true })
}

async function prepare() {
  if (wanted.node) {
    // npm has Node's own builds under these names. Nothing of them runs while they are installed.
    const build = `node-${process.platform}-${process.arch}`
    await run(place, [
      ...["npm", "install", "--prefix", "node", "--no-audit"],
      `${build}@${wanted.node}`,
    ])
    const bin = path.join(place, "node/node_modules", build, "bin")
    env.PATH = `${bin}${path.delimiter}${env.PATH ?? ""}`
  }
  await run(place, [
    "git",
    "clone",
    "--quiet",
    "--depth=1",
    `file://${root}`,
    copy,
  ])
  await run(copy, ["npm", "ci", "--no-audit", "--no-fund"])
  if (wanted.medusa) {
    await run(copy, [
      ...["npm", "install", "--no-save", "--legacy-peer-deps", "--no-audit"],
      ...OF_MEDUSA.map((name) => `@medusajs/${name}@${wanted.medusa}`),
      // Older test-utils load it without naming it.
      "pg-god@1",
    ])
  }
  await run(copy, ["node", "--version"])
  await run(copy, ["node", "scripts/build.mjs"])
}

/** Installs the packed package in a new project with the manager, as a merchant would, and loads it. */
async function buildShop() {
  const add = Object.entries(MANAGERS).find(
    ([name]) => name === wanted.manager
  )?.[1]
  if (!add) {
    throw new Error(
      `--manager: ${wanted.manager} is none of ${Object.keys(MANAGERS).join(", ")}.`
    )
  }
  const shop = path.join(place, "shop")
  fs.mkdirSync(shop)
  fs.writeFileSync(
    path.join(shop, "package.json"),
    '{ "name": "shop", "version": "1.0.0", "private": true }\n'
  )
  // Yarn takes the folder for a project of its own, and lays out node_modules, as Medusa needs it.
  fs.writeFileSync(path.join(shop, "yarn.lock"), "")
  fs.writeFileSync(path.join(shop, ".yarnrc.yml"), "nodeLinker: node-modules\n")
  // It is built already, and npm's script before packing would put the lock file's Medusa back.
  await run(copy, [
    ...["npm", "pack", "--ignore-scripts", "--pack-destination", place],
  ])
  const tarball = fs.readdirSync(place).find((file) => file.endsWith(".tgz"))
  const version =
    wanted.medusa ??
    /** @type {{ version: string }} */ (
      JSON.parse(
        fs.readFileSync(
          path.join(copy, "node_modules/@medusajs/medusa/package.json"),
          "utf8"
        )
      )
    ).version
  await run(shop, [
    ...add,
    // What Medusa's own starter has.
    ...["cli", "framework", "medusa"].map(
      (name) => `@medusajs/${name}@${version}`
    ),
    `medusa-plugin-one2pays@file:${path.join(place, tarball ?? "")}`,
  ])
  for (const entry of ENTRIES) {
    await run(shop, [
      ...["node", "--eval"],
      `require("medusa-plugin-one2pays/${entry}")`,
    ])
  }
}

/**
 * @param {string} cwd
 * @param {string[]} command
 * @returns {Promise<void>}
 */
function run(cwd, [program = "", ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: "inherit" })
    child.once("error", reject)
    child.once("exit", (code) => {
      if (code === 0) resolve()
      else
        reject(
          new Error(
            `${[program, ...args].join(" ")} ended with ${String(code)}.`
          )
        )
    })
  })
}

/**
 * @param {string} name
 * @param {() => Promise<void>} step
 */
async function timed(name, step) {
  const started = Date.now()
  await step()
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(`── ${name}: ok, ${seconds} s`)
}
