import { openShop } from "../setup/open-shop"
import { orderActs } from "../setup/order-acts"
import { reopenWindow } from "../setup/request-window"

const shop = openShop({ webhooks: false })
const { buyer, sandbox, issues } = shop
const acts = orderActs(shop)

/** Expects Medusa to have booked the order's money once, and nothing of any further payment. */
async function expectPaidOnce(orderId: string): Promise<void> {
  const { summary, payment_collections } = await shop.readOrder(orderId)
  expect(summary).toMatchObject({ paid_total: 250, pending_difference: 0 })
  const captures = payment_collections.flatMap(({ payments }) =>
    payments.flatMap((payment) => payment.captures)
  )
  expect(captures.map(({ amount }) => amount)).toEqual([250])
}

const paidTwice = (reference_id: string) =>
  expect.objectContaining({
    issue: "paid_twice",
    reference_id,
    amount: "250.00",
    detail: expect.stringMatching(/paid/),
  })

describe.each([
  [
    "in a payment collection that staff mark as paid",
    async (orderId: string) => {
      const collectionId = await acts.requestPayment(orderId, 250)
      await acts.markAsPaid(orderId, collectionId)
    },
  ],
  [
    "through another provider's session of the same collection",
    (orderId: string) => acts.payByOtherProvider(orderId),
  ],
  [
    "with the payment of another payment link",
    async (orderId: string) => {
      await buyer.choosePayment(await acts.requestPayment(orderId, 250))
      sandbox.payments.pay(`${orderId}.2`)
      await shop.reconcile()
    },
  ],
])("an order that is paid %s", (_, pay) => {
  it("leaves no QR open, and its customer sees that it is paid", async () => {
    const orderId = await acts.place()
    await pay(orderId)
    await shop.reconcile()
    expect(acts.asked()).toEqual([])
    expect(await shop.shown(orderId)).toMatchObject({
      status: "paid",
      can_retry: false,
    })
    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 409,
      data: { code: "one2pays_already_paid" },
    })
    await expectPaidOnce(orderId)
    expect(issues).toEqual([])
  })

  it("captures no further money, which goes to a person", async () => {
    const orderId = await acts.place()
    await pay(orderId)
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    await expectPaidOnce(orderId)
    await shop.untilIssues()
    expect(issues).toEqual([paidTwice(orderId)])
  })

  it("gets no further try once the first payment has expired, and is not canceled", async () => {
    const orderId = await acts.place()
    await pay(orderId)
    // The choice of another link has canceled it already.
    if (sandbox.payments.get(orderId)!.status === "processing") {
      sandbox.payments.expire(orderId)
    }
    await shop.reconcile()
    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 409,
      data: { code: "one2pays_already_paid" },
    })
    await shop.endedAgo(orderId, 61)
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).status).toBe("pending")
    expect(acts.asked()).toEqual([])
  })
})

it("captures one of two payments that were paid at the same time for one order", async () => {
  const orderId = await acts.place()
  await buyer.choosePayment(await acts.requestPayment(orderId, 250))
  sandbox.payments.pay(orderId)
  sandbox.payments.pay(`${orderId}.2`)
  // A run works on one payment of an order at a time.
  await shop.reconcile()
  await shop.reconcile()
  await expectPaidOnce(orderId)
  await shop.untilIssues()
  expect(issues).toEqual([expect.objectContaining({ issue: "paid_twice" })])
})

