import type { AdminPayment } from "../setup/admin"
import { orderIdOf, PAYER, PAYER_DIGITS } from "../setup/buyer"
import { openShop } from "../setup/open-shop"

const shop = openShop({ webhooks: false })
const { variant, buyer, admin, sandbox, issues, sql } = shop

const list = async (query = "") =>
  (await admin.get(`/admin/one2pays/payments${query}`)).data as unknown as {
    payments: AdminPayment[]
    count: number
    limit: number
    offset: number
  }

/** Each makes money that fits nowhere. @returns the reference it came under */
const causes: Record<string, () => Promise<string>> = {
  async amount_mismatch() {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId, { amount: "25.00" })
    return orderId
  },
  async paid_after_cancel() {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId)
    await shop.cancelOrder(orderId)
    return orderId
  },
  async paid_twice() {
    const orderId = await buyer.placeOrder(variant)
    await shop.payOtherwise(orderId)
    sandbox.payments.pay(orderId)
    return orderId
  },
  async order_rolled_back() {
    const { id } = await buyer.checkout(variant)
    shop.loseAnswers("payments.create", "payments.by_reference")
    expect((await buyer.complete(id)).status).toBe(503)
    sandbox.clearFaults()
    const [payment] = sandbox.payments.list()
    sandbox.payments.pay(payment!.id)
    await sql(
      "update one2pays_payment set updated_at = now() - interval '2 minutes'"
    )
    return payment!.referenceId
  },
  async qr_amount_mismatch() {
    const { id } = await buyer.checkout(variant)
    sandbox.payments.setQrAmount({ factor: 100 })
    expect((await buyer.complete(id)).status).toBe(500)
    const [payment] = sandbox.payments.list()
    return payment!.referenceId
  },
}

it.each(Object.keys(causes))(
  "%s is told once, listed, and changes no order",
  async (code) => {
    const reference = await causes[code]!()
    await shop.reconcile()
    await shop.reconcile()
    await shop.untilIssues()

    await shop.untilNotice(reference, "needs attention")
    // A QR over a hundredfold has a notice of its own, too: it contradicts the unit of the account.
    const notices = (await shop.readFeed()).filter(({ title }) =>
      title.includes("needs attention")
    )
    expect(notices).toHaveLength(1)
    expect(issues).toEqual([
      {
        id: expect.stringMatching(/^o2ppay_/),
        issue: code,
        order_id: reference,
        reference_id: reference,
        amount: "250.00",
        detail: expect.stringMatching(/THB/),
        detail_th: expect.stringMatching(/บาท/),
      },
    ])
    const told = JSON.stringify([issues, await shop.readFeed()])
    for (const secret of [
      PAYER_DIGITS,
      PAYER.account_number,
      PAYER.account_name,
    ]) {
      expect(told).not.toContain(secret)
    }

    for (const query of ["?issue=open", `?issue=${code}`, "?issue=any"]) {
      const { payments, count } = await list(query)
      expect(count).toBe(1)
      expect(payments).toEqual([
        expect.objectContaining({
          reference_id: reference,
          amount: 250,
          issue: expect.objectContaining({ code, resolved_at: null }),
        }),
      ])
      expect(JSON.stringify(payments)).not.toContain(PAYER_DIGITS)
    }
    expect((await list("?issue=resolved")).count).toBe(0)
    expect((await list("?issue=currency_mismatch")).count).toBe(0)
    const { status } = (await admin.get("/admin/one2pays/status")).data as {
      status: { open_issues: number }
    }
    expect(status.open_issues).toBe(1)
    const captured = await sql(
      "select * from payment where provider_id = 'pp_one2pays_one2pays'"
    )
    expect(captured).toEqual([])
  }
)

it("is resolved by somebody, with a reason, once, and does not come back for the same money", async () => {
  const orderId = await causes.amount_mismatch!()
  await shop.reconcile()
  const { id } = await admin.paymentOf(orderId)
  const resolve = (body: unknown) =>
    admin.post(`/admin/one2pays/payments/${id}/resolve`, body)

  for (const body of [{}, { note: " " }, { note: "x".repeat(1001) }]) {
    const refused = await resolve(body)
    expect(refused.status).toBe(400)
    expect(refused.data.message).toContain("note")
  }
  const replaced = await resolve({ note: "ok", issue: "paid_twice" })
  expect(replaced.status).toBe(409)
  expect(replaced.data.message).toMatch(/another one has taken its place/)
  expect((await resolve({ note: "ok", more: 1 })).status).toBe(400)

  const [before] = await sql<{ now: Date }>("select now()")
  const resolved = await resolve({
    note: "Paid back by hand, slip 123",
    issue: "amount_mismatch",
  })
  expect(resolved.status).toBe(200)
  const { issue } = resolved.data.payment as AdminPayment
  expect(issue).toMatchObject({
    code: "amount_mismatch",
    resolved_by: admin.userId,
    resolution: "Paid back by hand, slip 123",
  })
  expect(Date.parse(issue!.resolved_at!)).toBeGreaterThanOrEqual(
    before!.now.getTime()
  )
  expect((await list("?issue=open")).count).toBe(0)
  expect((await list("?issue=resolved")).count).toBe(1)

  const again = await resolve({ note: "again" })
  expect(again.status).toBe(409)
  expect(again.data.message).toMatch(/no open issue/)
  expect(
    (
      await admin.post("/admin/one2pays/payments/o2ppay_no/resolve", {
        note: "x",
      })
    ).status
  ).toBe(404)

  sandbox.setWebhooks({ enabled: true })
  sandbox.payments.payTwice(orderId)
  await sandbox.webhooks.flush()
  await admin.post(`/admin/one2pays/payments/${id}/check`)
  await shop.reconcile()
  expect((await list("?issue=open")).count).toBe(0)
  expect(issues).toHaveLength(1)
  expect((await shop.readOrder(orderId)).payment_status).toBe("awaiting")
})

