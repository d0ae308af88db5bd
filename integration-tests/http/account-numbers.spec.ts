import { PAYER, PAYER_DIGITS } from "../setup/buyer"
import { registerCustomer } from "../setup/customer"
import { openShop } from "../setup/open-shop"
import { until } from "../setup/until"

const shop = openShop({ carts: 3, sandbox: { withdrawStepMs: null } })
const { variant, buyer, desk, sandbox, sql } = shop

interface Row {
  id: string
  name: string
  bank: string
  last4: string
  sealed: string
}

const paymentOf = async (orderId: string): Promise<Row> => {
  const [row] = await sql<Row>(
    `select id, payer_name as name, payer_bank_code as bank, payer_last4 as last4, payer_sealed as sealed
       from one2pays_payment where order_id = ? order by created_at desc`,
    [orderId]
  )
  return row!
}

const withdrawRow = async (id: string): Promise<Row> => {
  const [row] = await sql<Row>(
    `select id, account_name as name, bank_code as bank, account_last4 as last4, account_sealed as sealed
       from one2pays_withdraw where id = ?`,
    [id]
  )
  return row!
}

const FOR_THE_BOOKS = {
  name: PAYER.account_name,
  bank: PAYER.bank_code,
  last4: PAYER_DIGITS.slice(-4),
}

const erased = expect.objectContaining({ ...FOR_THE_BOOKS, sealed: "" })
const kept = expect.objectContaining({
  ...FOR_THE_BOOKS,
  sealed: expect.stringMatching(/^s1\./),
})

/** Nothing has changed for so many days. */
async function letDaysPass(days: number): Promise<void> {
  for (const table of ["payment", "withdraw"]) {
    await sql(
      `update one2pays_${table} set busy_until = null, updated_at = now() - interval '${days} days'`
    )
  }
}

async function paid(): Promise<{ orderId: string; corePayment: string }> {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  const order = await shop.untilPaid(orderId)
  // A moment later the plugin writes down that it is settled.
  await until(
    () =>
      sql<{ is_done: boolean }>(
        "select settled_at is not null and busy_until is null as is_done from one2pays_payment where order_id = ?",
        [orderId]
      ),
    ([row]) => row?.is_done === true
  )
  const [payment] = order.payment_collections[0]!.payments
  return { orderId, corePayment: payment!.id }
}

/** A refund, approved or not. @returns the id of its withdraw */
async function refund(corePayment: string, amount: number): Promise<string> {
  const answer = await desk.maker.post(
    `/admin/payments/${corePayment}/refund`,
    { amount }
  )
  expect(answer.status).toBe(200)
  const { withdraws } = await desk.list("kind=refund&order=-created_at")
  return withdraws[0]!.id
}

/** The gateway has paid it out. */
async function payOut(id: string): Promise<void> {
  await desk.approve(id)
  await desk.letTimePass()
  await desk.send()
  const { reference_id } = await desk.untilState(id, "pending")
  sandbox.withdraws.settle(reference_id, "paid")
  await desk.untilState(id, "paid")
}

const erase = (body: object) =>
  shop.admin.post("/admin/one2pays/erasures", body)

it("end after keepAccountNumbersDays, and name, bank and last four digits stay", async () => {
  const { orderId, corePayment } = await paid()
  const done = await refund(corePayment, 10)
  await payOut(done)
  const waiting = await refund(corePayment, 20)
  const open = await buyer.placeOrder(variant)

  await letDaysPass(399)
  expect((await shop.one2pays.prune(1000)).account_numbers).toBe(0)

  await letDaysPass(401)
  expect((await shop.one2pays.prune(1000)).account_numbers).toBe(2)
  expect(await paymentOf(orderId)).toEqual(erased)
  expect(await withdrawRow(done)).toEqual(erased)
  // Under way.
  expect(await paymentOf(open)).toEqual(kept)
  expect(await withdrawRow(waiting)).toEqual(kept)
  expect((await shop.one2pays.prune(1000)).account_numbers).toBe(0)
})

it("of money with an open issue stay, and a run erases no more than it may", async () => {
  const { orderId } = await paid()
  const reviewed = await shop.placeExpired()
  const expired = await shop.placeExpired()
  await shop.one2pays.issues.payments.raise(
    (await paymentOf(reviewed)).id,
    "paid_twice",
    { key: "requested", values: {} }
  )
  await letDaysPass(401)
  const runs = [1, 1, 1].map(() => shop.one2pays.prune(1))
  const counts = await Promise.all(runs)
  for (const { account_numbers } of counts) {
    expect(account_numbers).toBeLessThanOrEqual(1)
  }
  await shop.one2pays.prune(1000)
  expect(await paymentOf(orderId)).toEqual(erased)
  expect(await paymentOf(expired)).toEqual(erased)
  expect(await paymentOf(reviewed)).toEqual(kept)
})

it("of announced money stay while looks at it are planned", async () => {
  const orderId = await shop.placeExpired()
  await sql(
    "update one2pays_payment set look_at = now() + interval '1 day' where order_id = ?",
    [orderId]
  )
  await letDaysPass(401)
  await shop.one2pays.prune(1000)
  expect(await paymentOf(orderId)).toEqual(kept)

  await sql("update one2pays_payment set look_at = null")
  await shop.one2pays.prune(1000)
  expect(await paymentOf(orderId)).toEqual(erased)
})

