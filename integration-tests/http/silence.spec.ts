import { orderIdOf } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { serviceBeside, startAnew } from "../setup/service-beside"
import { until } from "../setup/until"

const shop = openShop()
const { variant, buyer, admin, sandbox, clock, one2pays } = shop

const TIMEOUT_MS = 10_000
/** Nobody waits for an answer that comes so late. */
const LATE_MS = 120_000
const CALLS = 1_000

beforeEach(async () => {
  await startAnew(shop.getContainer(), { timeoutMs: TIMEOUT_MS })
  // No time limit passes unless the test says so.
  clock.stop()
})

afterEach(async () => {
  clock.advance(LATE_MS)
  await startAnew(shop.getContainer(), { timeoutMs: 19_000 })
})

/** The gateway takes this long to answer anybody. */
const answerAfter = (delayMs: number) =>
  sandbox.addFault({ kind: "slow", delayMs, times: CALLS })

const hits = () => CALLS - sandbox.status().faults[0]!.left
const untilHit = (count: number) => until(hits, (seen) => seen >= count)

/** Waits until an answer is the next thing to come: the time limit of its call is longer. */
const untilDueIn = (delayMs: number) =>
  until(
    () => clock.untilNext(),
    (ms) => ms <= delayMs
  )

const beside = () =>
  serviceBeside(shop.getContainer(), { timeoutMs: TIMEOUT_MS })

/** The first customer waits for the payment, and then for the answer whether there is one. */
async function fallSilent(): Promise<string> {
  const { id } = await buyer.checkout(variant)
  answerAfter(LATE_MS)
  const completing = buyer.complete(id)
  await untilHit(1)
  clock.advance(TIMEOUT_MS)
  await untilHit(2)
  clock.advance(9_000)
  expectUnavailable(await completing)
  return id
}

function expectUnavailable(answer: Awaited<ReturnType<typeof buyer.complete>>) {
  expect(answer.status).toBe(503)
  expect(answer.data).toMatchObject({ code: "one2pays_unavailable" })
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0)
  expect(Number(answer.headers["retry-after"])).toBeLessThanOrEqual(15)
}

it("keeps one customer waiting; after that all instances answer at once, and one asks again", async () => {
  const other = await buyer.checkout(variant)
  const cartId = await fallSilent()
  const second = beside()

  expectUnavailable(await buyer.complete(other.id))
  const thai = await buyer.speaking("th").complete(other.id)
  expect(thai.data.message).toContain("ไม่สามารถเชื่อมต่อระบบชำระเงินได้")
  const collection = await buyer.startPayment(
    (await buyer.fillCart(variant)).id
  )
  expectUnavailable(await buyer.choosePayment(collection))
  await expect(
    second.gateway.payments.retrieve("any", { rank: "checkout" })
  ).rejects.toMatchObject({ code: "GATEWAY_SILENT", outcome: "not_sent" })
  expect(hits()).toBe(2)

  clock.advance(TIMEOUT_MS)
  const probes = Promise.all([
    one2pays.connection.probe(),
    second.connection.probe(),
  ])
  await untilHit(3)
  clock.advance(TIMEOUT_MS)
  await probes
  expect(hits()).toBe(3)
  expectUnavailable(await buyer.complete(other.id))

  sandbox.clearFaults()
  await second.connection.probe()
  const orderId = orderIdOf(await buyer.complete(cartId))
  orderIdOf(await buyer.complete(other.id))
  // The payment whose answer was lost cannot be paid any more.
  expect(
    sandbox.payments.list().filter(({ status }) => status === "processing")
  ).toHaveLength(2)
  clock.start()
  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
})

it("does not cut off a gateway that lost one call: the customer gets the payment, and nobody is refused", async () => {
  const { id } = await buyer.checkout(variant)
  const other = await buyer.checkout(variant)
  sandbox.addFault({
    kind: "slow",
    delayMs: LATE_MS,
    endpoint: "payments.create",
  })
  const completing = buyer.complete(id)
  await until(
    () => sandbox.status().faults.length,
    (waiting) => waiting === 0
  )
  clock.advance(TIMEOUT_MS)
  orderIdOf(await completing)
  orderIdOf(await buyer.complete(other.id))
  expect(sandbox.payments.list()).toHaveLength(2)
})

it("does not cut off a gateway that takes 4 seconds for each answer", async () => {
  const carts = [await buyer.checkout(variant), await buyer.checkout(variant)]
  answerAfter(4_000)
  for (const { id } of carts) {
    const calls = hits()
    const completing = buyer.complete(id)
    await untilHit(calls + 1)
    await untilDueIn(4_000)
    clock.advance(4_000)
    orderIdOf(await completing)
  }
  expect(await one2pays.connection.outage()).toBeNull()
})

it("does not cut off a gateway that lost one call and takes 6 seconds for each other answer", async () => {
  const { id } = await buyer.checkout(variant)
  sandbox.addFault({
    kind: "slow",
    delayMs: LATE_MS,
    endpoint: "payments.create",
  })
  const completing = buyer.complete(id)
  await until(
    () => sandbox.status().faults.length,
    (waiting) => waiting === 0
  )
  answerAfter(6_000)
  clock.advance(TIMEOUT_MS)
  await untilHit(1)
  await untilDueIn(6_000)
  clock.advance(6_000)
  orderIdOf(await completing)
  expect(await one2pays.connection.outage()).toBeNull()
})

it("ends without jobs, too: a customer who is refused after a minute has it asked", async () => {
  const other = await buyer.checkout(variant)
  await fallSilent()
  sandbox.clearFaults()
  clock.advance(TIMEOUT_MS + 30_000)
  expectUnavailable(await buyer.complete(other.id))
  expect(sandbox.calls().filter(({ at }) => at >= clock.now())).toEqual([])
  clock.advance(40_000)
  expectUnavailable(await buyer.complete(other.id))
  await until(
    () => one2pays.connection.outage(),
    (outage) => outage === null
  )
  orderIdOf(await buyer.complete(other.id))
})

it("takes webhooks meanwhile, and the first one that may ask ends it", async () => {
  const orderId = await buyer.placeOrder(variant)
  await fallSilent()
  const calls = hits()
  sandbox.payments.pay(orderId)
  await until(
    () => sandbox.webhooks.deliveries(),
    (deliveries) =>
      deliveries.some(({ attempts }) => attempts.at(-1)?.status === 503)
  )
  expect(hits()).toBe(calls)
  expect(await shop.reconcile()).toMatchObject({ has_run: false })

  sandbox.clearFaults()
  clock.advance(TIMEOUT_MS)
  await until(
    async () => {
      await sandbox.webhooks.flush()
      return one2pays.connection.outage()
    },
    (outage) => outage === null
  )
  await shop.untilPaid(orderId)
})

it("is shown to staff, and is over for them as soon as One2Pays answers", async () => {
  const read = async () =>
    (await admin.get("/admin/one2pays/status")).data.status
  expect(await read()).toMatchObject({ gateway: { reachable: true } })
  await fallSilent()
  expect(await read()).toMatchObject({
    gateway: {
      reachable: false,
      problem: {
        code: "GATEWAY_SILENT",
        message: expect.stringMatching(/^One2Pays does not answer/),
      },
    },
    maintenance: null,
    reconciliation: "paused",
  })

  sandbox.clearFaults()
  clock.advance(TIMEOUT_MS)
  await one2pays.connection.probe()
  expect(await read()).toMatchObject({
    gateway: { reachable: true, problem: null },
  })
})
