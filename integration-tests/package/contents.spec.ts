import { build } from "esbuild"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { gzipSync } from "node:zlib"
import { startSandbox } from "../../src/sandbox"
import { exitCode, run, startNode } from "./command"
import { openFreshShop } from "./fresh-shop"
import { importsOf, packageOf } from "./imports"
import { checkTypes, findManifestErrors } from "./package-linters"
import { findTypeErrors, type Resolution } from "./type-check"

const NAME = "medusa-plugin-one2pays"

/** The entries that a project may import, and some of the names that it finds there with `require` and with `import`. */
const ENTRIES: Record<string, { required: string[]; imported?: string[] }> = {
  "modules/one2pays": { required: ["ONE2PAYS_MODULE", "default"] },
  ".medusa/server/src/modules/one2pays": {
    required: ["ONE2PAYS_MODULE", "default"],
  },
  "providers/one2pays": { required: ["default"] },
  workflows: {
    required: [
      "settlePaymentWorkflow",
      "createWithdrawWorkflow",
      "createWithdrawsWorkflow",
      "approveWithdrawWorkflow",
      "approveWithdrawsWorkflow",
      "rejectWithdrawWorkflow",
      "rejectWithdrawsWorkflow",
      "cancelWithdrawWorkflow",
      "checkWithdrawWorkflow",
      "checkWithdrawsWorkflow",
    ],
  },
  sandbox: { required: ["startSandbox"] },
  storefront: {
    required: [
      "createPayment",
      "describeError",
      "fetchPayment",
      "retryPayment",
      "validatePayer",
      "watchPayment",
    ],
  },
  "storefront/react": {
    required: [
      "PayerForm",
      "PaymentPanel",
      "TransferInstructions",
      "usePayerForm",
      "usePayment",
    ],
  },
}

const shop = openFreshShop()

