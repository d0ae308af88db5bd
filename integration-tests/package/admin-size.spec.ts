import path from "node:path"
import { run } from "./command"
import { openFreshShop } from "./fresh-shop"

interface Chunk {
  onDemand: boolean
  /** Bytes, minified and gzipped. */
  gzipped: number
  /** Those that are in it. */
  packages: string[]
}

const KB = 1000

const shop = openFreshShop()

describe("what the plugin adds to the dashboard", () => {
  it("is under 120 kB gzipped, of which the first page loads under 45 kB, and draws without a library", async () => {
    const chunks = await measure()
    const atOnce = chunks.filter(({ onDemand }) => !onDemand)
    expect(sizeOf(chunks)).toBeLessThan(120 * KB)
    expect(sizeOf(atOnce)).toBeLessThan(45 * KB)
    // The rest is the dashboard's own.
    expect(packagesOf(chunks)).toEqual([
      "@medusajs/icons",
      "hucre",
      "papaparse",
    ])
  })

  it("has its class names in .js files, of which the dashboard's stylesheet is made", () => {
    const { files, read } = shop.plugin
    const admin = files.filter((file) => file.includes("/src/admin/"))
    const scripts = admin.filter((file) => file.endsWith(".js"))
    expect(scripts.map(read).join()).toContain("className")
    expect(
      admin
        .filter((file) => !/\.m?js$/.test(file))
        .filter((file) => read(file).includes("className"))
    ).toEqual([])
  })
})

async function measure(): Promise<Chunk[]> {
  const script = path.resolve(__dirname, "../../scripts/measure-admin.mjs")
  const printed = await run(process.execPath, [script, shop.directory], {
    cwd: shop.directory,
  })
  return JSON.parse(/^CHUNKS (.*)$/m.exec(printed)![1]!) as Chunk[]
}

const sizeOf = (chunks: Chunk[]): number =>
  chunks.reduce((sum, { gzipped }) => sum + gzipped, 0)

const packagesOf = (chunks: Chunk[]): string[] =>
  [...new Set(chunks.flatMap(({ packages }) => packages))]
    .filter((name) => name !== "medusa-plugin-one2pays")
    .sort()
