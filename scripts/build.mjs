/**
 * Builds the package into .medusa/server: `medusa plugin:build` without what no shop needs, then what a storefront's bundler
 * picks. The latter is also a package of its own, in .medusa/storefront. Does nothing while what it was built from is
 * unchanged. Safe to call from several processes.
 */
import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { transform } from "esbuild"
import { build as bundle } from "vite"
import { contentHash } from "./content-hash.mjs"
import { withFileLock } from "./file-lock.mjs"
import {
  namedTypes,
  reachableTypes,
  withoutComments,
} from "./reachable-types.mjs"
import { layOutStorefront } from "./storefront-package.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const OUTPUT = ".medusa/server"
/** The package for storefronts alone. */
const STOREFRONT = ".medusa/storefront"
const staging = path.join(root, ".medusa", "staging")
const STAMP = path.join(root, ".medusa", "build-stamp")
const SOURCES = [
  "src",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
  "scripts/build.mjs",
  "scripts/reachable-types.mjs",
  "scripts/storefront-package.mjs",
  "LICENSE",
]

/** @returns {Promise<{ built: boolean, hash: string }>} */
export async function buildPlugin() {
  return withFileLock(path.join(root, ".medusa", "build.lock"), async () => {
    const hash = contentHash(root, SOURCES, isSource)
    const stamp = fs.existsSync(STAMP) ? fs.readFileSync(STAMP, "utf8") : ""
    const isThere = [OUTPUT, STOREFRONT].every((output) =>
      fs.existsSync(path.join(root, output))
    )
    if (stamp === hash && isThere) {
      return { built: false, hash }
    }
    // Built elsewhere and swapped in: `medusa plugin:build` begins by deleting its output, which a running shop or test
    // may be reading, and an error in the sources would leave nothing at all.
    copySources()
    await medusaPluginBuild()
    await dropComments()
    await keepOneAdmin()
    await buildStorefrontModules()
    dropUnreachableTypes()
    layOutStorefront({
      root,
      built: path.join(staging, OUTPUT, "src"),
      output: path.join(staging, STOREFRONT),
    })
    fs.rmSync(STAMP, { force: true })
    swapIn()
    fs.writeFileSync(STAMP, hash)
    return { built: true, hash }
  })
}

function copySources() {
  fs.rmSync(staging, { recursive: true, force: true })
  fs.mkdirSync(path.join(staging, "src/admin"), { recursive: true })
  for (const source of ["src", "tsconfig.json", "package.json"]) {
    fs.cpSync(path.join(root, source), path.join(staging, source), {
      recursive: true,
      filter: (file) => isSource(path.relative(root, file)),
    })
  }
}

function swapIn() {
  for (const output of [OUTPUT, STOREFRONT]) {
    const previous = path.join(staging, `previous-${path.basename(output)}`)
    const current = path.join(root, output)
    if (fs.existsSync(current)) fs.renameSync(current, previous)
    fs.renameSync(path.join(staging, output), current)
  }
  fs.rmSync(staging, { recursive: true, force: true })
}

/** @param {string} file */
function isSource(file) {
  return !/\/__tests__(\/|$)|__admin-extensions__/.test(file)
}

/** @returns {Promise<void>} */
function medusaPluginBuild() {
  const cli = path.join(root, "node_modules/@medusajs/cli/cli.js")
  return run("medusa plugin:build", cli, ["plugin:build"])
}

/**
 * The server's scripts keep their lines, for whoever reads a stack trace. Their comments are a tenth of the package, and
 * the maps that Medusa's compiler writes into them name sources that are not in it.
 */
async function dropComments() {
  for (const file of filesOf("")) {
    if (!file.endsWith(".js") || /\/src\/(admin|storefront)\//.test(file))
      continue
    const { code } = await transform(fs.readFileSync(file, "utf8"), {
      charset: "utf8",
      legalComments: "inline",
      target: "es2022",
    })
    fs.writeFileSync(file, code)
  }
}

/**
 * Medusa's build writes the admin twice, and gives its chunks no extension. The dashboard's bundler reads modules alone, and
 * takes class names from .js files alone: so the modules stay, in .js files.
 */
async function keepOneAdmin() {
  const admin = path.join(staging, OUTPUT, "src/admin")
  fs.rmSync(path.join(admin, "index.js"))
  fs.renameSync(path.join(admin, "index.mjs"), path.join(admin, "index.js"))
  const chunks = filesOf("src/admin/_chunks")
  for (const file of chunks) {
    const isModule = /^(import|export) /m.test(fs.readFileSync(file, "utf8"))
    if (isModule) fs.renameSync(file, `${file}.js`)
    else fs.rmSync(file)
  }
  for (const file of filesOf("src/admin")) {
    const named = chunks.reduce(
      (code, chunk) =>
        code.replaceAll(
          `/${path.basename(chunk)}"`,
          `/${path.basename(chunk)}.js"`
        ),
      fs.readFileSync(file, "utf8")
    )
    fs.writeFileSync(file, (await compact(named)).code)
  }
  fs.writeFileSync(path.join(admin, "package.json"), '{ "type": "module" }\n')
}

/** @param {string} directory in the output @returns {string[]} */
function filesOf(directory) {
  return fs
    .readdirSync(path.join(staging, OUTPUT, directory), {
      recursive: true,
      withFileTypes: true,
    })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/**
 * @param {string} name
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function run(name, script, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: staging,
      env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true" },
    })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => (output += String(chunk)))
    }
    child.once("error", reject)
    child.once("close", (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${name} failed.\n${output.trim()}`))
    })
  })
}

/** @typedef {Record<"import" | "require", { types: string, default: string }>} Conditions */

/** @returns {Record<string, string | Conditions>} what package.json offers */
function entries() {
  /** @type {{ exports: Record<string, string | Conditions> }} */
  const manifest = JSON.parse(
    fs.readFileSync(path.join(root, "package.json"), "utf8")
  )
  return manifest.exports
}

/**
 * Types that no entry leads to can be imported by nobody. Those that stay keep their comments where a project can import
 * their names, and the sentences in them are named by their keys: the texts themselves stand in the scripts.
 */
function dropUnreachableTypes() {
  const typed = Object.values(entries())
    .flatMap((target) =>
      typeof target === "string"
        ? [target.replace(/\.js$/, ".d.ts")]
        : [target.import.types, target.require.types]
    )
    .map((file) => path.join(staging, file))
    .filter((file) => /\.d\.m?ts$/.test(file) && fs.existsSync(file))
  const reachable = reachableTypes(typed)
  const named = namedTypes(typed)
  const SENTENCE = /^(\s+(?:readonly )?(?:en|th|fix): )"(?:[^"\\]|\\.)*";$/gm
  for (const file of filesOf("src")) {
    if (!/\.d\.m?ts$/.test(file)) continue
    if (!reachable.has(file)) {
      fs.rmSync(file)
      continue
    }
    if (!named.has(file)) fs.writeFileSync(file, withoutComments(file))
    if (file.includes("/src/messages/")) {
      const types = fs.readFileSync(file, "utf8")
      fs.writeFileSync(file, types.replace(SENTENCE, "$1string;"))
    }
  }
}