describe("the published package", () => {
  it("holds the built plugin, the command and what a merchant reads, and nothing else", () => {
    const { files, manifest } = shop.plugin
    const docs = fs
      .readdirSync(path.resolve(__dirname, "../../docs"))
      .filter((file) => file.endsWith(".md"))
      .map((file) => `docs/${file}`)
      .sort()
    expect(
      files.filter((file) => !file.startsWith(".medusa/server/src/"))
    ).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "bin/one2pays-sandbox.js",
      "bin/one2pays.js",
      ...docs,
      "medusa-config.example.ts",
      "package.json",
    ])
    expect(
      files.filter((file) =>
        /__tests__|\.spec\.|\.test\.|(^|\/)demo\/|(^|\/)\.env|\.tsx$|(?<!\.d)\.m?ts$/.test(
          file
        )
      )
    ).toEqual(["medusa-config.example.ts"])
    expect(
      files.filter((file) =>
        /^\.medusa\/server\/src\/modules\/one2pays\/migrations\/Migration\d+\.js$/.test(
          file
        )
      )
    ).not.toHaveLength(0)
    for (const file of Object.values(manifest.bin)) {
      expect(files).toContain(file)
    }
  })

  it("is a download of less than 670 kB, and has no file that is there twice", () => {
    const { files, read, tarball } = shop.plugin
    expect(fs.statSync(tarball).size).toBeLessThan(670_000)
    const texts = files.map(read).filter((text) => text.length > 500)
    expect(texts.length - new Set(texts).size).toBe(0)
  })

  it("has types for every entry but the admin's, and none that no entry leads to", () => {
    const { files, manifest } = shop.plugin
    const entries = Object.values(manifest.exports)
      .flatMap((target) =>
        Object.values(typeof target === "string" ? { target } : target!)
      )
      .flatMap((target: string | { types: string }) =>
        typeof target === "string"
          ? [target.replace(/\.js$/, ".d.ts")]
          : [target.types]
      )
      .filter((file) => /\.d\.m?ts$/.test(file) && !file.includes("/admin/"))
      .map((file) => path.posix.normalize(file))
    const imports = importsOf(shop.plugin)
    const reached = new Set(entries)
    for (const file of reached) {
      for (const { specifier } of imports.filter((one) => one.file === file)) {
        if (specifier.startsWith("."))
          reached.add(target(file, specifier, files)!)
      }
    }
    expect([...reached].sort()).toEqual(
      files.filter((file) => /\.d\.m?ts$/.test(file))
    )
  })

  it("explains the types that a project can import, where its editor shows them", () => {
    const explained = [
      "modules/one2pays/config/options.d.ts",
      "modules/one2pays/service.d.ts",
      "workflows/withdraws/create-withdraw.d.ts",
      "sandbox/options.d.ts",
      "storefront/index.d.ts",
      "storefront/react/index.d.ts",
    ].map((file) => `.medusa/server/src/${file}`)
    const silent = explained.filter(
      (file) => !reexported(file).some((text) => text.includes("/**"))
    )
    expect(silent).toEqual([])
  })

  it("has the keywords by which Medusa lists plugins, and leads to its repository", () => {
    const manifest = JSON.parse(shop.plugin.read("package.json")) as {
      keywords: string[]
      repository: { url: string }
    } & Record<"homepage" | "bugs" | "author", string>
    expect(manifest.keywords).toEqual(
      expect.arrayContaining([
        ...["medusa-v2", "medusa-plugin-integration", "medusa-plugin-payment"],
      ])
    )
    const { repository, homepage, bugs, author } = manifest
    const [, address] = /^git\+(https:.*)\.git$/.exec(repository.url)!
    expect({ homepage, bugs }).toEqual({
      homepage: `${address}#readme`,
      bugs: `${address}/issues`,
    })
    expect(author).toContain(address!.split("/")[3])
  })

  it("says nothing of the machine that built it, and no secret", () => {
    const { files, read } = shop.plugin
    const telling = [
      path.resolve(__dirname, "../.."),
      `${os.homedir()}/`,
      `${os.tmpdir()}/`,
      ...Object.entries(process.env)
        .filter(([name]) => /TOKEN|SECRET|PASSWORD|_KEY$/.test(name))
        .map(([, value]) => value ?? "")
        .filter((value) => value.length >= 12),
    ]
    const secret =
      /[sp]k_live_\w{8,}|sk_test_(?!sandbox)\w{8,}|whsec_(?!sandbox)\w{8,}|-----BEGIN|npm_\w{30,}/
    const offenders = files.filter((file) => {
      const text = withSourceMap(read(file))
      return telling.some((part) => text.includes(part)) || secret.test(text)
    })
    expect(offenders).toEqual([])
  })

  it("imports only files that it holds and packages that it declares", () => {
    const { files, manifest } = shop.plugin
    const declared = new Set([
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.peerDependencies),
    ])
    const imports = importsOf(shop.plugin)
    const undeclared = imports.filter(({ specifier }) => {
      const name = packageOf(specifier)
      return name !== null && !declared.has(name)
    })
    const absent = imports.filter(
      ({ file, specifier }) =>
        specifier.startsWith(".") && !target(file, specifier, files)
    )
    expect({ undeclared, absent }).toEqual({ undeclared: [], absent: [] })

    const imported = new Set(
      imports.map(({ specifier }) => packageOf(specifier))
    )
    const needed = peersOf(Object.keys(manifest.dependencies))
    const unused = Object.keys(manifest.dependencies).filter(
      (name) => !imported.has(name) && !needed.has(name)
    )
    expect(unused).toEqual([])
  })

  it("gives a storefront its helpers without bringing Medusa along", () => {
    const { manifest } = shop.plugin
    const required = Object.keys(manifest.peerDependencies).filter(
      (name) => !manifest.peerDependenciesMeta[name]?.optional
    )
    expect(required).toEqual([])
    const used = importsOf(shop.plugin)
      .filter(({ file }) => file.includes("/src/storefront/"))
      .map(({ specifier }) => packageOf(specifier))
    expect(new Set([...used, null, "react"])).toEqual(new Set([null, "react"]))
  })

  it("holds no source maps, whose sources are not in it", () => {
    const { files } = shop.plugin
    const mapped = files.filter(
      (file) =>
        file.endsWith(".map") ||
        (/\.m?js$/.test(file) &&
          shop.plugin.read(file).includes("sourceMappingURL="))
    )
    expect(mapped).toEqual([])
  })

  it.each(["index.mjs", "index.js"])(
    "costs a storefront's visitors less than 10 kB, also where %s is sent as it is",
    (name) => {
      const file = `.medusa/server/src/storefront/${name}`
      const bytes = gzipSync(shop.plugin.read(file)).byteLength
      expect(bytes).toBeGreaterThan(2_000)
      expect(bytes).toBeLessThan(10_000)
      // It is all there is.
      const imports = importsOf(shop.plugin)
      expect(imports.filter((found) => found.file === file)).toEqual([])
    }
  )

  it("holds every script of the storefront once", () => {
    const scripts = shop.plugin.files.filter((file) =>
      /\/src\/storefront\/.*\.m?js$/.test(file)
    )
    expect(scripts.map((file) => file.split("/storefront/")[1])).toEqual([
      "index.js",
      "index.mjs",
      "react/index.js",
      "react/index.mjs",
    ])
  })

  it("marks the components as the browser's, for frameworks that render on a server", () => {
    for (const file of ["index.js", "index.mjs"]) {
      expect(
        shop.plugin.read(`.medusa/server/src/storefront/react/${file}`)
      ).toMatch(/^"use client";\n/)
    }
  })

  it("offers the components' stylesheet to a bundler", async () => {
    const { outputFiles } = await build({
      absWorkingDir: shop.directory,
      stdin: {
        contents: `import "${NAME}/storefront/react/styles.css"`,
        resolveDir: shop.directory,
      },
      bundle: true,
      write: false,
      outdir: shop.directory,
    })
    const css = outputFiles.find(({ path: file }) => file.endsWith(".css"))
    expect(css?.text).toContain("--one2pays-accent")
  })

  it("offers every entry to require and to import", async () => {
    const expected = Object.entries(ENTRIES).map(
      ([entry, { required, imported = required }]) => ({
        entry,
        required: expect.arrayContaining(required),
        imported: expect.arrayContaining(imported),
      })
    )
    const [required, imported] = await Promise.all([
      namesOf("require.cjs", `(entry) => require("${NAME}/" + entry)`),
      namesOf("import.mjs", `(entry) => import("${NAME}/" + entry)`),
    ])
    expect(
      Object.keys(ENTRIES).map((entry) => ({
        entry,
        required: required[entry],
        imported: imported[entry],
      }))
    ).toEqual(expected)
  })

  it("offers the admin's pages to the dashboard's bundler, which is all that reads them", async () => {
    shop.write(
      "dashboard.mjs",
      `import plugin from "${NAME}/admin"
      console.log("ROUTES " + plugin.routeModule.routes.map(({ path }) => path).join())
      console.log("WIDGETS " + plugin.widgetModule.widgets.length)`
    )
    const { outputFiles } = await build({
      absWorkingDir: shop.directory,
      entryPoints: ["dashboard.mjs"],
      bundle: true,
      write: false,
      format: "cjs",
      platform: "node",
      define: {
        __BACKEND_URL__: '"/"',
        __AUTH_TYPE__: "undefined",
        __JWT_TOKEN_STORAGE_KEY__: "undefined",
      },
    })
    shop.write("dashboard.cjs", outputFiles[0]!.text)
    const output = await run(process.execPath, ["dashboard.cjs"], {
      cwd: shop.directory,
    })
    for (const route of [
      "/one2pays/payouts",
      "/one2pays/payments",
      "/one2pays/statement",
      "/settings/one2pays",
    ]) {
      expect(output).toMatch(new RegExp(`^ROUTES (.*,)?${route}(,|$)`, "m"))
    }
    expect(output).toContain("WIDGETS 2")
  })

  it("offers nothing else: a file that moves breaks no shop", async () => {
    shop.write(
      "closed.cjs",
      `const refused = ["gateway/index", "workflows/payments/settle-payment", "api/middlewares", ".medusa/server/src/gateway/index.js"]
        .filter((file) => {
          try { require.resolve("${NAME}/" + file) } catch (error) { return error.code === "ERR_PACKAGE_PATH_NOT_EXPORTED" }
        })
      console.log("REFUSED " + refused.length)`
    )
    const output = await run(process.execPath, ["closed.cjs"], {
      cwd: shop.directory,
    })
    expect(output).toContain("REFUSED 4")
  })

  it("loads no zod beside Medusa's, and its own where there is no Medusa", async () => {
    shop.write(
      "schemas.cjs",
      `for (const entry of ["modules/one2pays", "providers/one2pays", "workflows"]) require("${NAME}/" + entry)
      // A library of Medusa's loads a part of zod by itself.
      const loaded = Object.keys(require.cache).filter((file) => file.endsWith("/node_modules/zod/index.cjs"))
      const { z } = require("@medusajs/framework/zod")
      console.log("ZODS " + loaded.length + " " + (require(loaded[0]).z === z))`
    )
    const output = await run(process.execPath, ["schemas.cjs"], {
      cwd: shop.directory,
    })
    expect(output).toContain("ZODS 1 true")

    const alone = path.join(shop.directory, "alone/node_modules")
    for (const name of Object.keys(shop.plugin.manifest.dependencies)) {
      const link = path.join(alone, name)
      fs.mkdirSync(path.dirname(link), { recursive: true })
      fs.symlinkSync(path.join(shop.directory, "node_modules", name), link)
    }
    fs.cpSync(shop.plugin.directory, path.join(alone, NAME), {
      recursive: true,
    })
    const help = await run(
      process.execPath,
      [path.join(alone, NAME, "bin/one2pays.js"), "doctor", "--help"],
      { cwd: path.dirname(alone) }
    )
    expect(help).toContain("--transcript")
  })

  it("has no export that nobody tried", () => {
    const tried = [
      ...Object.keys(ENTRIES),
      "admin",
      "package.json",
      "storefront/react/styles.css",
    ]
    expect(
      Object.keys(shop.plugin.manifest.exports).filter(
        (key) => !tried.includes(key.slice(2))
      )
    ).toEqual([])
  })

  it.each<[Resolution, string[]]>([
    ["node16", ["types.mts", "types.cts"]],
    ["bundler", ["types.ts"]],
  ])(
    "has types, and an example config, that hold without skipLibCheck under moduleResolution %s",
    (resolution, consumers) => {
      for (const file of consumers) {
        shop.write(file, TYPED_CONSUMER)
      }
      const example = "medusa-config.ts"
      shop.write(example, shop.plugin.read("medusa-config.example.ts"))
      const files = [...consumers, example]
      expect(
        findTypeErrors(shop.directory, files, shop.plugin.directory, resolution)
      ).toEqual([])
    }
  )

  it("keeps publint's rules for a package.json", async () => {
    expect(await findManifestErrors(shop.plugin)).toEqual([])
  })

  it("has types that lead where Node leads, in every way to resolve them", async () => {
    await checkTypes(shop.plugin)
  })

  it("puts the command one2pays-sandbox into the project", async () => {
    const help = await run("npx", ["one2pays-sandbox", "--help"], {
      cwd: shop.directory,
    })
    expect(help).toContain("--webhook-url")
    const same = await run("npx", ["one2pays", "sandbox", "--help"], {
      cwd: shop.directory,
    })
    expect(same).toBe(help)
  })

  it("puts the command one2pays doctor into the project, which needs no Medusa and no database", async () => {
    const sandbox = await startSandbox({})
    const doctor = (args: string[], env: Record<string, string>) => {
      const command = startNode(
        ["node_modules/.bin/one2pays", "doctor", ...args],
        { cwd: shop.directory, env }
      )
      return exitCode(command).then((code) => ({
        code,
        output: command.output(),
      }))
    }
    try {
      const env = {
        ONE2PAYS_BASE_URL: sandbox.url,
        ONE2PAYS_API_KEY: sandbox.apiKey,
        ONE2PAYS_SECRET_KEY: sandbox.secretKey,
      }
      const whole = await doctor(["--create", "--record", "seen.json"], env)
      expect(whole.output).toContain("✓ The account counts in satang")
      expect(whole.output).toContain("A shop could go live on what was seen.")
      expect(whole.code).toBe(0)
      for (const file of ["one2pays-doctor.json", "seen.json"]) {
        const written = fs.readFileSync(path.join(shop.directory, file), "utf8")
        expect(JSON.parse(written)).toMatchObject({
          format: "one2pays-contract/1",
        })
        expect(written).not.toContain(sandbox.secretKey)
      }
      // The options of medusa-config.ts, which names a wrong unit.
      shop.write(
        "doctor-config.ts",
        `import { defineConfig } from "@medusajs/framework/utils"
        module.exports = defineConfig({
          projectConfig: {},
          plugins: [{ resolve: "${NAME}", options: ${JSON.stringify({
            baseUrl: sandbox.url,
            apiKey: sandbox.apiKey,
            secretKey: sandbox.secretKey,
            amountUnit: "baht",
          })} }],
        })`
      )
      const wrong = await doctor(
        ["--create", "--config", "doctor-config.ts", "--language", "th"],
        {}
      )
      expect(wrong.output).toContain('amountUnit: "satang"')
      expect(wrong.output).toContain("ยังไม่พร้อม")
      expect(wrong.code).toBe(1)
      expect((await doctor([], {})).output).toContain("✗ baseUrl is missing")
      const unread = await doctor(["--config", "nowhere.ts"], {})
      expect(unread.output).toContain("no such file")
      expect(unread.code).toBe(1)
    } finally {
      await sandbox.close()
    }
  })
})

