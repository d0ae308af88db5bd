import fs from "node:fs"
import path from "node:path"
import ts from "typescript"

/**
 * Declaration files and all that they lead to by relative imports.
 * @param {Iterable<string>} entries
 * @returns {Set<string>}
 */
export function reachableTypes(entries) {
  const reachable = new Set(entries)
  for (const file of reachable) {
    const { importedFiles } = ts.preProcessFile(fs.readFileSync(file, "utf8"))
    for (const { fileName } of importedFiles) {
      const base = path.resolve(file, "..", fileName)
      const found = [
        base.replace(/\.js$/, "") + ".d.ts",
        `${base}/index.d.ts`,
      ].find((candidate) => fs.existsSync(candidate))
      if (fileName.startsWith(".") && found) reachable.add(found)
    }
  }
  return reachable
}
