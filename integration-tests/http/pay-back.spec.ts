import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminPayment } from "../setup/admin"
import { type Answer, PAYER_DIGITS } from "../setup/buyer"
import { readFeed } from "../setup/issues"
import { openShop } from "../setup/open-shop"
import type { Shown } from "../setup/payout-desk"
import { until } from "../setup/until"

const shop = openShop({ webhooks: false })
const { variant, buyer, desk, sandbox, sql } = shop

beforeEach(async () => {
  await desk.forgetBalance()
  await sql("delete from one2pays_withdraw")
})

/** A customer paid THB 25 of 250. */
async function strayMoney(): Promise<AdminPayment> {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId, { amount: "25.00" })
  await shop.reconcile()
  const payment = await desk.maker.paymentOf(orderId)
  expect(payment.issue?.code).toBe("amount_mismatch")
  return payment
}

const payBack = (id: string, of = "payments"): Promise<Answer> =>
  desk.maker.post(`/admin/one2pays/${of}/${id}/pay-back`)

const withdraws = async () => (await desk.list()).withdraws

const issueOf = async (orderId: string) =>
  (await desk.maker.paymentOf(orderId)).issue

/** A pay-back that was asked for. @returns id of the payout */
async function asked(paymentId: string): Promise<string> {
  const answer = await payBack(paymentId)
  expect(answer.status).toBe(201)
  return (answer.data.withdraw as Shown).id
}

/** A pay-back that the gateway has. */
async function sent(paymentId: string): Promise<string> {
  const id = await asked(paymentId)
  await desk.approve(id)
  await desk.send()
  await desk.untilState(id, "pending")
  return id
}

async function end(
  id: string,
  state: "paid" | "failed" | "canceled"
): Promise<void> {
  sandbox.withdraws.settle(id, state)
  await desk.act(id, "check")
  expect((await desk.read(id)).state).toBe(state)
}

it("what the customer really paid goes back to the account it came from, once, after a colleague's approval", async () => {
  const { id, reference_id } = await strayMoney()
  const [first, second] = await Promise.all([payBack(id), payBack(id)])
  const third = await payBack(id)
  for (const answer of [first, second, third]) {
    expect(answer.status).toBe(201)
    expect(answer.data.withdraw).toMatchObject({
      kind: "payout",
      state: "requires_approval",
      amount: 25,
      account_last4: PAYER_DIGITS.slice(-4),
      order_id: reference_id,
      payment_id: id,
      requested_by: desk.maker.userId,
    })
    expect(JSON.stringify(answer.data)).not.toContain(PAYER_DIGITS)
  }
  const [payout, ...others] = await withdraws()
  expect(others).toEqual([])
  expect(await desk.maker.paymentOf(reference_id)).toMatchObject({
    can_pay_back: false,
    issue: {
      pay_back_id: payout!.id,
      paying_back_since: expect.any(String),
      resolved_at: null,
    },
  })

  expect((await desk.approve(payout!.id, desk.maker)).status).toBe(403)
  expect((await desk.approve(payout!.id)).status).toBe(200)
  await desk.send()
  expect(sandbox.withdraws.list()).toEqual([
    expect.objectContaining({
      referenceId: payout!.reference_id,
      amount: "2500.00",
    }),
  ])
  expect(await issueOf(reference_id)).toMatchObject({ resolved_at: null })
  await end(payout!.id, "paid")
  expect(await issueOf(reference_id)).toMatchObject({
    resolved_at: expect.any(String),
    resolution: `Paid back by ${payout!.id}`,
    resolved_by: desk.maker.userId,
  })
  expect((await payBack(id)).data.withdraw).toMatchObject({ id: payout!.id })
})

it("an issue whose money is on its way back is closed by nobody", async () => {
  const { id, reference_id } = await strayMoney()
  const payout = await asked(id)
  const close = () =>
    desk.checker.post(`/admin/one2pays/payments/${id}/resolve`, {
      note: "paid back by hand",
    })
  const refused = await close()
  expect(refused).toMatchObject({
    status: 409,
    data: { code: "one2pays_wrong_state" },
  })
  expect(refused.data.message).toContain(payout)
  await desk.act(payout, "reject")
  expect((await close()).status).toBe(200)
  expect(await issueOf(reference_id)).toMatchObject({
    resolution: "paid back by hand",
  })
  expect((await payBack(id)).status).toBe(409)
})

