import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { transformFileSync } from "@swc/core"

const root = fileURLToPath(new URL("../..", import.meta.url))
/** Of this process alone, since the tests may run benchmarks beside it. */
const OUTPUT = path.join(root, "bench/.medusa", `shop-${process.pid}`)

const SOURCES = [
  "bench/shop/medusa-config.ts",
  "bench/shop/stripe-on-loopback.ts",
  // The shop and the buyer of the integration tests.
  "integration-tests/setup/shop.ts",
  "integration-tests/setup/buyer.ts",
  "integration-tests/setup/provider-id.ts",
  "integration-tests/setup/restores.ts",
  "integration-tests/setup/secrets.ts",
]

/**
 * Turns the shop's TypeScript into JavaScript, as `medusa build` does: a loader of TypeScript would weigh on every boot that is measured.
 * @returns {{ directory: string, remove: () => void }} where to start Medusa
 */
export function compileShop() {
  fs.mkdirSync(OUTPUT, { recursive: true })
  for (const source of SOURCES) {
    const { code } = transformFileSync(path.join(root, source), {
      jsc: { target: "es2022", parser: { syntax: "typescript" } },
      module: { type: "commonjs" },
    })
    const name = path.basename(source, ".ts")
    fs.writeFileSync(path.join(OUTPUT, `${name}.js`), code)
  }
  return {
    directory: OUTPUT,
    remove: () => {
      fs.rmSync(OUTPUT, { recursive: true, force: true })
    },
  }
}
