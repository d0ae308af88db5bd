import { build } from "esbuild"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { run, TEST_LIMIT_MS } from "./command"
import { importsOf, packageOf } from "./imports"
import { checkTypes, findManifestErrors } from "./package-linters"
import { unpackPackage, type PackedPackage } from "./packed-package"
import { findTypeErrors } from "./type-check"

const ROOT = path.resolve(__dirname, "../..")
const NAME = "one2pays-storefront"

let directory: string
let storefront: PackedPackage

jest.setTimeout(TEST_LIMIT_MS)

beforeAll(() => {
  directory = fs.mkdtempSync(
    path.join(fs.realpathSync(os.tmpdir()), "one2pays-storefront-")
  )
  storefront = unpackPackage(
    path.join(directory, "unpacked"),
    ".medusa/storefront"
  )
})
afterAll(() => {
  fs.rmSync(directory, { recursive: true, force: true })
})

/** A new project, into which npm installs the tarball. Without a network: there is nothing else to install. */
async function installed(name: string): Promise<string> {
  const project = path.join(directory, name)
  fs.mkdirSync(project)
  fs.writeFileSync(
    path.join(project, "package.json"),
    '{ "name": "shop", "private": true }'
  )
  await run(
    "npm",
    ["install", storefront.tarball, ...["--offline", "--no-audit"]],
    { cwd: project }
  )
  return project
}

