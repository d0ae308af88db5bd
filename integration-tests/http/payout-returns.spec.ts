import { Modules } from "@medusajs/framework/utils"
import { checkWithdrawsWorkflow } from "medusa-plugin-one2pays/workflows"
import { openShop } from "../setup/open-shop"
import { PAYOUT_LIMITS } from "../setup/payout-desk"
import { until } from "../setup/until"

// Up to THB 1000 one person is enough. The gateway settles nothing by itself.
const shop = openShop({
  price: 250,
  sandbox: { withdrawStepMs: null },
  env: PAYOUT_LIMITS,
})
const { variant, buyer, admin, desk, sandbox, sql } = shop

const check = () => checkWithdrawsWorkflow(shop.getContainer()).run()

const makeDue = () =>
  sql(
    "update one2pays_withdraw set look_at = now(), busy_until = null where look_at is not null"
  )

const lookOf = async (id: string) => {
  const [row] = await sql<{ minutes: string | null; step: number }>(
    `select round(extract(epoch from look_at - updated_at) / 60)::text as minutes, look_step as step
       from one2pays_withdraw where id = ?`,
    [id]
  )
  return { minutes: row!.minutes && Number(row!.minutes), step: row!.step }
}

/** What the shop's own subscribers hear of withdraws. */
const heard: { name: string; data: Record<string, unknown> }[] = []
const heardOf = (id: string) =>
  heard.flatMap(({ name, data }) => (data.id === id ? name : []))

beforeAll(() => {
  const bus = shop.resolve(Modules.EVENT_BUS)
  for (const name of [
    "waits_for_approval",
    "approved",
    "paid",
    "failed",
    "returned",
  ]) {
    bus.subscribe(
      `one2pays.withdraw.${name}`,
      ({ data }) => {
        heard.push({ name, data: data as Record<string, unknown> })
        return Promise.resolve()
      },
      { subscriberId: `heard-${name}` }
    )
  }
})

async function paid(amount = 100): Promise<string> {
  const id = await desk.pending(amount)
  sandbox.withdraws.settle(id, "paid")
  await desk.untilState(id, "paid")
  return id
}

describe("a payout that its bank sends back", () => {
  it("is told by the gateway's webhook, days after it was paid", async () => {
    const before = sandbox.status().walletThb
    const id = await paid()
    sandbox.withdraws.sendBack(id)
    const back = await desk.untilState(id, "failed")
    expect(back.issue).toMatchObject({
      code: "returned",
      detail: expect.stringContaining("the bank sent the money back"),
    })
    expect(back).toMatchObject({
      failure: "returned_by_bank",
      returned_at: expect.any(String),
      ended_at: expect.any(String),
    })
    expect(sandbox.status().walletThb).toBe(before)
    await until(
      () => heardOf(id),
      (names) => names.length === 3
    )
    expect(heardOf(id)).toEqual(["approved", "paid", "returned"])
  })

  it("is found without a webhook, by pages of the list", async () => {
    sandbox.setWebhooks({ enabled: false })
    const ids = []
    for (let i = 0; i < 3; i++) {
      ids.push(await desk.pending(100))
    }
    for (const id of ids) sandbox.withdraws.settle(id, "paid")
    await check()
    for (const id of ids) expect((await desk.read(id)).state).toBe("paid")
    expect(await lookOf(ids[0]!)).toEqual({ minutes: 60, step: 1 })

    sandbox.withdraws.sendBack(ids[1]!, "canceled")
    await check()
    expect((await desk.read(ids[1]!)).state).toBe("paid")
    await makeDue()
    sandbox.resetCalls()
    await check()
    expect(await desk.read(ids[1]!)).toMatchObject({
      state: "canceled",
      issue: { code: "returned" },
    })
    expect(sandbox.callCounts()).toEqual({ "withdraws.list": 1 })
    expect((await lookOf(ids[0]!)).step).toBe(2)
    expect((await lookOf(ids[1]!)).minutes).toBeNull()
  })

  it("is looked at for two weeks, and no longer", async () => {
    const id = await paid()
    for (let look = 1; look <= 5; look++) {
      expect((await lookOf(id)).step).toBe(look)
      await makeDue()
      await check()
    }
    expect((await lookOf(id)).minutes).toBeNull()
    sandbox.resetCalls()
    await check()
    expect(sandbox.callCounts()).toEqual({})
  })

  it("is an issue at once when its webhook comes before the gateway's own record says so", async () => {
    sandbox.setWebhooks({ enabled: false })
    const id = await desk.pending(100)
    sandbox.withdraws.settle(id, "paid")
    await check()
    const answer = await sandbox.webhooks.send({
      event: "payout.failed",
      payoutId: sandbox.withdraws.get(id)!.id,
      status: "failed",
    })
    expect(JSON.parse(answer.body)).toEqual({ outcome: "look_again" })
    expect(await desk.read(id)).toMatchObject({
      state: "paid",
      issue: { code: "returned" },
    })
    expect((await lookOf(id)).step).toBe(0)
    sandbox.withdraws.sendBack(id)
    await makeDue()
    await check()
    expect((await desk.read(id)).state).toBe("failed")
  })

  it("of a refund is a customer without their money, whom staff can pay again", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId)
    const order = await shop.untilPaid(orderId)
    const payment = order.payment_collections[0]!.payments[0]!
    await admin.post(`/admin/payments/${payment.id}/refund`, { amount: 40 })
    const [refund] = (await desk.list(`order_id=${orderId}`)).withdraws
    const id = refund!.id
    if (refund!.state === "requires_approval") await desk.approve(id)
    await desk.letTimePass()
    await desk.send()
    await desk.untilState(id, "pending")
    sandbox.withdraws.settle(id, "paid")
    await desk.untilState(id, "paid")
    sandbox.withdraws.sendBack(id)
    const back = await desk.untilState(id, "failed")
    expect(back.issue).toMatchObject({
      code: "refund_failed",
      detail: expect.stringContaining("the bank sent the money back"),
    })
    const again = await desk.act(id, "pay-back")
    expect(again.status).toBeLessThan(300)
  })

  it("leaves the days of the statement as they were: the money comes back on the day of the return", async () => {
    const totals = async () => {
      const { data } = await admin.get("/admin/one2pays/money?days=30")
      return data as unknown as {
        days: { date: string; out: number }[]
        totals: { out: number }
      }
    }
    const before = await totals()
    const id = await paid(333)
    await sql(
      "update one2pays_withdraw set ended_at = ended_at - interval '3 days' where id = ?",
      [id]
    )
    const day = (money: Awaited<ReturnType<typeof totals>>, fromEnd: number) =>
      money.days.at(-fromEnd)!.out
    expect(day(await totals(), 4) - day(before, 4)).toBe(333)
    sandbox.withdraws.sendBack(id)
    await desk.untilState(id, "failed")
    const after = await totals()
    expect(day(after, 4) - day(before, 4)).toBe(333)
    expect(day(after, 1) - day(before, 1)).toBe(-333)
    expect(after.totals.out).toBe(before.totals.out)
  })
})

