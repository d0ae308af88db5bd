import type { AdminPayment } from "../setup/admin"
import type { Answer } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import type { Shown } from "../setup/payout-desk"
import { until } from "../setup/until"

const shop = openShop({ webhooks: false })
const { variant, buyer, desk, sandbox, issues } = shop

beforeEach(() => desk.forgetBalance())

const received = (orderId: string, amount = "25000.00") => ({
  event: "payment.received",
  paymentId: sandbox.payments.get(orderId)!.id,
  referenceId: orderId,
  status: "succeeded",
  amount,
  currency: "THB",
})

/** An order of THB 250 that is paid. */
async function paidOrder(): Promise<string> {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  await shop.reconcile()
  sandbox.resetCalls()
  return orderId
}

const retrieves = () => sandbox.callCounts()["payments.retrieve"] ?? 0

async function act(orderId: string, action: string): Promise<Answer> {
  const { id } = await desk.maker.paymentOf(orderId)
  return desk.maker.post(`/admin/one2pays/payments/${id}/${action}`)
}

async function check(orderId: string): Promise<AdminPayment> {
  const { status, data } = await act(orderId, "check")
  expect(status).toBe(200)
  return data.payment as AdminPayment
}

async function expectPaid(orderId: string): Promise<void> {
  expect(await shop.readOrder(orderId)).toMatchObject({
    payment_status: "captured",
    summary: { paid_total: 250 },
  })
  expect(await shop.shown(orderId)).toMatchObject({ status: "paid" })
}

it("a check of a settled payment asks the gateway, and finds nothing where nothing more came", async () => {
  const orderId = await paidOrder()
  expect((await check(orderId)).issue).toBeNull()
  expect(retrieves()).toBe(1)
  await expectPaid(orderId)
  expect((await act(orderId, "pay-back")).status).toBe(409)

  sandbox.setMaintenance(true)
  expect((await act(orderId, "check")).status).toBe(503)
})

it("a second transfer becomes an issue: the order stays paid, and only the surplus goes back", async () => {
  const orderId = await paidOrder()
  sandbox.payments.payTwice(orderId, { showsSum: true })
  expect((await check(orderId)).issue).toMatchObject({
    code: "paid_twice",
    detail: expect.stringContaining("THB 250.00 is too much"),
    resolved_at: null,
  })
  await shop.untilIssues(1)
  await expectPaid(orderId)

  const [first, again] = [
    await act(orderId, "pay-back"),
    await act(orderId, "pay-back"),
  ]
  expect(first.status).toBe(201)
  const payout = first.data.withdraw as Shown
  expect(payout).toMatchObject({ kind: "payout", amount: 250 })
  expect(again.data.withdraw).toMatchObject({ id: payout.id })
  expect((await check(orderId)).issue?.pay_back_id).toBe(payout.id)
  await expectPaid(orderId)

  // A third one has an issue of its own, and the second does not go back twice.
  sandbox.payments.payTwice(orderId, { showsSum: true })
  expect((await check(orderId)).issue).toMatchObject({
    detail: expect.stringMatching(/THB 500.00 of it .* THB 250.00 came after/),
    resolved_at: null,
  })
  const third = await act(orderId, "pay-back")
  expect(third.data.withdraw).toMatchObject({ amount: 250 })
  expect((third.data.withdraw as Shown).id).not.toBe(payout.id)
  expect((await check(orderId)).issue?.paying_back_since).not.toBeNull()
  expect(issues.map(({ issue: code }) => code)).toEqual([
    "paid_twice",
    "paid_twice",
  ])
  await expectPaid(orderId)
})

describe("two people who pay a surplus back at once", () => {
  /** A paid order, and a way in which somebody pays back what came beside its money. */
  async function surplus() {
    const orderId = await paidOrder()
    sandbox.payments.payTwice(orderId, { showsSum: true, silent: true })
    const { id } = await check(orderId)
    const path = `/admin/one2pays/payments/${id}/pay-back`
    return { orderId, id, path }
  }

  it("send it once", async () => {
    const { orderId, path } = await surplus()
    const answers = await Promise.all(
      [desk.maker, desk.checker, desk.maker].map((person) => person.post(path))
    )
    const sent = await desk.list(`order_id=${orderId}`)
    expect(sent.withdraws).toEqual([expect.objectContaining({ amount: 250 })])
    for (const { status, data } of answers) {
      expect([201, 409]).toContain(status)
      if (status === 201) {
        expect(data.withdraw).toMatchObject({ id: sent.withdraws[0]!.id })
      }
    }
    expect(answers.map(({ status }) => status)).toContain(201)
    expect((await check(orderId)).issue?.paying_back_since).not.toBeNull()
    await expectPaid(orderId)
  })

  it("send no more than came, when a third transfer comes between the clicks", async () => {
    const { orderId, path } = await surplus()
    const delayMs = 500
    sandbox.addFault({ kind: "slow", endpoint: "payments.retrieve", delayMs })
    shop.clock.stop()
    const early = desk.maker.post(path)
    await until(
      () => sandbox.status().faults,
      (faults) => faults.length === 0
    )
    await until(
      () => shop.clock.untilNext(),
      (ms) => ms <= delayMs
    )
    sandbox.payments.payTwice(orderId, { showsSum: true, silent: true })
    expect((await desk.checker.post(path)).data.withdraw).toMatchObject({
      amount: 500,
    })
    shop.clock.advance(delayMs)
    // Its answer is older, and all of it went back meanwhile.
    expect((await early).status).toBe(409)
    expect((await desk.list(`order_id=${orderId}`)).withdraws).toHaveLength(1)
    expect((await check(orderId)).issue?.paying_back_since).not.toBeNull()
    await expectPaid(orderId)
  })
})

