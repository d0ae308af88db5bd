import fs from "node:fs"
import path from "node:path"

const README = path.resolve(__dirname, "../../README.md")

/** What the README tells a merchant to write into `defineConfig({ … })`. */
export function readmeConfig(): string {
  const block = /```ts\n\/\/ medusa-config\.ts\n([\s\S]*?)```/.exec(
    fs.readFileSync(README, "utf8")
  )
  if (!block) {
    throw new Error("README.md has no block that starts // medusa-config.ts")
  }
  return block[1]!
}
