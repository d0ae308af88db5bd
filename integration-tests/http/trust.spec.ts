import { Modules } from "@medusajs/framework/utils"
import { orderIdOf, PAYER, PAYER_DIGITS } from "../setup/buyer"
import { openShop } from "../setup/open-shop"

const shop = openShop({
  env: { ONE2PAYS_REFUNDS: JSON.stringify({ mode: "off" }) },
})
const { variant, buyer, sandbox } = shop

it("lets nothing that a client sends stand for somebody else's paid payment", async () => {
  const paidOrder = await buyer.placeOrder(variant)
  sandbox.payments.pay(paidOrder)
  await shop.untilPaid(paidOrder)
  const paid = sandbox.payments.get(paidOrder)!
  const victim = await shop.readOrder(paidOrder)
  const victimSession = victim.payment_collections[0]!.payment_sessions[0]!.id

  const cart = await buyer.fillCart(variant)
  const collection = await buyer.startPayment(cart.id)
  const chosen = await buyer.choosePayment(collection, {
    payment_method: "promptpay",
    payer: {
      ...PAYER,
      status: "succeeded",
      name: "x",
      last4: "9999",
      account_sealed: "s1.x.y.z",
    },
    id: paid.id,
    payment_id: paid.id,
    gateway_payment_id: paid.id,
    status: "captured",
    state: "succeeded",
    amount: 0.01,
    currency_code: "usd",
    session_id: victimSession,
    order_id: paidOrder,
    reference_id: paidOrder,
    referenceId: paidOrder,
  })
  expect(chosen.status).toBe(200)
  const orderId = orderIdOf(await buyer.complete(cart.id))

  expect(orderId).not.toBe(paidOrder)
  const order = await shop.readOrder(orderId)
  expect(order.payment_status).toBe("awaiting")
  expect(sandbox.payments.get(orderId)).toMatchObject({
    amount: "25000.00",
    status: "processing",
  })
  const [session] = order.payment_collections[0]!.payment_sessions
  expect(session!.data).toEqual({
    session_id: session!.id,
    amount: 250,
    currency_code: "thb",
    payment_method: "promptpay",
    payer: { name: PAYER.account_name, bank_code: "004", last4: "7890" },
  })
})

it("keeps the account number out of every answer and every table", async () => {
  const { id, collectionId } = await buyer.checkout(variant)
  const before = await buyer.get(
    `/store/carts/${id}?fields=*payment_collection.payment_sessions`
  )
  const chosen = await buyer.choosePayment(collectionId)
  const orderId = orderIdOf(await buyer.complete(id))
  const after = await buyer.get(
    `/store/orders/${orderId}?fields=*payment_collections.payment_sessions,*payment_collections.payments`
  )
  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
  const status = await buyer.payment(orderId)
  for (const answer of [before, chosen, after, status]) {
    expect(answer.status).toBe(200)
    expectNoAccount(JSON.stringify(answer.data))
  }

  const knex = shop.resolve("__pg_connection__")
  const { rows: tables } = await knex.raw<{
    rows: { tablename: string }[]
  }>("select tablename from pg_tables where schemaname = 'public'")
  expect(tables.length).toBeGreaterThan(50)
  for (const { tablename } of tables) {
    const { rows } = await knex.raw<{ rows: unknown[] }>(
      `select to_jsonb(t)::text as row from "${tablename}" t`
    )
    expectNoAccount(JSON.stringify(rows))
  }
})

it("sends the gateway the whole account number, cleaned", async () => {
  const orderId = await buyer.placeOrder(variant)
  const [create] = sandbox
    .calls()
    .filter(({ endpoint }) => endpoint === "payments.create")
  expect(create!.body).toMatchObject({
    referenceId: orderId,
    customerBankAccountName: PAYER.account_name,
    customerBankCode: "004",
    idempotencyKey: expect.stringMatching(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    ),
    metadata: { order_id: orderId },
    expiresInMinutes: 30,
  })
})

