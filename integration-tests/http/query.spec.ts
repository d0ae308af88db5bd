import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PAYER, PAYER_DIGITS, type Answer } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { PAYOUT_LIMITS } from "../setup/payout-desk"

const shop = openShop({ price: 1000, env: PAYOUT_LIMITS })
const { variant, buyer, desk, sandbox, sql } = shop

type Row = Record<string, unknown>

const query = (entity: string, fields: string[], filters: object = {}) =>
  shop
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity, fields, filters }) as unknown as Promise<{
    data: Row[]
  }>

/** An order that is paid, and a part of it refunded. */
async function refunded() {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  const order = await shop.untilPaid(orderId)
  const { id } = order.payment_collections[0]!.payments[0]!
  const { status } = await desk.maker.post(`/admin/payments/${id}/refund`, {
    amount: 150.25,
  })
  expect(status).toBe(200)
  return orderId
}

it("reads payments and payouts with Query, along the links with orders", async () => {
  const orderId = await refunded()
  const { data: payments } = await query(
    "one2pays_payment",
    ["*", "order.id", "order.display_id"],
    { order_id: orderId }
  )
  expect(payments).toEqual([
    expect.objectContaining({
      state: "succeeded",
      amount: 1000,
      payer_last4: PAYER_DIGITS.slice(-4),
      order: expect.objectContaining({ id: orderId }),
    }),
  ])
  const { data: withdraws } = await query(
    "one2pays_withdraws",
    ["*", "account_sealed", "order.id"],
    { payment_id: payments[0]!.id }
  )
  expect(withdraws).toEqual([
    expect.objectContaining({
      kind: "refund",
      amount: 150.25,
      order: expect.objectContaining({ id: orderId }),
    }),
  ])
  const { metadata } = await shop
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "one2pays_payment",
      fields: ["id"],
      pagination: { take: 1, skip: 0 },
    })
  expect(metadata).toMatchObject({ count: 1, take: 1 })
  const { data: orders } = await query(
    "order",
    ["id", "one2pays_payments.*", "payment_collections.payments.amount"],
    { id: orderId }
  )
  expect(orders).toEqual([
    expect.objectContaining({
      one2pays_payments: [expect.objectContaining({ state: "succeeded" })],
    }),
  ])
  const [withdraw] = await sql<{ account_sealed: string }>(
    "select account_sealed from one2pays_withdraw"
  )
  expect(withdraw!.account_sealed).not.toBe("")
  for (const answer of [payments, withdraws, orders]) {
    expect(JSON.stringify(answer)).not.toMatch(/_sealed|_hash|_key"/)
  }
})

it("answers nothing of what the plugin keeps to itself", async () => {
  for (const entity of ["saved_payer", "gateway_state", "webhook_event"]) {
    await expect(query(`one2pays_${entity}`, ["*"])).rejects.toThrow(
      "would read what the plugin keeps to itself"
    )
  }
})

it("shows staff the links at core's routes, and customers nothing of them", async () => {
  const orderId = await refunded()
  const fields = (...names: string[]) => `?fields=${names.join(",")}`
  const all = fields("id", "*one2pays_payments")
  const { data } = await desk.maker.get(`/admin/orders/${orderId}${all}`)
  expect(data.order).toMatchObject({
    one2pays_payments: [{ payer_name: PAYER.account_name }],
  })
  const asked: Answer[] = []
  for (const names of [
    ["id", "*one2pays_payments"],
    ["id", "one2pays_payments.payer_name", "one2pays_payment.payer_name"],
    ["+one2pays_payments.payer_name", "+payment_collections.id"],
  ]) {
    asked.push(await buyer.get(`/store/orders/${orderId}${fields(...names)}`))
  }
  const cart = "id,order.one2pays_payments.payer_name,*order.one2pays_payments"
  const { data: carts } = await query("order", ["id", "cart.id"], {
    id: orderId,
  })
  const { id } = carts[0]!.cart as { id: string }
  asked.push(await buyer.get(`/store/carts/${id}?fields=${cart}`))
  for (const { data: answer } of asked) {
    const text = JSON.stringify(answer)
    expect(text).not.toContain(PAYER.account_name)
    expect(text).not.toContain("one2pays_payment")
  }
})