describe("the same issue is open again when a pay-back", () => {
  it.each(["reject", "cancel"] as const)("is ended here: %s", async (act) => {
    const payment = await strayMoney()
    const payout = await asked(payment.id)
    await desk.act(payout, act, { reason: "not like this" })
    await expectOpenAgain(payment, payout)
  })

  it.each(["failed", "canceled"] as const)(
    "is %s at the gateway",
    async (state) => {
      const payment = await strayMoney()
      const payout = await sent(payment.id)
      await end(payout, state)
      await expectOpenAgain(payment, payout)
    }
  )

  it("comes back from the bank after it was paid", async () => {
    const payment = await strayMoney()
    const payout = await sent(payment.id)
    await end(payout, "paid")
    expect((await issueOf(payment.reference_id))?.resolved_at).not.toBeNull()
    sandbox.withdraws.sendBack(payout)
    await desk.act(payout, "check")
    expect((await desk.read(payout)).state).toBe("failed")
    await expectOpenAgain(payment, payout)
  })

  /** The issue is what it was, tells staff once more, and its money can go back by another payout. */
  async function expectOpenAgain(
    { id, reference_id, issue }: AdminPayment,
    failed: string
  ): Promise<void> {
    expect((await desk.read(failed)).issue).toBeNull()
    expect(await desk.maker.paymentOf(reference_id)).toMatchObject({
      can_pay_back: true,
      issue: { ...issue, pay_back_id: failed, paying_back_since: null },
    })
    expect((await buyer.payment(reference_id)).data.payment).toMatchObject({
      status: "under_review",
    })
    await shop.reconcile()
    expect(
      shop.issues.filter((news) => news.id === id).map(({ issue }) => issue)
    ).toEqual(["amount_mismatch", "amount_mismatch"])

    const again = await asked(id)
    expect(again).not.toBe(failed)
    expect(await desk.read(again)).toMatchObject({
      amount: 25,
      state: "requires_approval",
    })
    await desk.approve(again)
    await desk.send()
    await end(again, "paid")
    expect((await issueOf(reference_id))?.resolution).toBe(
      `Paid back by ${again}`
    )
  }
})

it("a pay-back that counted as failed and arrives after all closes its issue, and the money goes back once", async () => {
  const { id, reference_id } = await strayMoney()
  const payout = await sent(id)
  // As the gateway had said for a while.
  await sql("update one2pays_withdraw set state = 'failed' where id = ?", [
    payout,
  ])
  await sql(
    "update one2pays_payment set paying_back_since = null, paid_back_at = null where id = ?",
    [id]
  )
  sandbox.withdraws.settle(payout, "paid")
  const answer = await payBack(id)
  expect(answer.data.withdraw).toMatchObject({ id: payout, state: "paid" })
  expect(await withdraws()).toHaveLength(1)
  expect((await issueOf(reference_id))?.resolution).toBe(
    `Paid back by ${payout}`
  )
  expect((await buyer.payment(reference_id)).data.payment).toMatchObject({
    status: "canceled",
  })
})

it("staff read in the feed each time that a pay-back did not arrive, also in the same words", async () => {
  const { id } = await strayMoney()
  const payout = await sent(id)
  const untilNotices = (count: number) =>
    until(
      async () =>
        (await readFeed(shop.getContainer())).filter(({ description }) =>
          description.includes(`…${payout.slice(-8)}`)
        ),
      ({ length }) => length >= count
    )
  await end(payout, "failed")
  await shop.reconcile()
  expect(await untilNotices(1)).toHaveLength(1)
  // It arrived after all, and then its bank sent it back.
  await sql("update one2pays_withdraw set state = 'paid' where id = ?", [
    payout,
  ])
  await sql(
    "update one2pays_payment set paying_back_since = now() where id = ?",
    [id]
  )
  await desk.act(payout, "check")
  await shop.reconcile()
  const [first, second, ...others] = await untilNotices(2)
  expect(second).toEqual(first)
  expect(others).toEqual([])
})

it("a customer whose money goes back may pay anew", async () => {
  const { id, reference_id: orderId } = await strayMoney()
  const shown = async () => (await buyer.payment(orderId)).data.payment
  expect(await shown()).toMatchObject({ status: "under_review" })
  expect((await buyer.payAgain(orderId)).status).toBe(409)

  expect((await payBack(id)).status).toBe(201)
  expect(await shown()).toMatchObject({
    status: "canceled",
    can_retry: true,
  })
  expect((await buyer.payAgain(orderId)).status).toBe(201)
  sandbox.payments.pay(`${orderId}.2`)
  await shop.reconcile()
  await desk.maker.post(`/admin/one2pays/payments/${id}/check`)
  expect(await shown()).toMatchObject({ status: "paid" })
  expect(await shop.readOrder(orderId)).toMatchObject({
    payment_status: "captured",
    summary: { paid_total: 250 },
  })
  expect((await issueOf(orderId))?.pay_back_id).not.toBeNull()
})