describe("bad news of a plain payout", () => {
  it("that fails is an issue, a notice and an event, once each", async () => {
    const id = await desk.pending(100)
    sandbox.withdraws.settle(id, "failed")
    const failed = await desk.untilState(id, "failed")
    expect(failed.issue).toMatchObject({
      code: "payout_failed",
      detail: expect.stringContaining("was not paid"),
    })
    const notices = await until(
      () =>
        sql<{ data: { title: string } }>(
          "select data from notification where data ->> 'reference_id' = ?",
          [id]
        ),
      (rows) => rows.length > 0
    )
    expect(notices).toHaveLength(1)
    await check()
    expect(heardOf(id)).toEqual(["approved", "failed"])
  })

  it("that a person cancels or rejects is no news to them", async () => {
    const { id } = await desk.create({ amount: 2000 })
    await desk.act(id, "reject", { reason: "not ours" })
    expect(await desk.read(id)).toMatchObject({
      state: "rejected",
      issue: null,
    })
    expect(heardOf(id)).toEqual(["waits_for_approval"])
  })

  it("that takes more than a day is told, and closes itself when the money arrives", async () => {
    const id = await desk.pending(100)
    await check()
    expect((await desk.read(id)).issue).toBeNull()
    await sql(
      "update one2pays_withdraw set sent_at = sent_at - interval '25 hours' where id = ?",
      [id]
    )
    await check()
    await check()
    expect((await desk.read(id)).issue).toMatchObject({
      code: "delayed",
      resolved_by: null,
    })
    sandbox.withdraws.settle(id, "paid")
    expect((await desk.untilState(id, "paid")).issue).toMatchObject({
      code: "delayed",
      resolved_by: "system",
    })
  })

  it.each([
    ["funds", "the wallet does not hold it"],
    ["key", "its account number does not open"],
  ])("that waits for the %s for a day says so", async (wait, words) => {
    const { id } = await desk.create({ amount: 100 })
    await sql(
      "update one2pays_withdraw set waits_for = ?, created_at = created_at - interval '25 hours' where id = ?",
      [wait, id]
    )
    await check()
    const { issue, waits_for } = await desk.read(id)
    expect(waits_for).toBe(wait)
    expect(issue).toMatchObject({
      code: "delayed",
      detail: expect.stringContaining(words),
    })
    const { data } = await admin.get("/admin/one2pays/issues")
    expect(data.issues).toMatchObject([{ withdraw: { id, waits_for: wait } }])
  })
})

it("tells each change of a payout's life once, in its order", async () => {
  const { id } = await desk.create({ amount: 2000 })
  await desk.approve(id)
  await desk.send()
  await desk.untilState(id, "pending")
  sandbox.withdraws.settle(id, "paid")
  await desk.untilState(id, "paid")
  await Promise.all([check(), check()])
  await until(
    () => heardOf(id),
    (names) => names.length >= 3
  )
  expect(heardOf(id)).toEqual(["waits_for_approval", "approved", "paid"])
  const news = heard.find(({ data }) => data.id === id)!.data
  expect(news).toMatchObject({ kind: "payout", amount: "2000.00" })
  expect(JSON.stringify(news)).not.toMatch(/account/)
})
