import fs from "node:fs"
import Module, { createRequire } from "node:module"
import path from "node:path"

const PLUGIN = "medusa-plugin-one2pays"

/** A reason of our own. The text of any other error may quote the file, keys included. */
class ConfigError extends Error {}

/**
 * Reads the plugin's options from a `medusa-config.ts` or `.js`. The file is run, as Medusa runs it, and no Medusa is
 * started. TypeScript comes from the shop, which has it for Medusa.
 *
 * @throws whatever the file throws: see `configProblem`
 */
export function readConfig(file: string): Record<string, unknown> {
  const absolute = path.resolve(file)
  const config = load(absolute)
  const plugins = (config as { plugins?: unknown } | null)?.plugins
  const found = (Array.isArray(plugins) ? plugins : [])
    .filter((each) => typeof each === "object" && each !== null)
    .map((each) => each as { resolve?: unknown; options?: unknown })
    .find(({ resolve }) => resolve === PLUGIN)
  if (typeof found?.options !== "object" || found.options === null) {
    throw new ConfigError(`no plugin entry ${PLUGIN} with options`)
  }
  return found.options as Record<string, unknown>
}

/** Why a config could not be read, without anything of what stands in it. */
export function configProblem(error: unknown): string {
  if (error instanceof ConfigError) {
    return error.message
  }
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  const known = [code, name].find(
    (word) =>
      typeof word === "string" &&
      /^([A-Z]{2,}(_[A-Z]+){0,5}|([A-Z][a-z]+){0,3}Error)$/.test(word)
  )
  return typeof known === "string" ? known : "Error"
}

function load(file: string): unknown {
  if (!fs.existsSync(file)) {
    throw new ConfigError("no such file")
  }
  // Of the shop, which has TypeScript for Medusa: the plugin has none.
  const requireOfShop = createRequire(file)
  const exported: unknown = /\.[cm]?ts$/.test(file)
    ? run(file, compile(file, requireOfShop))
    : requireOfShop(file)
  return (exported as { default?: unknown } | null)?.default ?? exported
}

interface Compiler {
  transpileModule(
    source: string,
    options: { compilerOptions: Record<string, unknown> }
  ): { outputText: string }
}

function compile(file: string, requireOfShop: NodeJS.Require): string {
  let compiler: Compiler
  try {
    compiler = requireOfShop("typescript") as Compiler
  } catch {
    throw new ConfigError("typescript is not installed there")
  }
  return compiler.transpileModule(fs.readFileSync(file, "utf8"), {
    compilerOptions: {
      module: "commonjs",
      target: "es2022",
      esModuleInterop: true,
    },
  }).outputText
}

/** Runs CommonJS under the file's own name, so that its imports are the shop's. */
function run(file: string, source: string): unknown {
  const loaded = new Module(file) as Module & {
    _compile(source: string, file: string): void
  }
  loaded.filename = file
  loaded.paths = createRequire(file).resolve.paths("x") ?? []
  loaded._compile(source, file)
  return loaded.exports
}
