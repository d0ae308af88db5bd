import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { openShop } from "../setup/open-shop"
import { until } from "../setup/until"

const shop = openShop({ webhooks: false, jobs: true })
const { variant, buyer, sandbox, clock, issues, sql } = shop

beforeAll(() => shop.holdReconciliation())

async function placeOrders(count: number): Promise<string[]> {
  const orderIds: string[] = []
  for (let i = 0; i < count; i++) {
    orderIds.push(await buyer.placeOrder(variant))
  }
  return orderIds
}

it("makes orders right that no webhook told of, whatever became of their payments", async () => {
  const [paid, expired, failed, canceled, waiting] = await placeOrders(5)
  const { payments } = sandbox
  payments.pay(paid!)
  payments.expire(expired!)
  payments.fail(failed!)
  payments.cancel(canceled!)

  expect(await shop.reconcile()).toEqual({
    has_run: true,
    settled: 4,
  })
  expect(await shop.readOrder(paid!)).toMatchObject({
    payment_status: "captured",
    summary: { paid_total: 250, pending_difference: 0 },
  })
  const statuses = await Promise.all(
    [paid, expired, failed, canceled, waiting].map(
      async (id) => (await shop.shown(id!)).status
    )
  )
  expect(statuses).toEqual([
    "paid",
    "expired",
    "failed",
    "canceled",
    "awaiting_payment",
  ])
  // The one that waits, and for a while those that ended without money: it may come late.
  expect(await shop.callsOfRun()).toEqual({ "payments.list": 1 })
  expect(issues).toEqual([])
})

it("finds money that comes after the end, without a webhook, for an hour", async () => {
  const [late, tooLate] = await placeOrders(2)
  const { payments } = sandbox
  payments.expire(late!)
  payments.expire(tooLate!)
  await shop.reconcile()
  expect((await shop.shown(late!)).status).toBe("expired")
  await shop.endedAgo(tooLate!, 61)
  payments.pay(late!)
  payments.pay(tooLate!)
  await shop.reconcile()
  expect((await shop.readOrder(late!)).payment_status).toBe("captured")
  // Nobody asked One2Pays for it any more, and its order was canceled.
  expect((await shop.shown(tooLate!)).status).toBe("canceled")
})

it("is what the job of every minute does", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  await sql(
    "update one2pays_gateway_state set reconcile_until = null, reconciled_at = null"
  )
  await shop
    .resolve(Modules.WORKFLOW_ENGINE)
    .run("job-one2pays-reconcile-payments", { input: {} })
  expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
  const [state] = await sql<{ reconciled_at: Date | null }>(
    "select reconciled_at from one2pays_gateway_state"
  )
  expect(state!.reconciled_at).toEqual(expect.any(Date))
})

it("asks once about one open payment, and nothing when there is none", async () => {
  expect(await shop.callsOfRun()).toEqual({})
  await buyer.placeOrder(variant)
  expect(await shop.callsOfRun()).toEqual({ "payments.retrieve": 1 })
})

it("asks about neighbors with one page of the list", async () => {
  await placeOrders(4)
  expect(await shop.callsOfRun()).toEqual({ "payments.list": 1 })
})

it("asks about 230 open payments with three pages, newest first, and cancels none of their orders", async () => {
  const orderIds = await openInBulk(230)
  const calls = await shop.callsOfRun()
  expect(calls["payments.list"]).toBeLessThanOrEqual(4)
  expect(calls).toEqual({ "payments.list": 3 })

  for (const id of orderIds.slice(0, 3)) {
    sandbox.payments.pay(id)
  }
  sandbox.resetCalls()
  await shop.reconcile()
  expect(sandbox.callCounts()).toEqual({ "payments.list": 3 })
  const states = await sql<{ state: string; count: string }>(
    "select state, count(*) from one2pays_payment group by state order by state"
  )
  expect(states).toEqual([
    { state: "open", count: "227" },
    { state: "succeeded", count: "3" },
  ])
  const [first] = sandbox
    .calls()
    .filter(({ endpoint }) => endpoint === "payments.list")
  expect(JSON.stringify(first)).toContain("desc")
})

it("asks for each open payment without a next action in its turn, twenty in a run", async () => {
  sandbox.payments.setNextAction(false)
  await openInBulk(25)
  for (const asked of [20, 25]) {
    expect(await shop.callsOfRun()).toEqual({
      "payments.list": 1,
      "payments.retrieve": 20,
    })
    const [row] = await sql(
      "select count(*)::int from one2pays_payment where updated_at > created_at"
    )
    expect(row).toEqual({ count: asked })
  }
})