describe("an order's payment collection", () => {
  async function openLink() {
    const orderId = await acts.draft()
    await acts.confirmDraft(orderId)
    return { orderId, collectionId: await acts.requestPayment(orderId, 250) }
  }

  /** Expects one payment to be open, and the customer to see it. */
  async function expectOneOpen(orderId: string): Promise<void> {
    expect(acts.asked()).toEqual(["250.00"])
    const { reference_id, status } = await shop.shown(orderId)
    expect(status).toBe("awaiting_payment")
    expect(sandbox.payments.get(String(reference_id))!.status).toBe(
      "processing"
    )
  }

  it.each([2, 4])(
    "has one open payment in the end, when it is chosen %i times at once",
    async (times) => {
      const { orderId, collectionId } = await openLink()
      const answers = await Promise.all(
        Array.from({ length: times }, () => buyer.choosePayment(collectionId))
      )
      expect(answers.map(({ status }) => status)).toContain(200)
      await shop.reconcile()
      await expectOneOpen(orderId)
      const { reference_id } = await shop.shown(orderId)
      sandbox.payments.pay(String(reference_id))
      await shop.reconcile()
      await expectPaidOnce(orderId)
    }
  )

  it("has one open payment in the end, when the customer tries again in another tab meanwhile", async () => {
    const { orderId, collectionId } = await openLink()
    await buyer.choosePayment(collectionId)
    sandbox.payments.expire(orderId)
    const answers = await Promise.all([
      buyer.choosePayment(collectionId),
      buyer.payAgain(orderId),
      buyer.choosePayment(collectionId),
      buyer.payAgain(orderId),
    ])
    expect(answers.some(({ status }) => status < 300)).toBe(true)
    await shop.reconcile()
    await expectOneOpen(orderId)
  })

  it("waits for a process that died while it chose a payment, no longer than a minute", async () => {
    const { orderId, collectionId } = await openLink()
    const change = (statement: string) => shop.sql(statement, [orderId])
    await change(
      "insert into one2pays_order_turn (id, busy_until) values (?, now() + interval '1 minute')"
    )
    expect(await buyer.choosePayment(collectionId)).toMatchObject({
      status: 503,
      data: { code: "one2pays_busy" },
    })
    await change(
      "update one2pays_order_turn set busy_until = now() - interval '1 second' where id = ?"
    )
    expect((await buyer.choosePayment(collectionId)).status).toBe(200)
    await expectOneOpen(orderId)
    expect(
      await change("select id from one2pays_order_turn where id = ?")
    ).toEqual([])
  })

  it("has no QR over an old amount, also while another process is choosing its payment", async () => {
    const orderId = await acts.place()
    await shop.sql(
      "insert into one2pays_order_turn (id, busy_until) values (?, now() + interval '1 minute')",
      [orderId]
    )
    await acts.edit(orderId, 2)
    await shop.reconcile()
    expect(acts.asked()).toEqual([])
    await shop.sql(
      "update one2pays_order_turn set busy_until = now() - interval '1 second' where id = ?",
      [orderId]
    )
    await shop.reconcile()
    expect(acts.asked()).toEqual(["500.00"])
  })

  it("gets at most ten payments a minute, the last one payable; the gateway is not asked for more", async () => {
    const { orderId, collectionId } = await openLink()
    const answers = []
    for (let n = 0; n < 54; n++) {
      answers.push(await buyer.choosePayment(collectionId))
      await reopenWindow(shop.getContainer(), orderId)
    }
    expect(sandbox.callCounts()["payments.create"]).toBeLessThanOrEqual(10)
    const accepted = answers.filter(({ status }) => status === 200)
    expect(accepted.length).toBeGreaterThan(0)
    const refused = answers.slice(accepted.length)
    for (const { status, data, headers } of refused) {
      expect([status, data.code]).toEqual([503, "one2pays_busy"])
      expect(Number(headers["retry-after"])).toBeGreaterThan(0)
    }
    await expectOneOpen(orderId)
    await shop.reconcile()
    await expectOneOpen(orderId)
  })

  it("shows a person the money that comes for a first choice after the second was paid", async () => {
    const { orderId, collectionId } = await openLink()
    await buyer.choosePayment(collectionId)
    await buyer.choosePayment(collectionId)
    sandbox.payments.pay(`${orderId}.2`)
    await shop.reconcile()
    await expectPaidOnce(orderId)
    sandbox.setWebhooks({ enabled: true })
    sandbox.payments.pay(orderId)
    await sandbox.webhooks.flush()
    await shop.untilIssues()
    expect(issues).toEqual([paidTwice(orderId)])
    await expectPaidOnce(orderId)
  })
})