describe("the package for storefronts", () => {
  it("is installed alone, and offers its functions to require and to import without React", async () => {
    const project = await installed("plain")
    const packages = fs
      .readdirSync(path.join(project, "node_modules"))
      .filter((name) => !name.startsWith("."))
    expect(packages).toEqual([NAME])

    const print = `console.log("SAYS " + isOne2Pays("pp_one2pays_one2pays") + " " + isOne2Pays("pp_system_default"))`
    fs.writeFileSync(
      path.join(project, "a.mjs"),
      `import { isOne2Pays } from "${NAME}"\n${print}`
    )
    fs.writeFileSync(
      path.join(project, "a.cjs"),
      `const { isOne2Pays } = require("${NAME}")\n${print}`
    )
    for (const script of ["a.mjs", "a.cjs"]) {
      expect(await run(process.execPath, [script], { cwd: project })).toContain(
        "SAYS true false"
      )
    }
  })

  it("offers its components where there is React, with one copy of the functions", async () => {
    const project = await installed("react")
    linkReact(project)
    const naming = (load: string) => `${load}
      console.log("NAMES " + Object.keys(parts).filter((name) => ["PayerForm", "PaymentPanel", "usePayment"].includes(name)).sort())`
    fs.writeFileSync(
      path.join(project, "a.mjs"),
      naming(`import * as parts from "${NAME}/react"`)
    )
    fs.writeFileSync(
      path.join(project, "a.cjs"),
      naming(`const parts = require("${NAME}/react")`)
    )
    for (const file of ["a.mjs", "a.cjs"]) {
      expect(await run(process.execPath, [file], { cwd: project })).toContain(
        "NAMES PayerForm,PaymentPanel,usePayment"
      )
    }
    const { outputFiles } = await build({
      absWorkingDir: project,
      stdin: {
        contents: `import "${NAME}/react/styles.css"
        export * from "${NAME}"
        export * from "${NAME}/react"`,
        resolveDir: project,
      },
      bundle: true,
      write: false,
      format: "esm",
      external: ["react"],
      outdir: project,
    })
    const [script, css] = [".js", ".css"].map(
      (kind) => outputFiles.find(({ path: file }) => file.endsWith(kind))?.text
    )
    expect(css).toContain("--one2pays-accent")
    expect(script?.match(/Siam Commercial Bank/g)).toHaveLength(1)
  })

  it("costs a page that only asks whose a provider is less than 1 kB", async () => {
    const project = await installed("small")
    const bytes = async (contents: string) => {
      const { outputFiles } = await build({
        absWorkingDir: project,
        stdin: { contents, resolveDir: project },
        bundle: true,
        minify: true,
        write: false,
        format: "esm",
      })
      return outputFiles[0]!.contents.byteLength
    }
    const one = await bytes(`export { isOne2Pays } from "${NAME}"`)
    expect(one).toBeGreaterThan(20)
    expect(one).toBeLessThan(1_000)
    expect(await bytes(`export * from "${NAME}"`)).toBeGreaterThan(10_000)
  })

  it("is the plugin's own storefront, of its version, file by file", () => {
    const built = path.join(ROOT, ".medusa/server/src")
    const sources = storefront.files.filter((file) =>
      /\.(m?[jt]s|css)$/.test(file)
    )
    expect(sources.filter((file) => file.startsWith("storefront/"))).toEqual(
      fs
        .readdirSync(path.join(built, "storefront"), {
          recursive: true,
          encoding: "utf8",
        })
        .filter((file) => path.extname(file) !== "")
        .map((file) => `storefront/${file}`)
        .sort()
    )
    // Beside them lie only types.
    expect(
      sources.filter(
        (file) => !file.startsWith("storefront/") && !file.endsWith(".d.ts")
      )
    ).toEqual([])
    expect(
      sources.filter(
        (file) =>
          storefront.read(file) !==
          fs.readFileSync(path.join(built, file), "utf8")
      )
    ).toEqual([])
    const plugin = JSON.parse(
      fs.readFileSync(path.join(ROOT, "package.json"), "utf8")
    ) as { version: string }
    expect(storefront.manifest.version).toBe(plugin.version)
    expect(storefront.files.filter((file) => !sources.includes(file))).toEqual([
      "LICENSE",
      "README.md",
      "package.json",
    ])
  })

  it("depends on nothing, and imports nothing but React", () => {
    expect(storefront.manifest.dependencies).toBeUndefined()
    expect(storefront.manifest.peerDependenciesMeta).toEqual({
      react: { optional: true },
    })
    const used = importsOf(storefront).map(({ specifier }) =>
      packageOf(specifier)
    )
    expect(new Set([...used, null])).toEqual(new Set([null, "react"]))
    expect(fs.statSync(storefront.tarball).size).toBeLessThan(90_000)
  })

  it("has types that lead where Node leads, and a package.json without a fault", async () => {
    expect(await findManifestErrors(storefront)).toEqual([])
    await checkTypes(storefront)
  })

  it.each([
    ["node16" as const, ["types.mts", "types.cts"]],
    ["bundler" as const, ["types.ts"]],
  ])(
    "has types that hold without skipLibCheck under moduleResolution %s",
    async (resolution, consumers) => {
      const project = await installed(resolution)
      linkReact(project)
      for (const file of consumers) {
        fs.writeFileSync(path.join(project, file), TYPED_CONSUMER)
      }
      const own = path.join(project, "node_modules", NAME)
      expect(findTypeErrors(project, consumers, own, resolution)).toEqual([])
    }
  )
})

const TYPED_CONSUMER = `
import { isOne2Pays, watchPayment, type One2PaysPayment } from "${NAME}"
import { PaymentPanel, type PayerFormProps } from "${NAME}/react"

export const status: One2PaysPayment["status"] = "awaiting_payment"
export const known: boolean = isOne2Pays("pp_one2pays_one2pays")
export const parts: [typeof watchPayment, typeof PaymentPanel] = [watchPayment, PaymentPanel]
export type Ref = PayerFormProps["formRef"]
// @ts-expect-error a function has got its type
export const wrong: number = isOne2Pays("x")
`

/** Links React, its types and Node's, which a shop has installed itself. */
function linkReact(project: string): void {
  const modules = path.join(project, "node_modules")
  fs.mkdirSync(path.join(modules, "@types"), { recursive: true })
  for (const name of ["react", "@types/react", "@types/node"]) {
    fs.symlinkSync(
      path.join(ROOT, "node_modules", name),
      path.join(modules, name)
    )
  }
}