/** Orders and payments as many customers would leave them, without their checkouts. */
async function openInBulk(count: number): Promise<string[]> {
  const orders = await shop.resolve(Modules.ORDER).createOrders(
    Array.from({ length: count }, () => ({
      currency_code: "thb",
      email: "somchai@example.com",
      items: [{ title: "Recipe", unit_price: 250, quantity: 1 }],
    }))
  )
  const collections = await shop
    .resolve(Modules.PAYMENT)
    .createPaymentCollections(
      orders.map(() => ({ currency_code: "thb", amount: 250 }))
    )
  await shop.resolve(ContainerRegistrationKeys.LINK).create(
    orders.map(({ id }, i) => ({
      [Modules.ORDER]: { order_id: id },
      [Modules.PAYMENT]: { payment_collection_id: collections[i]!.id },
    }))
  )
  for (const [i, { id }] of orders.entries()) {
    const payment = await shop.one2pays.connection.gateway.payments.create({
      amount: "250.00",
      referenceId: id,
      paymentMethod: "promptpay",
      customerBankAccountName: "สมชาย ใจดี",
      customerBankAccountNumber: "1234567890",
      customerBankCode: "004",
      metadata: { session_id: `payses_${id}` },
      idempotencyKey: id,
    })
    await sql(
      `insert into one2pays_payment
         (id, session_id, payment_collection_id, order_id, attempt, reference_id,
          gateway_payment_id, gateway_created_at, state, amount, raw_amount, currency_code,
          payment_method, payer_name, payer_bank_code, payer_last4, payer_sealed, next_action)
       values (?, ?, ?, ?, 1, ?, ?, ?, 'open', 250, '{"value":"250"}', 'thb',
          'promptpay', 'x', '004', '7890', 'x', ?)`,
      [
        ...[`o2ppay_${id}`, `payses_${id}`, collections[i]!.id],
        ...[id, id, payment.id, payment.createdAt!],
        (payment.nextAction ? JSON.stringify(payment.nextAction) : null)!,
      ]
    )
  }
  return orders.map(({ id }) => id)
}

it("is one run at a time, across all instances", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  const { reconcilePaymentsWorkflow } =
    await import("medusa-plugin-one2pays/workflows")
  const run = async () =>
    (await reconcilePaymentsWorkflow(shop.getContainer()).run()).result

  // Another instance has the lease.
  sandbox.resetCalls()
  expect(await run()).toEqual({ has_run: false, settled: 0 })
  expect(sandbox.callCounts()).toEqual({})

  // It died: its lease has lapsed.
  await sql(
    "update one2pays_gateway_state set reconcile_until = now() - interval '1 second'"
  )
  const delayMs = 500
  sandbox.addFault({
    kind: "slow",
    endpoint: "payments.retrieve",
    delayMs,
  })
  clock.stop()
  const done: boolean[] = []
  const running = [1, 2, 3].map(async () => {
    done.push((await run()).has_run)
  })
  // The one that has the lease waits for the gateway until the others have gone.
  await until(
    () => done,
    ({ length }) => length === 2
  )
  expect(done).toEqual([false, false])
  await until(
    () => clock.untilNext(),
    (ms) => ms <= delayMs
  )
  clock.advance(delayMs)
  await Promise.all(running)
  expect(done).toEqual([false, false, true])
  expect(sandbox.callCounts()).toEqual({ "payments.retrieve": 1 })
  expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
})

it("goes on where the last run stopped", async () => {
  const [older, newer] = await placeOrders(2)
  sandbox.payments.expire(older!)
  sandbox.payments.expire(newer!)
  await sql(
    `update one2pays_gateway_state set reconcile_cursor =
       (select created_at::text || '|' || id from one2pays_payment where order_id = ?)`,
    [newer!]
  )
  await shop.reconcile()
  expect((await shop.paymentRow(older!)).state).toBe("expired")
  expect((await shop.paymentRow(newer!)).state).toBe("open")
  await shop.reconcile()
  expect((await shop.paymentRow(newer!)).state).toBe("expired")
})