/** Uses something of every typed entry, and fails to compile where a type has got lost on the way. */
const TYPED_CONSUMER = `
import * as moduleEntry from "${NAME}/modules/one2pays"
import type { One2PaysModuleService, One2PaysOptions } from "${NAME}/modules/one2pays"
import * as providerEntry from "${NAME}/providers/one2pays"
import { settlePaymentWorkflow, type SettlePaymentInput } from "${NAME}/workflows"
import { startSandbox, type Sandbox, type SandboxOptions } from "${NAME}/sandbox"
import { watchPayment, THAI_BANKS, type One2PaysPayment } from "${NAME}/storefront"
import { PaymentPanel, usePayerForm, type PayerFormProps } from "${NAME}/storefront/react"

type IsAny<T> = 0 extends 1 & T ? true : false
type Typed<T> = IsAny<T> extends true ? never : true

export const typed: [
  Typed<typeof moduleEntry>,
  Typed<typeof moduleEntry.default>,
  Typed<One2PaysModuleService>,
  Typed<One2PaysModuleService["gateway"]>,
  Typed<typeof providerEntry.default>,
  Typed<typeof settlePaymentWorkflow>,
  Typed<SettlePaymentInput["payment_id"]>,
  Typed<typeof startSandbox>,
  Typed<Sandbox["payments"]>,
  Typed<typeof watchPayment>,
  Typed<typeof THAI_BANKS>,
  Typed<typeof PaymentPanel>,
  Typed<ReturnType<typeof PaymentPanel>>,
  Typed<ReturnType<ReturnType<typeof usePayerForm>["submit"]>>,
  Typed<PayerFormProps["formRef"]>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true]

export const options: One2PaysOptions = {
  apiKey: "pk_test_x",
  secretKey: "sk_test_x",
  webhookSecret: ["new", "old"],
  baseUrl: "https://api.example.com",
}
// @ts-expect-error the key is missing
export const incomplete: One2PaysOptions = { secretKey: "sk_test_x" }

export const sandboxOptions: SandboxOptions = { port: 0, amountUnit: "baht" }
export const status: One2PaysPayment["status"] = "awaiting_payment"
`