it("gives way to another kind after it was resolved: money that comes for a QR that had been withdrawn, in a unit in doubt", async () => {
  const reference = await causes.qr_amount_mismatch!()
  await shop.untilIssues(1)
  const { id } = await admin.paymentOf(reference)
  await admin.post(`/admin/one2pays/payments/${id}/resolve`, {
    note: "amountUnit was wrong",
  })
  sandbox.payments.pay(reference)
  const checked = await admin.post(`/admin/one2pays/payments/${id}/check`)
  expect(checked.data.payment).toMatchObject({
    state: "succeeded",
    issue: { code: "amount_mismatch", resolved_at: null },
  })
  await shop.untilIssues(2)
  expect(issues.map(({ issue }) => issue)).toEqual([
    "qr_amount_mismatch",
    "amount_mismatch",
  ])
})

it("does not make an order paid when money comes for a QR of the wrong amount, though its issue was resolved", async () => {
  const orderId = await buyer.placeOrder(variant)
  await sql(`update one2pays_payment set issue = 'qr_amount_mismatch', issue_raised_at = now(),
            issue_announced_at = now(), resolved_at = now()`)
  sandbox.payments.pay(orderId)
  await shop.reconcile()
  expect((await shop.readOrder(orderId)).payment_status).toBe("awaiting")
  expect((await list("?issue=open")).payments).toEqual([
    expect.objectContaining({
      reference_id: orderId,
      issue: expect.objectContaining({ code: "paid_after_cancel" }),
    }),
  ])
})

it("an order's number finds that order alone, and the issue names order, customer and money", async () => {
  const [first, second] = [
    await buyer.placeOrder(variant),
    await buyer.placeOrder(variant),
  ]
  sandbox.payments.pay(first, { amount: "25.00" })
  await shop.reconcile()
  const numberOf = async (id: string) => {
    const { data } = await admin.get(
      `/admin/orders/${id}?fields=display_id,email`
    )
    return (data as { order: { display_id: number; email: string } }).order
  }
  for (const id of [first, second]) {
    const { display_id } = await numberOf(id)
    for (const q of [`${display_id}`, `%23${display_id}`]) {
      expect((await list(`?q=${q}`)).payments).toEqual([
        expect.objectContaining({ order_id: id }),
      ])
    }
  }
  const { display_id, email } = await numberOf(first)
  expect(
    (await admin.get(`/admin/one2pays/issues?q=${display_id}`)).data
  ).toMatchObject({
    count: 1,
    issues: [
      {
        order: { id: first, display_id, email },
        payment: { order_id: first, received: 25, pay_back_amount: 25 },
      },
    ],
  })
})

it("lists, searches, filters and orders the payments", async () => {
  const dear = await shop.sell(900)
  const [first, second] = [
    await buyer.placeOrder(dear),
    await buyer.placeOrder(variant),
  ]
  sandbox.payments.expire(second)
  await shop.reconcile()
  const references = async (query: string) =>
    (await list(query)).payments.map(({ reference_id }) => reference_id)

  expect(await list()).toMatchObject({ count: 2, limit: 20, offset: 0 })
  expect(await references("")).toEqual([second, first])
  expect(await references("?order=created_at")).toEqual([first, second])
  expect(await references("?order=-amount")).toEqual([first, second])
  expect(await references("?limit=1&offset=1")).toEqual([first])
  expect(await list("?limit=1")).toMatchObject({ count: 2, limit: 1 })
  expect(await references("?state=expired")).toEqual([second])
  expect(await references("?state[]=open&state[]=expired")).toHaveLength(2)
  expect(await references(`?order_id=${first}`)).toEqual([first])
  expect(await references(`?q=${first.slice(-8)}`)).toEqual([first])
  const { id } = sandbox.payments.get(second)!
  expect(await references(`?q=${id}`)).toEqual([second])
  expect(await references("?q=%25")).toEqual([])
  expect(await references("?q=order_")).toHaveLength(2)
  expect(await references("?q=orders_")).toEqual([])
  expect(await references("?order=-issue_raised_at")).toHaveLength(2)

  const one = await admin.paymentOf(first)
  expect((await admin.get(`/admin/one2pays/payments/${one.id}`)).data).toEqual({
    payment: { ...one, money: [] },
  })
  expect((await admin.get("/admin/one2pays/payments/no")).status).toBe(404)
})

