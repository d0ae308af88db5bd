import { createRequire } from "node:module"
import { z } from "@medusajs/framework/zod"

export interface Versions {
  plugin: string | null
  medusa: string | null
  node: string
}

const manifest = z.object({ version: z.string() })

/** The versions that run in this process. */
export function readVersions(): Versions {
  return {
    plugin: versionOf("medusa-plugin-one2pays"),
    medusa: versionOf("@medusajs/medusa"),
    node: process.versions.node,
  }
}

/** @returns null where a package manager hides the package from us */
function versionOf(name: string): string | null {
  try {
    const found: unknown = createRequire(__filename)(`${name}/package.json`)
    return manifest.parse(found).version
  } catch {
    return null
  }
}
