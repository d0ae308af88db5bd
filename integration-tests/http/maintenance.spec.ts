import { Modules } from "@medusajs/framework/utils"
import { orderIdOf } from "../setup/buyer"
import { fewestQueries } from "../setup/count-queries"
import { letProbeTimePass } from "../setup/maintenance"
import { openShop } from "../setup/open-shop"
import { until } from "../setup/until"

const shop = openShop({ jobs: true })
const { variant, buyer, admin, sandbox, clock } = shop

const events: string[] = []

beforeAll(async () => {
  const bus = shop.resolve(Modules.EVENT_BUS)
  for (const name of ["started", "ended"]) {
    bus.subscribe(`one2pays.maintenance.${name}`, () => {
      events.push(name)
      return Promise.resolve()
    })
  }
  await shop.holdReconciliation()
})

beforeEach(() => {
  sandbox.setMaintenance(false)
  events.length = 0
})

const gatewayCalls = () =>
  Object.values(sandbox.callCounts()).reduce((a, b) => a + b, 0)

const maintenanceNow = async () =>
  (await admin.get("/admin/one2pays/status")).data.status as {
    maintenance: { started_at: string; retry_at: string } | null
  }

/** The first customer is the one who meets it. */
async function beginMaintenance(): Promise<void> {
  const { id } = await buyer.checkout(variant)
  sandbox.setMaintenance(true)
  expect((await buyer.complete(id)).data).toMatchObject({
    code: "one2pays_maintenance",
  })
}

/** Medusa does this every ten seconds. */
const probeByJob = () =>
  shop
    .resolve(Modules.WORKFLOW_ENGINE)
    .run("job-one2pays-probe-gateway", { input: {} })

it("is met by one call; after it the checkout answers at once, without the gateway and without an order number", async () => {
  const { id } = await buyer.checkout(variant)
  clock.stop()
  await beginMaintenance()
  const calls = gatewayCalls()
  for (let i = 0; i < 3; i++) {
    const answer = await buyer.complete(id)
    expect(answer.status).toBe(503)
    expect(answer.data).toEqual({
      type: "unexpected_state",
      code: "one2pays_maintenance",
      message:
        "Payment service is temporarily under maintenance. Please try again later.",
    })
    const wait = Number(answer.headers["retry-after"])
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
  }
  expect(gatewayCalls()).toBe(calls)
  // Core's completion reads the cart and much more.
  const container = shop.getContainer()
  const refusing = await fewestQueries(container, () => buyer.complete(id))
  const readingCart = await fewestQueries(container, () =>
    buyer.get(`/store/carts/${id}`)
  )
  expect(refusing).toBeGreaterThan(0)
  expect(refusing).toBeLessThan(readingCart)

  const before = await nextDisplayId()
  await buyer.complete(id)
  expect(await nextDisplayId()).toBe(before + 1)
})

/** Places an order that is paid otherwise, and so shows that such a customer is not disturbed. */
async function nextDisplayId(): Promise<number> {
  const cart = await buyer.fillCart(variant)
  const collection = await buyer.startPayment(cart.id)
  const chosen = await buyer.choosePayment(
    collection,
    undefined,
    "pp_system_default"
  )
  expect(chosen.status).toBe(200)
  const placed = await buyer.complete(cart.id)
  expect(placed.data.type).toBe("order")
  return (placed.data.order as { display_id: number }).display_id
}

it.each([
  ["en", "Payment service is temporarily under maintenance."],
  ["th", "ปิดปรับปรุง"],
])(
  "is told already where One2Pays is chosen (%s)",
  async (locale, sentence) => {
    await beginMaintenance()
    const customer = buyer.speaking(locale)
    const cart = await customer.fillCart(variant)
    const collection = await customer.startPayment(cart.id)
    const calls = gatewayCalls()
    const answer = await customer.choosePayment(collection)
    expect(answer.status).toBe(503)
    expect(answer.headers["retry-after"]).toBeDefined()
    expect(answer.data).toMatchObject({ code: "one2pays_maintenance" })
    expect(answer.data.message).toContain(sentence)
    expect(gatewayCalls()).toBe(calls)
  }
)