it.each([
  ["issue=bogus", "issue"],
  ["state=paid", "state"],
  ["order=name", "order"],
  ["limit=0", "limit"],
  ["limit=101", "limit"],
  ["limit=ten", "limit"],
  ["offset=-1", "offset"],
  ["offset=1.5", "offset"],
  [`q=${"x".repeat(256)}`, "q"],
  ["color=red", "color"],
])("names the part of the query that is wrong: ?%s", async (query, name) => {
  const refused = await admin.get(`/admin/one2pays/payments?${query}`)
  expect(refused.status).toBe(400)
  expect(refused.data).toMatchObject({
    type: "invalid_data",
    message: expect.stringContaining(name),
  })
})

it("is shown to staff only", async () => {
  for (const path of ["", "/o2ppay_1"]) {
    const answer = await buyer.get(`/admin/one2pays/payments${path}`)
    expect(answer.status).toBe(401)
  }
  for (const action of ["check", "cancel", "resolve"]) {
    const answer = await buyer.post(
      `/admin/one2pays/payments/o2ppay_1/${action}`
    )
    expect(answer.status).toBe(401)
  }
})

it("asks the gateway now when staff want to know, and acts on it", async () => {
  const orderId = await buyer.placeOrder(variant)
  const { id } = await admin.paymentOf(orderId)
  const check = () => admin.post(`/admin/one2pays/payments/${id}/check`)
  sandbox.resetCalls()
  expect((await check()).data.payment).toMatchObject({ state: "open" })
  expect(sandbox.callCounts()).toEqual({ "payments.retrieve": 1 })

  sandbox.payments.pay(orderId)
  sandbox.setMaintenance(true)
  for (let i = 0; i < 2; i++) {
    expect(await check()).toMatchObject({
      status: 503,
      data: { code: "one2pays_maintenance" },
    })
  }
  await shop.endMaintenance()
  const checked = await check()
  expect(checked.status).toBe(200)
  expect(checked.data.payment).toMatchObject({
    state: "succeeded",
    settled_at: expect.any(String),
    issue: null,
  })
  expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
  expect((await admin.post("/admin/one2pays/payments/no/check")).status).toBe(
    404
  )
})

it("ends a payment when staff want it ended, later when the gateway is down, not when it is paid", async () => {
  const [now, later, paid] = [
    await buyer.placeOrder(variant),
    await buyer.placeOrder(variant),
    await buyer.placeOrder(variant),
  ]
  const cancel = async (orderId: string) => {
    const { id } = await admin.paymentOf(orderId)
    return admin.post(`/admin/one2pays/payments/${id}/cancel`)
  }
  const canceled = await cancel(now)
  expect(canceled.status).toBe(200)
  expect(canceled.data.payment).toMatchObject({ state: "canceled" })
  expect(sandbox.payments.get(now)!.status).toBe("canceled")
  expect((await buyer.payment(now)).data.payment).toMatchObject({
    status: "canceled",
    can_retry: true,
  })
  expect((await cancel(now)).status).toBe(200)

  sandbox.payments.pay(paid)
  expect(await cancel(paid)).toMatchObject({
    status: 409,
    data: { code: "one2pays_already_paid" },
  })
  expect((await shop.readOrder(paid)).payment_status).toBe("captured")

  sandbox.setMaintenance(true)
  const wanted = await cancel(later)
  expect(wanted.status).toBe(200)
  expect(wanted.data.payment).toMatchObject({
    state: "open",
    cancel_requested_at: expect.any(String),
  })
  await shop.endMaintenance()
  await shop.reconcile()
  expect(sandbox.payments.get(later)!.status).toBe("canceled")
  expect((await admin.post("/admin/one2pays/payments/no/cancel")).status).toBe(
    404
  )
})

it("is not settled when it was found twice at once", async () => {
  const orderId = await causes.amount_mismatch!()
  const { id } = await admin.paymentOf(orderId)
  await Promise.all([
    shop.reconcile(),
    admin.post(`/admin/one2pays/payments/${id}/check`),
    admin.post(`/admin/one2pays/payments/${id}/check`),
  ])
  await shop.reconcile()
  await shop.untilIssues()
  expect(issues).toHaveLength(1)
  expect(await shop.readFeed()).toHaveLength(1)
  // The customer's cart is done with: another order is another matter.
  orderIdOf(await buyer.complete((await buyer.checkout(variant)).id))
})