it("asks nothing while the gateway is under maintenance, and stops at one that begins", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  // Else the time of the next probe may come before the end of the test.
  clock.stop()
  sandbox.setMaintenance(true)
  sandbox.resetCalls()
  expect(await shop.reconcile()).toEqual({
    has_run: true,
    settled: 0,
  })
  expect(sandbox.callCounts()).toEqual({ "payments.retrieve": 1 })
  expect(await shop.reconcile()).toEqual({
    has_run: false,
    settled: 0,
  })
  expect(sandbox.callCounts()).toEqual({ "payments.retrieve": 1 })

  await shop.endMaintenance()
  await shop.reconcile()
  expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
})

describe("core dies after it has captured", () => {
  /** A paid order whose transaction core could not write after the capture, as if its process had died. */
  async function captureUnbooked(): Promise<string> {
    const orderId = await buyer.placeOrder(variant)
    await sql(
      `create function no_booking() returns trigger language plpgsql as
         $$ begin raise exception 'a dead process'; end $$;
       create trigger no_booking before insert on order_transaction
         for each row execute function no_booking();`
    )
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    await sql("drop function no_booking cascade")
    return orderId
  }

  const booksOf = async (orderId: string) => {
    const { payment_status, summary } = await shop.readOrder(orderId)
    const transactions = await sql<{ amount: string }>(
      "select amount::text from order_transaction where order_id = ?",
      [orderId]
    )
    const captures = await sql<{ amount: string }>(
      `select capture.amount::text from capture
         join payment on payment.id = capture.payment_id
         join order_payment_collection using (payment_collection_id)
        where order_id = ?`,
      [orderId]
    )
    return {
      payment_status,
      paid_total: summary.paid_total,
      transactions: transactions.map(({ amount }) => Number(amount)),
      captures: captures.map(({ amount }) => Number(amount)),
    }
  }

  const BOOKED = {
    payment_status: "captured",
    paid_total: 250,
    transactions: [250],
    captures: [250],
  }

  const aWhileAgo = () =>
    sql("update capture set created_at = created_at - interval '3 minutes'")

  it("before the order's transaction: it is booked once", async () => {
    const orderId = await captureUnbooked()
    expect(await booksOf(orderId)).toMatchObject({
      captures: [250],
      transactions: [],
    })
    // Another process may be about to book it.
    await shop.reconcile()
    expect(await booksOf(orderId)).toMatchObject({ transactions: [] })
    expect((await shop.paymentRow(orderId)).settled_at).toBeNull()
    expect(await shop.shown(orderId)).toMatchObject({ status: "paid" })

    await aWhileAgo()
    await shop.reconcile()
    expect(await booksOf(orderId)).toEqual(BOOKED)
    expect((await shop.paymentRow(orderId)).settled_at).not.toBeNull()
    await shop.reconcile()
    expect(await booksOf(orderId)).toEqual(BOOKED)
    expect(issues).toEqual([])
  })

  it("and an older version took it for settled: a look at it books it", async () => {
    const orderId = await captureUnbooked()
    await sql(
      "update one2pays_payment set settled_at = now() where order_id = ?",
      [orderId]
    )
    await aWhileAgo()
    const { id } = await shop.paymentRow(orderId)
    const { settlePaymentWorkflow } =
      await import("medusa-plugin-one2pays/workflows")
    await settlePaymentWorkflow(shop.getContainer()).run({
      input: { payment_id: id },
    })
    expect(await booksOf(orderId)).toEqual(BOOKED)
  })
})

it("never lets a final state go back", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  await shop.reconcile()
  const { id } = await shop.paymentRow(orderId)
  // The row of an older reading, as a slow instance would still hold it.
  const payment = (await shop.one2pays.payments.find(id))!
  await shop.one2pays.payments.cancel({ ...payment, state: "open" })
  sandbox.resetCalls()
  await shop.reconcile()
  expect(sandbox.callCounts()).toEqual({})
  expect((await shop.paymentRow(orderId)).state).toBe("succeeded")
  expect(await shop.shown(orderId)).toMatchObject({ status: "paid" })
})

