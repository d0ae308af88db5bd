import { builtinModules } from "node:module"
import ts from "typescript"
import type { PackedPackage } from "./packed-package"

/** One import, require or type import that a file of the package contains. */
export interface ImportedName {
  file: string
  specifier: string
}

/** Every import of every file that Node, a bundler or TypeScript reads; Medusa's build gives what is loaded on demand no extension. */
export function importsOf({ files, read }: PackedPackage): ImportedName[] {
  return files
    .filter((file) => /\.(js|mjs|d\.ts|d\.mts)$|\/_chunks\//.test(file))
    .flatMap((file) =>
      ts
        .preProcessFile(read(file), true, true)
        .importedFiles.map(({ fileName }) => ({ file, specifier: fileName }))
    )
}

/** The package that a specifier belongs to; null for a file of our own and for what Node brings. */
export function packageOf(specifier: string): string | null {
  if (
    specifier.startsWith(".") ||
    specifier.startsWith("node:") ||
    builtinModules.includes(specifier)
  ) {
    return null
  }
  const parts = specifier.split("/")
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0]!
}