it("a pay-back of more than its issue names leaves nothing to find", async () => {
  const orderId = await paidOrder()
  sandbox.payments.payTwice(orderId, { showsSum: true, silent: true })
  await check(orderId)
  sandbox.payments.payTwice(orderId, { showsSum: true, silent: true })
  expect((await act(orderId, "pay-back")).data.withdraw).toMatchObject({
    amount: 500,
  })
  expect((await check(orderId)).issue?.paying_back_since).not.toBeNull()
  expect(issues).toHaveLength(1)
})

describe("further money for a payment that its order never took", () => {
  /** THB 100 for an order of THB 250. */
  async function wrongMoney(): Promise<string> {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId, { amount: "100.00" })
    await shop.reconcile()
    return orderId
  }

  const payMore = (orderId: string) =>
    sandbox.payments.payTwice(orderId, { showsSum: true, silent: true })

  it("goes back, too, after the first went back", async () => {
    const orderId = await wrongMoney()
    const first = await act(orderId, "pay-back")
    expect(first.data.withdraw).toMatchObject({ amount: 100 })
    expect((await check(orderId)).issue?.paying_back_since).not.toBeNull()
    payMore(orderId)
    expect((await act(orderId, "check")).data.payment).toMatchObject({
      can_pay_back: true,
      issue: {
        code: "paid_twice",
        detail: expect.stringContaining("THB 250.00 came after"),
        resolved_at: null,
      },
    })
    const further = await act(orderId, "pay-back")
    expect(further.data.withdraw).toMatchObject({ amount: 250 })
    expect((await act(orderId, "pay-back")).data.withdraw).toMatchObject({
      id: (further.data.withdraw as Shown).id,
    })
    expect((await check(orderId)).issue?.paying_back_since).not.toBeNull()
    expect((await desk.list(`order_id=${orderId}`)).withdraws).toHaveLength(2)
  })

  it("is all that goes back after staff closed the issue of the first", async () => {
    const orderId = await wrongMoney()
    const { id } = await desk.maker.paymentOf(orderId)
    await shop.admin.post(`/admin/one2pays/payments/${id}/resolve`, {
      note: "Paid back by hand",
    })
    expect((await check(orderId)).issue?.resolved_at).not.toBeNull()
    payMore(orderId)
    expect(
      await sandbox.webhooks.send(received(orderId, "35000.00"))
    ).toMatchObject({ body: JSON.stringify({ outcome: "issue" }) })
    expect((await act(orderId, "pay-back")).data.withdraw).toMatchObject({
      amount: 250,
    })
    expect((await check(orderId)).issue?.paying_back_since).not.toBeNull()
    expect(issues).toHaveLength(2)
  })
})

it("an order that was paid twice can be refunded like any other", async () => {
  const orderId = await paidOrder()
  sandbox.payments.payTwice(orderId, { showsSum: true })
  await check(orderId)
  const { payment_collections } = await shop.readOrder(orderId)
  const corePayment = payment_collections[0]!.payments[0]!.id
  const refund = (amount: number) =>
    desk.maker.post(`/admin/payments/${corePayment}/refund`, { amount })
  expect((await refund(150)).status).toBe(200)
  expect((await act(orderId, "pay-back")).data.withdraw).toMatchObject({
    amount: 250,
  })
  expect((await refund(100)).status).toBe(200)
  const { withdraws } = await desk.list(`order_id=${orderId}`)
  expect(
    withdraws.map(({ kind, amount }) => `${kind} ${amount}`).sort()
  ).toEqual(["payout 250", "refund 100", "refund 150"])
})

