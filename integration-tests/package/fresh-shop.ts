import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { lazily } from "../setup/lazily"
import { TEST_LIMIT_MS } from "./command"
import { unpackPackage, type PackedPackage } from "./packed-package"

const ROOT = path.resolve(__dirname, "../..")

/** The packages of Medusa's own starter, as far as a server without a browser needs them. */
const STARTER = [
  "@medusajs/admin-sdk",
  "@medusajs/cli",
  "@medusajs/framework",
  "@medusajs/medusa",
  "@swc/core",
  "@types/node",
  "ts-node",
  "typescript",
]

/** A storefront in React has these beside it. */
const STOREFRONT = ["@types/react"]

/** Not in the starter's package.json, but named in every Medusa config: npm hoists it to the top. */
const HOISTED = ["@medusajs/draft-order"]

export interface FreshShop {
  directory: string
  plugin: PackedPackage
  write(file: string, text: string): void
  copy(from: string, file: string): void
  remove(): void
}

/**
 * A new Medusa project outside of this repository, with the packed plugin installed.
 *
 * The plugin is a real directory in the project's node_modules, unpacked from the tarball, so whatever it imports is looked up
 * from there and nowhere near this repository. Beside it stand links to the packages that npm would have put there: those that
 * the plugin's own package.json declares, and those of Medusa's starter. The links lead to the copies that this repository has
 * installed, since a whole Medusa takes minutes and a network to install. A package that nobody declared is not there.
 */
export function createFreshShop(): FreshShop {
  const directory = fs.mkdtempSync(
    path.join(fs.realpathSync(os.tmpdir()), "one2pays-shop-")
  )
  const modules = path.join(directory, "node_modules")
  const plugin = unpackPackage(path.join(modules, "medusa-plugin-one2pays"))
  const { dependencies, peerDependencies } = plugin.manifest
  for (const name of new Set([
    ...STARTER,
    ...HOISTED,
    ...STOREFRONT,
    ...Object.keys(dependencies),
    ...Object.keys(peerDependencies),
  ])) {
    const link = path.join(modules, name)
    fs.mkdirSync(path.dirname(link), { recursive: true })
    fs.symlinkSync(path.join(ROOT, "node_modules", name), link)
  }
  linkCommands(modules, plugin)

  const write = (file: string, text: string) => {
    const target = path.join(directory, file)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, text)
  }
  write(
    "package.json",
    JSON.stringify({
      name: "shop",
      private: true,
      dependencies: {
        "@medusajs/medusa": "*",
        [plugin.manifest.name]: plugin.manifest.version,
      },
    })
  )
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: {
        target: "ES2021",
        module: "Node16",
        moduleResolution: "Node16",
        esModuleInterop: true,
        skipLibCheck: true,
        experimentalDecorators: true,
        emitDecoratorMetadata: true,
      },
      "ts-node": { swc: true },
    })
  )
  return {
    directory,
    plugin,
    write,
    copy: (from, file) => {
      write(file, fs.readFileSync(from, "utf8"))
    },
    remove: () => {
      fs.rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** The fresh shop of a spec's file, from `beforeAll` on. Its tests may run commands. */
export function openFreshShop(): FreshShop {
  jest.setTimeout(TEST_LIMIT_MS)
  let shop: FreshShop | undefined
  beforeAll(() => {
    shop = createFreshShop()
  })
  afterAll(() => {
    shop?.remove()
  })
  return lazily(() => shop!)
}

/** Links a package's `bin` as npm does. */
function linkCommands(modules: string, { directory, manifest }: PackedPackage) {
  fs.mkdirSync(path.join(modules, ".bin"))
  for (const [name, file] of Object.entries(manifest.bin)) {
    const target = path.join(directory, file)
    fs.chmodSync(target, 0o755)
    fs.symlinkSync(target, path.join(modules, ".bin", name))
  }
}
