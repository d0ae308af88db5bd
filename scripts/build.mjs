/**
 * Builds the package into .medusa/server: `medusa plugin:build`, then the ES modules that a storefront's
 * bundler picks. Does nothing while what it was built from is unchanged. Safe to call from several processes.
 */
import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { build as bundle } from "vite"
import { contentHash } from "./content-hash.mjs"
import { withFileLock } from "./file-lock.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const OUTPUT = ".medusa/server"
const staging = path.join(root, ".medusa", "staging")
const STAMP = path.join(root, ".medusa", "build-stamp")
const SOURCES = [
  "src",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
  "scripts/build.mjs",
]

/** @returns {Promise<{ built: boolean, hash: string }>} */
export async function buildPlugin() {
  return withFileLock(path.join(root, ".medusa", "build.lock"), async () => {
    const hash = contentHash(root, SOURCES, isSource)
    const stamp = fs.existsSync(STAMP) ? fs.readFileSync(STAMP, "utf8") : ""
    if (stamp === hash && fs.existsSync(path.join(root, OUTPUT))) {
      return { built: false, hash }
    }
    // Built elsewhere and swapped in: `medusa plugin:build` begins by deleting its output, which a running shop or test
    // may be reading, and an error in the sources would leave nothing at all.
    copySources()
    await medusaPluginBuild()
    await buildStorefrontModules()
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
  const previous = path.join(staging, "previous")
  const output = path.join(root, OUTPUT)
  if (fs.existsSync(output)) fs.renameSync(output, previous)
  fs.renameSync(path.join(staging, OUTPUT), output)
  fs.rmSync(staging, { recursive: true, force: true })
}

/** @param {string} file */
function isSource(file) {
  return !/\/__tests__(\/|$)|__admin-extensions__/.test(file)
}

/** @returns {Promise<void>} */
function medusaPluginBuild() {
  return new Promise((resolve, reject) => {
    const cli = path.join(root, "node_modules/@medusajs/cli/cli.js")
    const child = spawn(process.execPath, [cli, "plugin:build"], {
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
      else reject(new Error(`medusa plugin:build failed.\n${output.trim()}`))
    })
  })
}

/** Whatever package.json offers to `import` below ./storefront is bundled into that one file. */
async function buildStorefrontModules() {
  /** @type {{ exports: Record<string, string | { import?: string | { default: string } }> }} */
  const manifest = JSON.parse(
    fs.readFileSync(path.join(root, "package.json"), "utf8")
  )
  for (const [name, target] of Object.entries(manifest.exports)) {
    if (!name.startsWith("./storefront") || typeof target === "string") continue
    const file =
      typeof target.import === "object" ? target.import.default : target.import
    if (!file) continue
    const source = path.join("src", path.relative(`${OUTPUT}/src`, file))
    const entry = [".ts", ".tsx"]
      .map((extension) =>
        path.join(staging, source.replace(/\.mjs$/, extension))
      )
      .find((candidate) => fs.existsSync(candidate))
    if (!entry) throw new Error(`package.json exports ${file}, of no source.`)
    await bundle({
      configFile: false,
      logLevel: "warn",
      build: {
        lib: {
          entry,
          formats: ["es"],
          fileName: () => path.basename(file),
        },
        outDir: path.dirname(path.join(staging, file)),
        emptyOutDir: false,
        minify: false,
        target: "es2020",
        rollupOptions: {
          external: (id) => !id.startsWith(".") && !path.isAbsolute(id),
        },
      },
    })
    const types = path.basename(file, ".mjs")
    fs.writeFileSync(
      path.join(staging, file.replace(/\.mjs$/, ".d.mts")),
      `export * from "./${types}.js"\n`
    )
  }
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