it("news of another amount for a settled payment makes the plugin ask once", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  sandbox.resetCalls()
  await sandbox.webhooks.send(received(orderId))
  expect(retrieves()).toBe(1)
  sandbox.payments.payTwice(orderId, { showsSum: true, silent: true })
  const second = received(orderId, "50000.00")
  for (const outcome of ["already_settled", "duplicate"]) {
    expect(await sandbox.webhooks.send(second)).toMatchObject({
      status: 200,
      body: JSON.stringify({ outcome }),
    })
  }
  expect(retrieves()).toBe(2)
  expect((await desk.maker.paymentOf(orderId)).issue?.code).toBe("paid_twice")
  await expectPaid(orderId)
})

describe("news of another amount that the gateway does not show yet", () => {
  const looks = async () => {
    const rows = await shop.sql<{ is_planned: boolean }>(
      "select look_at is not null as is_planned from one2pays_payment"
    )
    return rows.map(({ is_planned }) => is_planned)
  }

  async function lookNow(): Promise<void> {
    await shop.sql("update one2pays_payment set look_at = now()")
    await shop.reconcile()
  }

  it("is no issue by itself: the plugin looks again, until the money is there", async () => {
    const orderId = await paidOrder()
    const second = received(orderId, "50000.00")
    for (let time = 1; time <= 2; time++) {
      expect(await sandbox.webhooks.send(second)).toMatchObject({
        status: 200,
        body: JSON.stringify({ outcome: "look_again" }),
      })
      expect(retrieves()).toBe(time)
    }
    await lookNow()
    expect(retrieves()).toBe(3)
    expect(await looks()).toEqual([true])
    expect(issues).toEqual([])

    sandbox.payments.payTwice(orderId, { showsSum: true, silent: true })
    await lookNow()
    await shop.untilIssues(1)
    expect((await desk.maker.paymentOf(orderId)).issue?.code).toBe("paid_twice")
    expect(await looks()).toEqual([false])
    await expectPaid(orderId)
  })
})

describe("an event that came too early", () => {
  const event = (orderId: string, id: string) => ({
    id,
    event: "payment.received",
    data: received(orderId),
  })

  /** An order that is paid once its first event has been refused, and made paid by a second one. */
  async function paidBySecond(pay: (orderId: string) => void) {
    const orderId = await buyer.placeOrder(variant)
    const early = await sandbox.webhooks.send(event(orderId, "evt_1"))
    expect(early.status).toBe(503)
    pay(orderId)
    expect(await sandbox.webhooks.send(event(orderId, "evt_2"))).toMatchObject({
      status: 200,
      body: JSON.stringify({ outcome: "settle" }),
    })
    await expectPaid(orderId)
    return orderId
  }

  it("is no second transfer when the gateway sends it again under another id", async () => {
    const orderId = await paidBySecond((id) => sandbox.payments.pay(id))
    expect((await check(orderId)).issue).toBeNull()
    expect(issues).toEqual([])
  })

  it("is shown to staff when it comes again beside another one that was used up", async () => {
    const orderId = await paidBySecond((id) =>
      sandbox.payments.payTwice(id, { silent: true })
    )
    await sandbox.webhooks.send(event(orderId, "evt_1"))
    await shop.untilIssues(1)
    expect((await desk.maker.paymentOf(orderId)).issue?.detail).toContain(
      "evt_1"
    )
    await expectPaid(orderId)
  })
})

it("a second event of the same success is shown to staff, though the gateway's amount is the same", async () => {
  sandbox.setWebhooks({ enabled: true, shape: "envelope" })
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  await sandbox.webhooks.flush()
  await shop.untilPaid(orderId)
  sandbox.resetCalls()
  const [delivery] = sandbox.webhooks
    .deliveries()
    .filter(({ event }) => event === "payment.succeeded")
  await sandbox.webhooks.redeliver(delivery!.id)
  expect(issues).toEqual([])

  sandbox.payments.payTwice(orderId)
  await sandbox.webhooks.flush()
  await shop.untilIssues(1)
  expect((await desk.maker.paymentOf(orderId)).issue).toMatchObject({
    code: "paid_twice",
    detail: expect.stringContaining("once more"),
  })
  expect(retrieves()).toBe(1)
  await expectPaid(orderId)
  const nothing = await act(orderId, "pay-back")
  expect(nothing.status).toBe(409)
  expect(nothing.data.message).toContain("no more money")

  // A third one is shown, too, after staff closed the issue of the second.
  await desk.maker.post(
    `/admin/one2pays/payments/${(await desk.maker.paymentOf(orderId)).id}/resolve`,
    { note: "It did not come" }
  )
  sandbox.payments.payTwice(orderId)
  await sandbox.webhooks.flush()
  await shop.untilIssues(2)
})