it("that are gone refuse a refund with the reason and a way out, and book nothing", async () => {
  const { corePayment } = await paid()
  await letDaysPass(401)
  await shop.one2pays.prune(1000)
  const answer = await desk.maker.post(
    `/admin/payments/${corePayment}/refund`,
    { amount: 10 }
  )
  expect(answer).toMatchObject({
    status: 400,
    data: {
      code: "one2pays_account_erased",
      message: expect.stringMatching(
        /no longer kept \(keepAccountNumbersDays.*new payout or by hand/
      ),
    },
  })
  expect((await desk.list("kind=refund")).count).toBe(0)
})

it("that are gone are asked for again when the customer tries once more", async () => {
  const orderId = await shop.placeExpired()
  await letDaysPass(401)
  await shop.one2pays.prune(1000)
  expect(await buyer.payAgain(orderId)).toMatchObject({
    status: 400,
    data: { code: "one2pays_payer_invalid" },
  })
  expect(
    await buyer.payAgain(orderId, {
      payment_method: "promptpay",
      payer: PAYER,
    })
  ).toMatchObject({ status: 201 })
})

it("that are gone make a request that comes again another one, and send nothing", async () => {
  const body = { amount: 10, idempotency_key: "once" }
  const { id } = await desk.create(body)
  await payOut(id)
  await letDaysPass(401)
  await shop.one2pays.prune(1000)
  expect((await withdrawRow(id)).sealed).toBe("")
  expect(await desk.ask(body)).toMatchObject({
    status: 409,
    data: { code: "one2pays_idempotency_key_reused" },
  })
  expect((await desk.list()).count).toBe(1)
})

it("of a customer are erased on request, and what still needs its number is named", async () => {
  const customer = await registerCustomer(shop.api, shop, "malee@example.com")
  const settled = await customer.buyer.placeOrder(variant, {
    payment_method: "promptpay",
    payer: PAYER,
    save_payer: true,
  })
  sandbox.payments.pay(settled)
  const order = await shop.untilPaid(settled)
  const [{ id: corePayment } = { id: "" }] =
    order.payment_collections[0]!.payments
  const done = await refund(corePayment, 10)
  await payOut(done)
  const waiting = await refund(corePayment, 20)
  const open = await customer.buyer.placeOrder(variant)
  const strangers = (await paid()).orderId

  const { status, data } = await erase({ customer_id: customer.id })
  expect(status).toBe(200)
  const { kept: named, ...rest } = data.erasure as {
    erased: object
    kept: { id: string }[]
  }
  expect(rest).toEqual({
    erased: { payments: 1, withdraws: 1, saved_payers: 1 },
  })
  const openPayment = await paymentOf(open)
  expect(named).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        kind: "payment",
        id: openPayment.id,
        reference_id: open,
        state: "open",
        why: "unfinished",
        message: expect.stringMatching(/^It is under way/),
      }),
      expect.objectContaining({ kind: "withdraw", id: waiting }),
    ])
  )
  expect(named).toHaveLength(2)
  expect(JSON.stringify(data)).not.toContain(PAYER_DIGITS)

  expect(await paymentOf(settled)).toEqual(erased)
  expect(await withdrawRow(done)).toEqual(erased)
  expect(await withdrawRow(waiting)).toEqual(kept)
  expect(openPayment).toEqual(kept)
  expect(await paymentOf(strangers)).toEqual(kept)
  expect((await customer.payers()).data.payers).toEqual([])
  expect((await desk.read(done)).events.at(-1)).toMatchObject({
    actor: shop.admin.userId,
    from: "paid",
    to: "paid",
    reason: "account number erased",
  })

  // Again, when the refund has been paid.
  await payOut(waiting)
  const again = await erase({ customer_id: customer.id })
  expect(again.data.erasure).toMatchObject({
    erased: { payments: 0, withdraws: 1, saved_payers: 0 },
    kept: [{ id: openPayment.id }],
  })
})

it("of a guest are erased by the order", async () => {
  const { orderId } = await paid()
  const reviewed = await shop.placeExpired()
  await shop.one2pays.issues.payments.raise(
    (await paymentOf(reviewed)).id,
    "paid_twice",
    { key: "requested", values: {} }
  )
  const { data } = await erase({ order_id: orderId })
  expect(data.erasure).toEqual({
    erased: { payments: 1, withdraws: 0, saved_payers: 0 },
    kept: [],
  })
  expect(await paymentOf(orderId)).toEqual(erased)

  const answer = await shop.admin
    .speaking("th")
    .post("/admin/one2pays/erasures", { order_id: reviewed })
  expect(answer.data.erasure).toMatchObject({
    erased: { payments: 0 },
    kept: [{ why: "open_issue", message: expect.stringMatching(/ต้องตรวจสอบ/) }],
  })
})

it.each([
  [404, { order_id: "none" }],
  [400, {}],
  [400, { order_id: "" }],
  [400, { order_id: "a", customer_id: "b" }],
  [400, []],
])("a request is answered %d: %j", async (status, body) => {
  expect((await erase(body)).status).toBe(status)
})
