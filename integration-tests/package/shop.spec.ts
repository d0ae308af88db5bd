import path from "node:path"
import axios from "axios"
import { Buyer, PAYER_DIGITS } from "../setup/buyer"
import { freePort } from "../setup/free-port"
import { secret } from "../setup/secrets"
import type { Shop } from "../setup/shop"
import { until } from "../setup/until"
import {
  exitCode,
  run,
  startNode,
  TEST_LIMIT_MS,
  untilPrinted,
  type Command,
} from "./command"
import { createDatabase, type Database } from "./database"
import { createFreshShop, type FreshShop } from "./fresh-shop"
import { readmeConfig } from "./readme"

jest.setTimeout(TEST_LIMIT_MS)

/** A merchant's way through the README: install the package, write the config, migrate, start, sell. */
describe("a new shop with the published package", () => {
  let shop: FreshShop
  let sandbox: Command
  let database: Database
  let env: Record<string, string>
  let migrated: string

  beforeAll(async () => {
    shop = createFreshShop()
    writeShop(shop)

    const port = String(await freePort())
    sandbox = startNode(
      [
        ...["node_modules/.bin/one2pays-sandbox", "--port", "0"],
        ...["--webhook-url", `http://localhost:${port}/hooks/one2pays`],
      ],
      { cwd: shop.directory, printsKeys: true }
    )
    const [, baseUrl] = await untilPrinted(sandbox, /API +(\S+)\/api\/v1/)
    database = await createDatabase(`one2pays_package_${process.pid}`)
    env = {
      SHOP_CONFIG: "example.config",
      PORT: port,
      DATABASE_URL: database.url,
      JWT_SECRET: secret("key", "a-jwt-secret"),
      COOKIE_SECRET: secret("key", "a-cookie-secret"),
      ONE2PAYS_API_KEY: "pk_test_sandbox",
      ONE2PAYS_SECRET_KEY: "sk_test_sandbox",
      ONE2PAYS_WEBHOOK_SECRET: "whsec_sandbox",
      ONE2PAYS_BASE_URL: baseUrl!,
    }
    migrated = await run(process.execPath, [MEDUSA, "db:migrate"], {
      cwd: shop.directory,
      env,
    })
  })

  afterAll(async () => {
    await sandbox.stop()
    await database.drop()
    shop.remove()
  })

  it("creates the plugin's tables with db:migrate", () => {
    expect(migrated).toMatch(/MODULE: one2pays\s[^]*?✔ Migrated Migration\d+/)
  })

  it("starts and sells: PromptPay order, paid by the sandbox's webhook, nothing private in the log", async () => {
    const server = startNode([MEDUSA, "start"], { cwd: shop.directory, env })
    try {
      await untilPrinted(server, /Server is ready on port/)
      const api = axios.create({ baseURL: `http://localhost:${env.PORT}` })
      expect((await api.get("/health")).data).toBe("OK")

      const { data } = await api.post<Shop & { variantId: string }>(SEED_ROUTE)
      const buyer = new Buyer(api, data)
      const orderId = await buyer.placeOrder(data.variantId)
      const shown = await buyer.payment(orderId)
      expect(shown.data.payment).toMatchObject({
        order_id: orderId,
        status: "awaiting_payment",
        amount: 1290.5,
        next_action: {
          type: "qr",
          qr_payload: expect.stringContaining("54071290.50"),
        },
      })

      await axios.post(
        `${env.ONE2PAYS_BASE_URL}/_sandbox/api/payments/${orderId}/pay`,
        {}
      )
      const paid = await until(
        () => buyer.get(`/store/orders/${orderId}?fields=payment_status`),
        ({ data }) =>
          (data.order as { payment_status: string }).payment_status ===
          "captured",
        120_000
      )
      expect(paid.status).toBe(200)
      expect((await buyer.payment(orderId)).data.payment).toMatchObject({
        status: "paid",
        next_action: null,
      })
    } finally {
      await server.stop()
    }
    expect(
      server
        .output()
        .split("\n")
        .filter((line) => line.includes("[one2pays]"))
    ).toEqual([
      expect.stringMatching(
        /^info: +\[one2pays\] options\.amountUnit "satang" is proved by order_\w+$/
      ),
    ])
    for (const secret of [
      env.ONE2PAYS_SECRET_KEY!,
      env.ONE2PAYS_WEBHOOK_SECRET!,
      PAYER_DIGITS,
    ]) {
      expect(server.output()).not.toContain(secret)
    }
  })

  const mistakes: [string, (config: string) => string, RegExp][] = [
    [
      "the payment entry has no dependencies",
      (config) => config.replace(/ +dependencies: .*\n/, ""),
      /\[one2pays\] medusa-config\.ts, modules: .*dependencies.* Write: dependencies: \["query", "one2pays"\]/,
    ],
    [
      "an option is misspelt",
      (config) => config.replace("webhookSecret:", "webhookSecrt:"),
      /\[one2pays\] medusa-config\.ts, plugins: medusa-plugin-one2pays: options\.webhookSecret: .*webhookSecrt/,
    ],
    [
      "the keys are of different modes",
      (config) =>
        config.replace(
          "process.env.ONE2PAYS_SECRET_KEY",
          '"sk_live_not-to-be-shown"'
        ),
      /\[one2pays\] medusa-config\.ts, plugins: medusa-plugin-one2pays: options\.secretKey: .*same mode as apiKey/,
    ],
    [
      "the plugin itself is missing",
      (config) => config.replace(/plugins: \[[\s\S]*?\n {2}\],\n/, ""),
      /\[one2pays\] medusa-config\.ts, plugins: the payment provider is configured, but the plugin is not\. Write: plugins/,
    ],
  ]

  it.each(mistakes)(
    "does not start when %s, and the log says what to write",
    async (_, spoil, line) => {
      const config = readmeConfig(
        `{
          databaseUrl: process.env.DATABASE_URL,
          http: { storeCors: "", adminCors: "", authCors: "" },
        }`
      )
      const spoilt = spoil(config)
      expect(spoilt).not.toBe(config)
      shop.write("spoilt.config.ts", spoilt)
      const server = startNode([MEDUSA, "start"], {
        cwd: shop.directory,
        env: {
          ...env,
          SHOP_CONFIG: "spoilt.config",
          PORT: String(await freePort()),
        },
      })
      expect(await exitCode(server)).toBe(1)
      expect(server.output()).toMatch(line)
      for (const secret of [
        env.ONE2PAYS_SECRET_KEY!,
        env.ONE2PAYS_WEBHOOK_SECRET!,
        "not-to-be-shown",
      ]) {
        expect(server.output()).not.toContain(secret)
      }
    }
  )
})

/** `npx medusa` runs this file. */
const MEDUSA = "node_modules/@medusajs/cli/cli.js"

const SEED_ROUTE = "/hooks/seed"

function writeShop({ write, copy, plugin }: FreshShop): void {
  copy(
    path.join(plugin.directory, "medusa-config.example.ts"),
    "example.config.ts"
  )
  write(
    "medusa-config.ts",
    `const config = require("./" + process.env.SHOP_CONFIG)
    // Nobody looks at the admin here, and bundling it takes a minute.
    config.admin = { ...config.admin, disable: true }
    module.exports = config
    `
  )
  // The shop's own code: it fills the database inside the running server, which saves another boot.
  for (const file of ["shop.ts", "provider-id.ts"]) {
    copy(path.resolve(__dirname, "../setup", file), `src/seed/${file}`)
  }
  write(
    `src/api${SEED_ROUTE}/route.ts`,
    `import { createShop, createVariant } from "../../../seed/shop"

    export const POST = async (req, res) => {
      const shop = await createShop(req.scope)
      const variantId = await createVariant(req.scope, shop, 1290.5)
      res.json({ ...shop, variantId })
    }
    `
  )
}
