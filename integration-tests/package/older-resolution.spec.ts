import fs from "node:fs"
import path from "node:path"
import ts from "typescript"

const ROOT = path.resolve(__dirname, "../..")

const { exports: entries } = JSON.parse(
  fs.readFileSync(path.join(ROOT, "package.json"), "utf8")
) as { exports: Record<string, { require?: { types?: string } }> }

describe("a storefront whose moduleResolution is still node, as Medusa's starter", () => {
  it.each(
    Object.entries(entries).flatMap(([entry, { require }]) =>
      entry.startsWith("./storefront") && require?.types
        ? [[entry.slice(2), require.types] as const]
        : []
    )
  )("finds the types of %s", (entry, types) => {
    const { resolvedModule } = ts.resolveModuleName(
      `medusa-plugin-one2pays/${entry}`,
      path.join(ROOT, "consumer.ts"),
      { moduleResolution: ts.ModuleResolutionKind.Node10 },
      ts.sys
    )
    expect(resolvedModule?.resolvedFileName).toBe(path.join(ROOT, types))
  })
})
