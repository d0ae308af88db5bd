import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { chooseSpecs } from "../choose-specs.mjs"
import { dependentsOf, distancesFrom } from "../import-graph.mjs"

/** @type {string} */
let root

beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "one2pays-graph-"))
})

afterAll(() => {
  fs.rmSync(root, { recursive: true })
})

/** @param {Record<string, string>} files */
function write(files) {
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    fs.writeFileSync(path.join(root, file), text)
  }
  return Object.keys(files)
}

describe("what depends on a change", () => {
  it("is found by imports, by the package's own name, by addresses, by started scripts and by whole shops", async () => {
    const files = write({
      "tsconfig.tests.json": `{ "compilerOptions": { "paths": { "our-package/*": ["./src/*"] } } }`,
      "src/money.ts": `export const money = 1`,
      "src/rate.ts": `import { money } from "./money"; export const rate = money`,
      "src/api/admin/one2pays/money/[id]/route.ts": `import { rate } from "../../../../../rate"; export const GET = rate`,
      "src/jobs/count.ts": `import { rate } from "../rate"; export default rate`,
      "src/__tests__/money.unit.spec.ts": `import { money } from "../money"; money`,
      "integration-tests/setup/medusa-with-sandbox.ts": `export const medusa = 1`,
      "integration-tests/http/money.spec.ts":
        "get(`/admin/one2pays/money/${id}?days=3`)",
      "integration-tests/http/shop.spec.ts": `import { medusa } from "../setup/medusa-with-sandbox"; medusa`,
      "integration-tests/gateway/load.ts": `import { rate } from "our-package/rate"; rate`,
      "integration-tests/gateway/rate.spec.ts": `fork("load.ts")`,
      "integration-tests/gateway/other.spec.ts": `export {}`,
    })
    const distances = distancesFrom(
      ["src/money.ts"],
      await dependentsOf(root, files)
    )
    const specs = [...distances].filter(([file]) => file.includes(".spec."))
    expect(Object.fromEntries(specs)).toEqual({
      "src/__tests__/money.unit.spec.ts": 1,
      "integration-tests/http/money.spec.ts": 3,
      "integration-tests/gateway/rate.spec.ts": 3,
      "integration-tests/http/shop.spec.ts": 4,
    })
  })
})

describe("the choice of specs", () => {
  const HTTP = "integration-tests/http"
  const touched = [
    { file: `${HTTP}/webhook.spec.ts`, distance: 3 },
    { file: `${HTTP}/refunds.spec.ts`, distance: 5 },
    { file: `${HTTP}/money.spec.ts`, distance: 4 },
    { file: "src/__tests__/create-refund.unit.spec.ts", distance: 1 },
  ]
  const durations = Object.fromEntries(
    touched.map(({ file }) => [file, 30_000])
  )

  it("takes the nearest and those of the same subject first, as many as fit", () => {
    const { specs, leftOut } = chooseSpecs(touched, ["src/create-refund.ts"], {
      timeMs: 130_000,
      durations,
    })
    expect(specs).toEqual({
      unit: ["src/__tests__/create-refund.unit.spec.ts"],
      integration: [`${HTTP}/refunds.spec.ts`, `${HTTP}/webhook.spec.ts`],
      browser: [],
    })
    expect(leftOut).toEqual([`${HTTP}/money.spec.ts`])
  })

  it("takes one however long it is", () => {
    const { specs } = chooseSpecs(touched, [], { timeMs: 0, durations })
    expect(Object.values(specs).flat()).toHaveLength(1)
  })
})