/** Whatever package.json offers below ./storefront: each entry is bundled into one file, and a stylesheet is copied. */
async function buildStorefrontModules() {
  removeUnbundled()
  await emitReactTypes()
  for (const [name, target] of Object.entries(entries())) {
    if (!name.startsWith("./storefront")) continue
    if (typeof target === "string") {
      fs.copyFileSync(sourceOf(target), path.join(staging, target))
      continue
    }
    const module = target.import.default
    const entry = sourceOf(module.replace(/\.mjs$/, ".ts"))
    await bundleStorefront(entry, module, "es")
    await bundleStorefront(entry, target.require.default, "cjs")
    fs.writeFileSync(
      path.join(staging, target.import.types),
      `export * from "./${path.basename(module, ".mjs")}.js"\n`
    )
  }
}

/** `medusa plugin:build` has compiled the headless entry file by file; their types stay, which the entry's own refer to. */
function removeUnbundled() {
  const directory = path.join(staging, OUTPUT, "src/storefront")
  for (const file of fs.readdirSync(directory)) {
    if (file.endsWith(".js")) fs.rmSync(path.join(directory, file))
  }
}

/** @param {string} file in the output */
function sourceOf(file) {
  return path.join(staging, "src", path.relative(`${OUTPUT}/src`, file))
}

/**
 * @param {string} entry
 * @param {string} file in the output
 * @param {"es" | "cjs"} format
 */
async function bundleStorefront(entry, file, format) {
  const isReact = path.dirname(file).endsWith("/react")
  const headless = path.join(staging, "src/storefront/index")
  await bundle({
    configFile: false,
    logLevel: "warn",
    esbuild: { jsx: "automatic", jsxDev: false },
    build: {
      lib: { entry, formats: [format], fileName: () => path.basename(file) },
      outDir: path.dirname(path.join(staging, file)),
      emptyOutDir: false,
      minify: false,
      target: "es2020",
      rollupOptions: {
        // The components share the headless entry with the shop's own code instead of bringing a second copy.
        external: (id, importer) =>
          id.startsWith(".") && importer
            ? isReact && path.resolve(importer, "..", id) === headless
            : !path.isAbsolute(id),
        output: {
          // Written here because a bundler drops it from the sources.
          banner: isReact ? '"use client";' : "",
          paths: (id) =>
            path.isAbsolute(id) ? `../index${path.extname(file)}` : id,
          // The output's, since those of the build run before Vite prints the code anew.
          plugins: [isReact || format === "es" ? commentless : compactly],
        },
      },
    },
  })
}

/**
 * No comments and no whitespace, for shops that send the file to the browser as it is; names stay, for whoever debugs a
 * checkout.
 *
 * @type {import("vite").Rollup.OutputPlugin}
 */
const compactly = { name: "compact", renderChunk: (code) => compact(code) }

/**
 * No comments but the marks `@__PURE__`, by which a shop's bundler leaves out what it does not use. They would go with the
 * whitespace.
 *
 * @type {import("vite").Rollup.OutputPlugin}
 */
const commentless = {
  name: "commentless",
  renderChunk: (code) =>
    transform(code, {
      minifySyntax: true,
      charset: "utf8",
      legalComments: "inline",
      target: "es2020",
    }),
}

/** @param {string} code @returns {Promise<{ code: string }>} */
async function compact(code) {
  const { code: shorter } = await transform(code, {
    minifyWhitespace: true,
    minifySyntax: true,
    charset: "utf8",
    target: "es2020",
  })
  return { code: shorter }
}

/** @returns {Promise<void>} `medusa plugin:build` leaves the components out, since the server's types know no browser. */
function emitReactTypes() {
  return run("tsc", path.join(root, "node_modules/typescript/bin/tsc"), [
    ...["--project", "src/storefront/react", "--noEmit", "false"],
    ...["--declaration", "--emitDeclarationOnly"],
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = Date.now()
  try {
    const { built } = await buildPlugin()
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    console.log(built ? `Built in ${seconds} s.` : "The build is up to date.")
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