it.each([
  ["malformed_json", undefined],
  ["server_error", 500],
  ["server_error", 404],
  ["refused", undefined],
] as const)(
  "goes on with the others when the gateway stumbles over one (%s %s)",
  async (kind, status) => {
    // Too old for the lists, and so read one by one, the newest first.
    const [third, second, first] = await placeOrders(3)
    await sql("update one2pays_payment set gateway_created_at = null")
    for (const id of [first!, second!, third!]) {
      sandbox.payments.expire(id)
    }
    sandbox.addFault({
      kind,
      endpoint: "payments.retrieve",
      // The client tries again where that may help.
      times: kind === "malformed_json" ? 1 : 3,
      ...(status ? { status } : {}),
    })
    await shop.reconcile()
    const states = await Promise.all(
      [first, second, third].map(
        async (id) => (await shop.paymentRow(id!)).state
      )
    )
    expect(states).toEqual(["open", "expired", "expired"])
    await shop.reconcile()
    expect((await shop.paymentRow(first!)).state).toBe("expired")
  }
)

it("reads one by one when the list is out of order", async () => {
  const orderIds = await placeOrders(3)
  for (const id of orderIds) {
    sandbox.payments.expire(id)
  }
  sandbox.addFault({
    kind: "server_error",
    endpoint: "payments.list",
    times: Infinity,
  })
  await shop.reconcile()
  for (const id of orderIds) {
    expect((await shop.paymentRow(id)).state).toBe("expired")
  }
})

it("ends at the gateway what waits for it, though the first of them cannot be ended", async () => {
  const orderIds = await placeOrders(2)
  await shop.one2pays.payments.requestCancel(
    await Promise.all(
      orderIds.map(async (id) => (await shop.paymentRow(id)).id)
    )
  )
  sandbox.addFault({
    kind: "server_error",
    endpoint: "payments.cancel",
    times: 1,
  })
  await shop.reconcile()
  await shop.reconcile()
  expect(sandbox.payments.list().map(({ status }) => status)).toEqual([
    "canceled",
    "canceled",
  ])
})

it("stops after a few when the gateway is down", async () => {
  await placeOrders(6)
  await sql("update one2pays_payment set gateway_created_at = null")
  sandbox.addFault({ kind: "unavailable", times: Infinity })
  const calls = await shop.callsOfRun()
  expect(calls["payments.retrieve"]).toBeLessThanOrEqual(9)
})

it("tells of an issue whose finder died before it could, once", async () => {
  const orderId = await buyer.placeOrder(variant)
  await sql(
    `update one2pays_payment set state = 'succeeded', issue = 'amount_mismatch',
            issue_detail = 'Received THB 1.00, expected THB 250.00.', issue_raised_at = now(),
            issue_announced_at = null
      where order_id = ?`,
    [orderId]
  )
  await shop.reconcile()
  await shop.reconcile()
  await shop.untilNotice(orderId, "THB 1.00")
  expect(issues).toEqual([
    expect.objectContaining({
      issue: "amount_mismatch",
      reference_id: orderId,
    }),
  ])
})

it("deletes old webhook claims and old choices at checkouts, and nothing else", async () => {
  const paid = await buyer.placeOrder(variant)
  sandbox.setWebhooks({ enabled: true })
  sandbox.payments.pay(paid)
  await sandbox.webhooks.flush()
  const expired = await buyer.placeOrder(variant)
  sandbox.payments.expire(expired)
  await sandbox.webhooks.flush()
  await buyer.checkout(variant)
  const count = async () => {
    const [row] = await sql<{
      claims: string
      payments: string
    }>(`select (select count(*) from one2pays_webhook_event) as claims,
              (select count(*) from one2pays_payment) as payments`)
    return { claims: Number(row!.claims), payments: Number(row!.payments) }
  }
  const before = await count()
  expect(before.claims).toBeGreaterThanOrEqual(2)
  expect(before.payments).toBe(3)
  expect(await shop.one2pays.prune(1000)).toEqual({
    webhooks: 0,
    payments: 0,
    saved_payers: 0,
    account_numbers: 0,
  })

  await sql(
    `update one2pays_webhook_event set created_at = now() - interval '31 days'`
  )
  await sql(
    `update one2pays_payment set created_at = now() - interval '31 days', updated_at = now() - interval '31 days'`
  )
  expect(await shop.one2pays.prune(1)).toEqual({
    webhooks: 1,
    payments: 1,
    saved_payers: 0,
    account_numbers: 0,
  })
  expect(await shop.one2pays.prune(1000)).toEqual({
    webhooks: before.claims - 1,
    payments: 0,
    saved_payers: 0,
    account_numbers: 0,
  })
  expect(await count()).toEqual({ claims: 0, payments: 2 })
  expect((await shop.paymentRow(paid)).state).toBe("succeeded")
  expect((await shop.paymentRow(expired)).state).toBe("expired")
})
