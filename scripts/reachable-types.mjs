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
      const found = declarationOf(file, fileName)
      if (found) reachable.add(found)
    }
  }
  return reachable
}

/**
 * The declaration files whose names a project can import: the entries, what they import, and whatever these export on.
 * @param {Iterable<string>} entries
 * @returns {Set<string>}
 */
export function namedTypes(entries) {
  const named = new Set(entries)
  const first = [...named]
  for (const file of named) {
    for (const statement of parse(file).statements) {
      const leads =
        ts.isExportDeclaration(statement) ||
        (ts.isImportDeclaration(statement) && first.includes(file))
      const from = leads ? statement.moduleSpecifier : undefined
      const found =
        from && ts.isStringLiteral(from) && declarationOf(file, from.text)
      if (found) named.add(found)
    }
  }
  return named
}

/** @param {string} file a declaration file @returns {string} its text, as the compiler prints it */
export function withoutComments(file) {
  return ts.createPrinter({ removeComments: true }).printFile(parse(file))
}

/** @param {string} file */
function parse(file) {
  const text = fs.readFileSync(file, "utf8")
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
}

/** @param {string} from @param {string} specifier @returns {string | undefined} */
function declarationOf(from, specifier) {
  if (!specifier.startsWith(".")) return undefined
  const base = path.resolve(from, "..", specifier)
  const candidates = specifier.endsWith(".mjs")
    ? [base.replace(/\.mjs$/, ".d.mts")]
    : [base.replace(/\.js$/, "") + ".d.ts", `${base}/index.d.ts`]
  return candidates.find((candidate) => fs.existsSync(candidate))
}
