import { createRequire } from "node:module"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { openShop } from "../setup/open-shop"
import { PROVIDER_ID } from "../setup/shop"

interface Status {
  last_webhook_at: string | null
  last_reconciliation_at: string | null
  reconciliation: string
  webhook: { path: string; url: string | null }
  checks: {
    id: string
    state: string
    problem?: string | null
    regions?: { id: string; name: string }[]
  }[]
  options: Record<string, unknown>
  versions: Record<string, string | null>
}

const versionOf = (name: string) =>
  (createRequire(__filename)(`${name}/package.json`) as { version: string })
    .version

const shop = openShop()
const { variant, buyer, admin, sandbox, sql } = shop

const status = async () =>
  (await admin.get("/admin/one2pays/status")).data.status as Status

const check = async (id: string) =>
  (await status()).checks.find((each) => each.id === id)

const offerOne2Pays = (regionId: string, offered: boolean) =>
  updateRegionsWorkflow(shop.getContainer()).run({
    input: {
      selector: { id: regionId },
      update: {
        payment_providers: [
          "pp_system_default",
          ...(offered ? [PROVIDER_ID] : []),
        ],
      },
    },
  })

it("finds a shop that can take money in order", async () => {
  await offerOne2Pays(shop.usdRegionId, false)
  expect((await status()).checks).toEqual([
    { id: "payment_entry", state: "ok", problem: null },
    {
      id: "thb_region",
      state: "ok",
      regions: [{ id: shop.regionId, name: "Thailand" }],
    },
    { id: "other_currencies", state: "ok", regions: [] },
    { id: "encryption_key", state: "ok" },
  ])
})

it("says that nobody can pay where no region with baht offers One2Pays", async () => {
  await offerOne2Pays(shop.regionId, false)
  expect(await check("thb_region")).toEqual({
    id: "thb_region",
    state: "wrong",
    regions: [],
  })
})

it("says that nobody can pay while the provider is switched off", async () => {
  await setProvider(false)
  expect(await check("thb_region")).toMatchObject({ state: "wrong" })
  await setProvider(true)
  expect(await check("thb_region")).toMatchObject({ state: "ok" })
})

it("doubts a region that offers One2Pays in another currency", async () => {
  expect(await check("other_currencies")).toEqual({
    id: "other_currencies",
    state: "doubtful",
    regions: [{ id: shop.usdRegionId, name: "USA" }],
  })
})

it("reads the payment module's entry as it is now, in the words of the boot", async () => {
  const config = shop.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const entry = config.modules?.[Modules.PAYMENT] as unknown as {
    dependencies: string[]
  }
  const { dependencies } = entry
  entry.dependencies = ["query"]
  try {
    const found = await check("payment_entry")
    expect(found?.state).toBe("wrong")
    expect(found?.problem).toContain('lacks "one2pays" in its dependencies')
  } finally {
    entry.dependencies = dependencies
  }
})

it("tells whether webhooks come, and when the last one did", async () => {
  expect((await status()).last_webhook_at).toBeNull()
  const orderId = await buyer.placeOrder(variant)
  const [before] = await sql<{ now: Date }>("select now()")
  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
  const { last_webhook_at } = await status()
  expect(Date.parse(last_webhook_at ?? "")).toBeGreaterThanOrEqual(
    before!.now.getTime()
  )
})

const reconciliationAfter = async (change: string, expected: string) => {
  await setState(change)
  const found = await status()
  expect(found.reconciliation).toBe(expected)
  return found.last_reconciliation_at
}

it("tells whether the reconciliation runs, and notices when no process runs jobs", async () => {
  const never = "reconciled_at = null, reconcile_until = null"
  expect(await reconciliationAfter(never, "never")).toBeNull()

  await shop.reconcile()
  const runs = "reconcile_until = now() + interval '1 minute'"
  await reconciliationAfter(runs, "running")
  const ends = "reconcile_until = null, reconciled_at = now()"
  expect(
    Date.parse((await reconciliationAfter(ends, "waiting")) ?? "")
  ).not.toBeNaN()
  const stops =
    "reconcile_until = null, reconciled_at = now() - interval '6 minutes'"
  await reconciliationAfter(stops, "late")
})

it("is not worried about the reconciliation while the gateway is under maintenance", async () => {
  await setState(
    "reconcile_until = null, reconciled_at = now() - interval '6 minutes', checked_at = null"
  )
  sandbox.setMaintenance(true)
  expect(await status()).toMatchObject({
    reconciliation: "paused",
    gateway: { reachable: false, problem: { code: "MAINTENANCE_MODE" } },
    maintenance: { retry_at: expect.any(String) },
  })
  await shop.endMaintenance()
})

it("gives the webhook's address where the config says where the backend is, and else leaves it to the browser", async () => {
  const { admin: panel } = shop.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  expect((await status()).webhook).toEqual({
    path: "/hooks/one2pays",
    url: null,
  })
  const { backendUrl } = panel
  panel.backendUrl = "https://api.shop.example/"
  try {
    expect((await status()).webhook.url).toBe(
      "https://api.shop.example/hooks/one2pays"
    )
  } finally {
    panel.backendUrl = backendUrl
  }
})

it("tells the versions that run", async () => {
  expect((await status()).versions).toEqual({
    plugin: versionOf("medusa-plugin-one2pays"),
    medusa: versionOf("@medusajs/medusa"),
    node: process.versions.node,
  })
})

it("shows the options, and no key or secret nor any part of one", async () => {
  const shown = await status()
  expect(shown.options).toEqual({
    balance_alert: null,
    base_url: sandbox.url,
    amount_unit: "satang",
    payment_methods: ["promptpay", "bank_transfer"],
    min_amount: null,
    max_amount: null,
    banks: null,
    payment_expires_in_minutes: 30,
    unpaid_orders: { action: "cancel", after_minutes: 60 },
    withdraws: {
      approval_above: 0,
      max_amount: null,
      daily_limit: null,
      duplicate_days: 7,
      fee_margin: null,
    },
    refunds: { mode: "withdraw", approval_above: 0 },
    keep_account_numbers_days: 400,
    rate_limit_store: "postgres",
    encryption_key: "own",
  })
  const text = JSON.stringify(shown)
  for (const name of [
    "API_KEY",
    "SECRET_KEY",
    "WEBHOOK_SECRET",
    "ENCRYPTION_KEY",
  ]) {
    const value = process.env[`ONE2PAYS_${name}`] ?? ""
    expect(value.length).toBeGreaterThan(8)
    expect(text).not.toContain(value)
    expect(text).not.toContain(value.slice(0, 8))
  }
  expect(text).not.toMatch(/[ps]k_|whsec/)
})

it("costs the gateway one call a minute, however many people look", async () => {
  await setState("checked_at = null")
  await Promise.all(Array.from({ length: 8 }, status))
  expect(sandbox.callCounts()).toEqual({ balance: 1 })
})

const setState = (change: string) =>
  sql(`update one2pays_gateway_state set ${change}`)

const setProvider = (enabled: boolean) =>
  sql(
    `update payment_provider set is_enabled = ${enabled} where id = '${PROVIDER_ID}'`
  )