it("seals a number that reaches the provider unsealed from server code", async () => {
  const cart = await buyer.fillCart(variant)
  const collection = await buyer.startPayment(cart.id)
  const payments = shop.resolve(Modules.PAYMENT)
  const session = await payments.createPaymentSession(collection, {
    provider_id: "pp_one2pays_one2pays",
    currency_code: "thb",
    amount: 250,
    data: { payment_method: "promptpay", payer: PAYER, secret_note: "x" },
  })
  const stored = await payments.retrievePaymentSession(session.id)
  expectNoAccount(JSON.stringify(stored))
  expect(JSON.stringify(stored)).not.toContain("secret_note")
  orderIdOf(await buyer.complete(cart.id))
})

it("survives core's making a deleted session again from its public data", async () => {
  const { id, collectionId } = await buyer.checkout(variant)
  const payments = shop.resolve(Modules.PAYMENT)
  const [session] = await payments.listPaymentSessions({
    payment_collection_id: collectionId,
  })
  await payments.deletePaymentSession(session!.id)
  await payments.createPaymentSession(collectionId, {
    provider_id: session!.provider_id,
    currency_code: session!.currency_code,
    amount: session!.amount,
    data: session!.data,
  })
  const orderId = orderIdOf(await buyer.complete(id))
  expect(sandbox.payments.get(orderId)).toBeDefined()
})

it("leaves other providers' sessions and errors alone", async () => {
  const cart = await buyer.fillCart(variant)
  const collection = await buyer.startPayment(cart.id)
  const data = { anything: { nested: ["stays"] } }
  const other = await buyer.choosePayment(collection, data, "pp_system_default")
  expect(other.status).toBe(200)
  const payments = shop.resolve(Modules.PAYMENT)
  const [session] = await payments.listPaymentSessions({
    payment_collection_id: collection,
  })
  expect(session!.provider_id).toBe("pp_system_default")
  const missing = await buyer.choosePayment(collection, {}, "pp_nobody")
  expect(missing.status).not.toBe(200)
  expect(JSON.stringify(missing.data)).not.toContain("one2pays")
  orderIdOf(await buyer.complete(cart.id))
  expect(sandbox.callCounts()).toEqual({})
})

it("cancels the payment at the gateway when its session is deleted, also when the gateway is down, without an error", async () => {
  const orderId = await buyer.placeOrder(variant)
  const { payment_collections } = await shop.readOrder(orderId)
  const sessionId = payment_collections[0]!.payment_sessions[0]!.id
  const payments = shop.resolve(Modules.PAYMENT)
  await payments.deletePaymentSession(sessionId)
  expect(sandbox.payments.get(orderId)!.status).toBe("canceled")

  const second = await buyer.placeOrder(variant)
  const order = await shop.readOrder(second)
  sandbox.setMaintenance(true)
  await expect(
    payments.deletePaymentSession(
      order.payment_collections[0]!.payment_sessions[0]!.id
    )
  ).resolves.not.toThrow()
  sandbox.setMaintenance(false)
})

it("lets an admin check a payment without a webhook", async () => {
  sandbox.setWebhooks({ enabled: false })
  const orderId = await buyer.placeOrder(variant)
  const { payment_collections } = await shop.readOrder(orderId)
  const sessionId = payment_collections[0]!.payment_sessions[0]!.id
  const payments = shop.resolve(Modules.PAYMENT)

  expect(await payments.authorizePaymentSession(sessionId, {})).toBeNull()
  sandbox.payments.pay(orderId)
  const payment = await payments.authorizePaymentSession(sessionId, {})
  expect(payment).toMatchObject({ amount: 250 })
  expect((await buyer.payment(orderId)).data.payment).toMatchObject({
    status: "paid",
  })
})

it("refuses to refund, where that is switched off, and to cancel paid money with a sentence that says what to do", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  const order = await shop.untilPaid(orderId)
  const paymentId = order.payment_collections[0]!.payments[0]!.id
  const payments = shop.resolve(Modules.PAYMENT)

  await expect(
    payments.refundPayment({ payment_id: paymentId, amount: 100 })
  ).rejects.toMatchObject({
    code: "one2pays_refund_unsupported",
    message: expect.stringContaining("One2Pays dashboard"),
  })
  await expect(payments.cancelPayment(paymentId)).rejects.toThrow(
    /already paid/
  )
})

function expectNoAccount(text: string): void {
  expect(text).not.toContain(PAYER_DIGITS)
  expect(text).not.toContain(PAYER.account_number)
}