it("an order whose money went back is canceled when nobody pays anew", async () => {
  const { id, reference_id: orderId } = await strayMoney()
  await payBack(id)
  await shop.endedAgo(orderId, 59)
  await shop.reconcile()
  expect((await shop.readOrder(orderId)).status).toBe("pending")
  await shop.endedAgo(orderId, 61)
  await shop.reconcile()
  expect((await shop.readOrder(orderId)).status).toBe("canceled")
  expect((await buyer.payment(orderId)).data.payment).toMatchObject({
    status: "canceled",
    can_retry: false,
  })
  expect((await withdraws()).map(({ state }) => state)).toEqual([
    "requires_approval",
  ])
})

it("a payout that failed to pay back is asked for again from its issue alone", async () => {
  const { id } = await strayMoney()
  const failed = await asked(id)
  await desk.act(failed, "reject", { reason: "not like this" })
  const refused = await payBack(failed, "withdraws")
  expect(refused.status).toBe(409)
  expect(await withdraws()).toHaveLength(1)
})

it("nothing goes back that did not come, belongs to an order, or was seen to by somebody", async () => {
  const paid = await buyer.placeOrder(variant)
  sandbox.payments.pay(paid)
  await shop.reconcile()
  const settled = await payBack((await desk.maker.paymentOf(paid)).id)
  expect(settled.status).toBe(409)
  expect(settled.data.message).toMatch(/Refund the order/)

  const { id } = await buyer.checkout(variant)
  sandbox.payments.setQrAmount({ factor: 100 })
  await buyer.complete(id)
  const wrongQr = sandbox.payments
    .list()
    .find(({ referenceId }) => referenceId !== paid)!
  const noMoney = await payBack(
    (await desk.maker.paymentOf(wrongQr.referenceId)).id
  )
  expect(noMoney.status).toBe(409)
  expect(noMoney.data.message).toMatch(/No money has come/)

  shop.resetGateway()
  const closed = await strayMoney()
  await desk.maker.post(`/admin/one2pays/payments/${closed.id}/resolve`, {
    note: "paid back by hand",
  })
  const refused = await payBack(closed.id)
  expect(refused.status).toBe(409)
  expect(refused.data.message).toMatch(/has been closed/)

  expect((await payBack("o2ppay_none")).status).toBe(404)
  expect((await payBack("o2pwd_none", "withdraws")).status).toBe(404)
  expect(await withdraws()).toEqual([])
})

it("nothing goes back while a colleague closes the issue in the same moment", async () => {
  const { id } = await strayMoney()
  const db = shop.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const closing = await db.transaction()
  await closing("one2pays_payment").where({ id }).update({
    resolved_at: closing.fn.now(),
    resolved_by: desk.checker.userId,
    resolution: "paid back by hand",
  })
  const asked = payBack(id)
  await until(
    () =>
      sql(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
      ),
    (waiting) => waiting.length > 0
  )
  await closing.commit()
  const refused = await asked
  expect(refused.status).toBe(409)
  expect(refused.data.message).toMatch(/has been closed/)
  expect(await withdraws()).toEqual([])
})

it("money for an order that was canceled goes back whole", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  await shop.cancelOrder(orderId)
  const payment = await until(
    async () => {
      await shop.reconcile()
      return desk.maker.paymentOf(orderId)
    },
    ({ issue }) => issue?.code === "paid_after_cancel"
  )
  const { data } = await payBack(payment.id)
  expect(data.withdraw).toMatchObject({ amount: 250, order_id: orderId })
})

it("staff see the page where a customer can pay for as long as that is possible", async () => {
  const orderId = await buyer.placeOrder(variant)
  const { payment_url, id } = await desk.maker.paymentOf(orderId)
  expect(payment_url).toMatch(/^http/)
  await desk.maker.post(`/admin/one2pays/payments/${id}/cancel`)
  expect((await desk.maker.paymentOf(orderId)).payment_url).toBeNull()
})

it("while the gateway cannot be asked nothing is written, and the issue stays", async () => {
  const { id, reference_id } = await strayMoney()
  sandbox.addFault({
    kind: "server_error",
    endpoint: "payments.retrieve",
    times: Infinity,
  })
  expect((await payBack(id)).status).toBe(503)
  sandbox.clearFaults()
  expect(await withdraws()).toEqual([])
  expect(
    (await desk.maker.paymentOf(reference_id)).issue?.resolution
  ).toBeNull()
})
