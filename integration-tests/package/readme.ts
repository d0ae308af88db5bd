import fs from "node:fs"
import path from "node:path"

const README = path.resolve(__dirname, "../../README.md")

/** The config that the README tells a merchant to write, around a `projectConfig` of theirs. */
export function readmeConfig(projectConfig: string): string {
  const block = /```ts\n\/\/ medusa-config\.ts\n([\s\S]*?)```/.exec(
    fs.readFileSync(README, "utf8")
  )
  if (!block) {
    throw new Error("README.md has no block that starts // medusa-config.ts")
  }
  return `import { defineConfig } from "@medusajs/framework/utils"
${block[1]!.replace(/^ +\/\/ projectConfig.*$/m, `projectConfig: ${projectConfig},`)}`
}
