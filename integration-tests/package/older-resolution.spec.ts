import fs from "node:fs"
import path from "node:path"
import ts from "typescript"

const ROOT = path.resolve(__dirname, "../..")

const { exports: entries, typesVersions } = JSON.parse(
  fs.readFileSync(path.join(ROOT, "package.json"), "utf8")
) as {
  exports: Record<string, string | { require: { types: string } }>
  typesVersions: { "*": Record<string, string[]> }
}

/** The types of an entry as newer resolutions find them. */
function typesOf(entry: string): string {
  const target = entries[`./${entry}`]!
  return typeof target === "string"
    ? target.replace(/\.js$/, ".d.ts")
    : target.require.types
}

describe("a project whose moduleResolution is still node, as Medusa's starter", () => {
  it.each(Object.keys(typesVersions["*"]))("finds the types of %s", (entry) => {
    const { resolvedModule } = ts.resolveModuleName(
      `medusa-plugin-one2pays/${entry}`,
      path.join(ROOT, "consumer.ts"),
      { moduleResolution: ts.ModuleResolutionKind.Node10 },
      ts.sys
    )
    expect(resolvedModule?.resolvedFileName).toBe(
      path.join(ROOT, typesOf(entry))
    )
  })
})