it("does not disturb an order that is placed: it is shown with its QR, and completing it again answers it again", async () => {
  const cart = await buyer.checkout(variant)
  const orderId = orderIdOf(await buyer.complete(cart.id))
  expect((await buyer.payment(orderId)).data.maintenance).toBeNull()
  await beginMaintenance()

  expect(orderIdOf(await buyer.complete(cart.id))).toBe(orderId)
  const thai = await buyer.speaking("th").payment(orderId)
  expect(thai.data).toMatchObject({
    payment: { status: "awaiting_payment", next_action: { type: "qr" } },
    maintenance: { message: expect.stringContaining("ปิดปรับปรุง") },
  })
})

it("takes webhooks meanwhile, asks for them again, and settles when it is over", async () => {
  const orderId = await buyer.placeOrder(variant)
  await beginMaintenance()
  const calls = gatewayCalls()
  sandbox.payments.pay(orderId)
  await until(
    () => sandbox.webhooks.deliveries(),
    (deliveries) => deliveries.some(({ attempts }) => attempts.length > 0)
  )
  expect(gatewayCalls()).toBe(calls)

  sandbox.setMaintenance(false)
  await letProbeTimePass(shop.getContainer())
  await probeByJob()
  await until(
    () => events,
    (seen) => seen.includes("ended")
  )
  await sandbox.webhooks.flush()
  await shop.untilPaid(orderId)
  expect(events).toEqual(["started", "ended"])
})

it("ends by itself when its time has come, says once that it began and ended, and the checkout works", async () => {
  const { id } = await buyer.checkout(variant)
  await beginMaintenance()
  expect((await buyer.complete(id)).status).toBe(503)
  const { maintenance } = await maintenanceNow()
  const wait =
    Date.parse(maintenance!.retry_at) - Date.parse(maintenance!.started_at)
  expect(wait).toBe(30_000)

  sandbox.setMaintenance(false)
  await letProbeTimePass(shop.getContainer())
  // Nobody calls; the job does, in its own time.
  await until(
    () => events,
    (seen) => seen.includes("ended")
  )
  expect(events).toEqual(["started", "ended"])
  expect((await maintenanceNow()).maintenance).toBeNull()
  orderIdOf(await buyer.complete(id))
})

it("is probed once, and goes on when the gateway still is under maintenance", async () => {
  clock.stop()
  await beginMaintenance()
  const calls = gatewayCalls()
  await letProbeTimePass(shop.getContainer())
  await probeByJob()
  expect(gatewayCalls()).toBe(calls + 1)
  await probeByJob()
  expect(gatewayCalls()).toBe(calls + 1)
  const { maintenance } = await maintenanceNow()
  expect(Date.parse(maintenance!.retry_at)).toBe(clock.now() + 60_000)
  expect(events).toEqual(["started"])
})

it("shows the merchant mode, reachability, budget and issues; the balance costs one call a minute", async () => {
  sandbox.setWallet({ wallet: "12500.50", settlement: "3200.00" })
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => admin.get("/admin/one2pays/balance"))
  )
  expect(sandbox.callCounts().balance).toBe(1)
  const last = await admin.get("/admin/one2pays/balance")
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  expect(last.data).toMatchObject({
    balance: {
      currency_code: "thb",
      status: "active",
      mode: "test",
      stale: false,
    },
    maintenance: null,
    problem: null,
  })
  const { status } = (await admin.get("/admin/one2pays/status")).data
  expect(status).toMatchObject({
    mode: "test",
    gateway: { reachable: true, problem: null },
    maintenance: null,
    rate_budget: { per_minute: 60_000, left: expect.any(Number) },
    open_issues: 0,
  })

  await beginMaintenance()
  const stale = await admin.get("/admin/one2pays/balance")
  expect(stale.data).toMatchObject({
    balance: { currency_code: "thb", stale: true },
    maintenance: { retry_at: expect.any(String) },
  })
  expect((await admin.get("/admin/one2pays/status")).data).toMatchObject({
    status: { gateway: { reachable: false } },
  })
})

it("keeps the admin routes to those who are logged in", async () => {
  for (const path of ["balance", "status"]) {
    const answer = await buyer.get(`/admin/one2pays/${path}`)
    expect(answer.status).toBe(401)
  }
})
