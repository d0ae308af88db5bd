import { createOne2PaysClient } from "medusa-plugin-one2pays/gateway/index"
import { checkWithdrawsWorkflow } from "medusa-plugin-one2pays/workflows"
import { forgetGateway } from "../setup/new-client"
import { openShop } from "../setup/open-shop"
import { PAYOUT_LIMITS } from "../setup/payout-desk"

// Up to THB 1000 one person is enough. The gateway settles nothing by itself, and has no by-reference route.
const shop = openShop({
  price: 250,
  webhooks: false,
  sandbox: { withdrawStepMs: null },
  env: PAYOUT_LIMITS,
})
const { variant, buyer, clock, desk, sandbox, sql } = shop

beforeEach(() => {
  forgetGateway(shop.getContainer())
  sandbox.setByReference(false)
})

/** Payouts of others with the same keys, as a second shop or the dashboard makes them: some at a time, on any machine. */
async function makeOthers(count: number): Promise<void> {
  const client = createOne2PaysClient({
    baseUrl: sandbox.url,
    apiKey: sandbox.apiKey,
    secretKey: sandbox.secretKey,
    timeoutMs: 600_000,
  })
  sandbox.setWallet({ wallet: "1000000.00" })
  for (let made = 0; made < count; made += 50) {
    clock.advance(250)
    await Promise.all(
      Array.from({ length: Math.min(50, count - made) }, (_, index) =>
        client.withdraws.create({
          amount: "1.00",
          referenceId: `other-${made + index}`,
          destinationType: "bank_account",
          customerBankAccountName: "Somebody",
          customerBankAccountNumber: "1112223334",
          customerBankCode: "004",
        })
      )
    )
  }
  client.close()
}

async function lostPayout(): Promise<string> {
  const { id } = await desk.create({ amount: 100 })
  sandbox.addFault({ kind: "refused", endpoint: "withdraws.create" })
  await desk.send()
  await desk.untilState(id, "unknown")
  return id
}

const sentAgo = (id: string, minutes: number) =>
  sql(
    `update one2pays_withdraw set sent_at = sent_at - interval '${minutes} minutes',
            updated_at = updated_at - interval '${minutes} minutes', busy_until = null where id = ?`,
    [id]
  )

const lists = () => sandbox.callCounts()["withdraws.list"] ?? 0

describe("a payout that never arrived, where the gateway has no by-reference route", () => {
  it("costs one page, however many came long after it", async () => {
    const id = await lostPayout()
    await sentAgo(id, 60)
    await makeOthers(150)
    sandbox.resetCalls()
    await desk.act(id, "check")
    expect((await desk.read(id)).state).toBe("approved")
    expect(lists()).toBe(1)
    const list = sandbox
      .calls()
      .find(({ endpoint }) => endpoint === "withdraws.list")
    expect(list!.path).toMatch(/dateTo=/)
  })

  it("is proved absent among thousands of the same minutes, look by look, and is sent once", async () => {
    const id = await lostPayout()
    await makeOthers(2600)
    await sentAgo(id, 5)
    sandbox.resetCalls()
    expect((await desk.act(id, "check")).status).toBe(503)
    expect((await desk.read(id)).state).toBe("unknown")
    expect(lists()).toBe(25)

    sandbox.resetCalls()
    await desk.act(id, "check")
    expect((await desk.read(id)).state).toBe("approved")
    // It reads the last second of the first search once more.
    expect(lists()).toBeLessThan(25)
    await desk.letTimePass()
    await desk.send()
    await desk.untilState(id, "pending")
    expect(sandbox.withdraws.get(id)!.amount).toBe("10000.00")
  })

  it("is an issue after hours in which the gateway could not tell", async () => {
    const id = await lostPayout()
    await sentAgo(id, 181)
    sandbox.addFault({
      kind: "unavailable",
      endpoint: "withdraws.list",
      times: Infinity,
    })
    await checkWithdrawsWorkflow(shop.getContainer()).run()
    expect(await desk.read(id)).toMatchObject({
      state: "unknown",
      issue: { code: "delayed" },
    })
    sandbox.clearFaults()
  })
})

it("reads open payments before it searches for lost ones", async () => {
  const orders = [
    await buyer.placeOrder(variant),
    await buyer.placeOrder(variant),
  ]
  const lost = []
  for (let index = 0; index < 3; index++) {
    lost.push(await buyer.placeOrder(variant))
  }
  for (const orderId of lost) {
    await sql(
      `update one2pays_payment
          set state = 'creating', gateway_payment_id = null, gateway_status = null, gateway_created_at = null,
              updated_at = now() - interval '2 minutes' where order_id = ?`,
      [orderId]
    )
  }
  for (const orderId of orders) sandbox.payments.pay(orderId, { silent: true })
  sandbox.resetCalls()
  await shop.reconcile()
  for (const orderId of orders) {
    expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
  }
  const asked = sandbox.calls().map(({ endpoint }) => endpoint)
  expect(asked[0]).toBe("payments.list")
  // A route that is missing is no endpoint.
  expect(asked.indexOf("unknown")).toBeGreaterThan(0)
  for (const orderId of lost) {
    expect((await shop.paymentRow(orderId)).state).toBe("open")
  }
})

it("remembers in the database that the route exists", async () => {
  sandbox.setByReference(true)
  forgetGateway(shop.getContainer(), { remembers: true })
  const known = () =>
    sql("select payments_by_reference as found from one2pays_gateway_state")
  const orderId = await buyer.placeOrder(variant)
  await sql(
    `update one2pays_payment set state = 'creating', gateway_payment_id = null, updated_at = now() - interval '2 minutes'
      where order_id = ?`,
    [orderId]
  )
  await shop.reconcile()
  expect((await shop.paymentRow(orderId)).state).toBe("open")
  expect(await known()).toEqual([{ found: true }])
})