/** The peers that packages want beside them: package managers differ in whether they put them there. */
function peersOf(names: string[]): Set<string> {
  const manifests = names.map(
    (name) =>
      JSON.parse(
        fs.readFileSync(
          path.join(shop.directory, "node_modules", name, "package.json"),
          "utf8"
        )
      ) as { peerDependencies?: Record<string, string> }
  )
  return new Set(
    manifests.flatMap(({ peerDependencies }) =>
      Object.keys(peerDependencies ?? {})
    )
  )
}

/** Loads every entry in a process of the shop's own. @returns the names that each exports */
async function namesOf(
  file: string,
  load: string
): Promise<Record<string, string[]>> {
  shop.write(
    file,
    `const load = ${load}
    Promise.all(${JSON.stringify(Object.keys(ENTRIES))}.map(
      async (entry) => [entry, Object.keys(await load(entry))]
    )).then((names) => console.log("NAMES " + JSON.stringify(Object.fromEntries(names))))`
  )
  const output = await run(process.execPath, [file], { cwd: shop.directory })
  return JSON.parse(/^NAMES (.*)$/m.exec(output)![1]!)
}

/** The text of a declaration file, and of those that it exports on. */
function reexported(file: string): string[] {
  const { files, read } = shop.plugin
  const text = read(file)
  const further = [...text.matchAll(/^export .* from "(\..*)";$/gm)].flatMap(
    ([, specifier]) => target(file, specifier!, files) ?? []
  )
  return [text, ...further.map(read)]
}

/** A file's text, with the source map that is inlined in it in the clear. */
function withSourceMap(text: string): string {
  return text.replace(/base64,([\w+/=]+)/g, (_, encoded: string) =>
    Buffer.from(encoded, "base64").toString("utf8")
  )
}

/** The one of `files` to which a relative import leads, looked for as Node and TypeScript do. */
function target(
  from: string,
  specifier: string,
  files: string[]
): string | undefined {
  const base = path.posix.join(path.posix.dirname(from), specifier)
  const candidates = /\.d\.m?ts$/.test(from)
    ? [
        base.replace(/\.(m?)js$/, ".d.$1ts"),
        `${base}.d.ts`,
        `${base}/index.d.ts`,
      ]
    : [base, `${base}.js`, `${base}/index.js`]
  return candidates.find((candidate) => files.includes(candidate))
}
