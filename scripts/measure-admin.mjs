/**
 * Bundles the admin's pages as the dashboard's build does, without what the dashboard brings itself, and prints what came
 * out. Icons are counted, since the dashboard brings only those that it shows.
 *
 *   node scripts/measure-admin.mjs <a shop's directory>
 */
import fs from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { gzipSync } from "node:zlib"
import { build } from "vite"

const [shop = ""] = process.argv.slice(2)

/** @type {{ dependencies: Record<string, string> }} */
const dashboard = JSON.parse(
  fs.readFileSync(
    createRequire(import.meta.url).resolve("@medusajs/dashboard/package.json"),
    "utf8"
  )
)
const provided = [
  ...Object.keys(dashboard.dependencies).filter(
    (name) => name !== "@medusajs/icons"
  ),
  "@medusajs/admin-sdk",
]

const input = path.join(shop, "dashboard.mjs")
fs.writeFileSync(
  input,
  'export { default } from "medusa-plugin-one2pays/admin"\n'
)
const result = await build({
  configFile: false,
  logLevel: "error",
  root: shop,
  define: {
    __BACKEND_URL__: '"/"',
    __AUTH_TYPE__: "undefined",
    __JWT_TOKEN_STORAGE_KEY__: "undefined",
  },
  build: {
    write: false,
    target: "baseline-widely-available",
    rollupOptions: {
      input,
      preserveEntrySignatures: "strict",
      external: (id) =>
        provided.some((name) => id === name || id.startsWith(`${name}/`)),
    },
  },
})
const { output } = /** @type {import("vite").Rollup.RollupOutput} */ (result)
const chunks = output.flatMap((part) =>
  part.type === "chunk"
    ? {
        onDemand: part.isDynamicEntry,
        gzipped: gzipSync(part.code).length,
        packages: [...new Set(part.moduleIds.flatMap(packageOf))],
      }
    : []
)
console.log(`CHUNKS ${JSON.stringify(chunks)}`)

/** @param {string} id */
function packageOf(id) {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []
}
