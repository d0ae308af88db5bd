/** Builds what the demo serves, its shop and its storefront, so that a later start of it finds both built. */
import fs from "node:fs"
import path from "node:path"
import { buildPlugin } from "./build.mjs"
import { readSettings } from "./demo/settings.mjs"
import { buildShop } from "./demo/shop.mjs"
import { buildStorefront } from "./demo/storefront.mjs"

const { stateDirectory } = await readSettings(["--throwaway"])
const logs = path.join(stateDirectory, "logs")
try {
  const { hash } = await buildPlugin()
  await buildShop(logs)
  await buildStorefront(logs, hash)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  fs.rmSync(stateDirectory, { recursive: true, force: true })
}
