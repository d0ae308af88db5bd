import { Modules } from "@medusajs/framework/utils"
import { orderIdOf, PAYER, type Answer } from "../setup/buyer"
import { loggedDuring } from "../setup/logged"
import { loseKey } from "../setup/lost-key"
import { openShop } from "../setup/open-shop"

// A merchant has replaced the key that seals account numbers, and forgot to keep the former one.
const shop = openShop({ webhooks: false })
const { variant, buyer, desk, sandbox, sql } = shop

const lose = () => loseKey(shop.getContainer())

const SENTENCE = /^A bank account does not open.*options\.encryptionKey\.$/

/** The customer can pay otherwise, and the log tells the merchant what to do. */
async function expectCustomerTold(act: () => Promise<Answer>): Promise<void> {
  const { result: answer, entries } = await loggedDuring(act)
  expect(answer).toMatchObject({
    status: 500,
    data: {
      code: "one2pays_misconfigured",
      message: expect.stringContaining("choose another payment method"),
    },
  })
  expect(entries.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^\[one2pays\] A bank account does not open/)
  )
}

const expectStaffTold = (answer: Answer) =>
  expect(answer).toMatchObject({
    status: 500,
    data: {
      code: "one2pays_misconfigured",
      message: expect.stringMatching(SENTENCE),
    },
  })

it("is told at checkout, and the cart completes when the key is back", async () => {
  const { id } = await buyer.checkout(variant)
  const find = await lose()
  await expectCustomerTold(() => buyer.complete(id))
  expect(sandbox.payments.list()).toEqual([])
  await find()
  const orderId = orderIdOf(await buyer.complete(id))
  expect(await shop.shown(orderId)).toMatchObject({
    next_action: { type: "qr" },
  })
})

it("is told at another try, which a customer who types the account has at once, and any other when the key is back", async () => {
  const orderId = await shop.placeExpired()
  const find = await lose()
  await expectCustomerTold(() => buyer.payAgain(orderId))
  await expectCustomerTold(() =>
    buyer.payAgain(orderId, { payment_method: "bank_transfer" })
  )
  expect(await shop.shown(orderId)).toMatchObject({
    status: "expired",
    reference_id: orderId,
    can_retry: true,
  })

  const typed = await buyer.payAgain(orderId, { payer: PAYER })
  expect(typed.status).toBe(201)
  sandbox.payments.expire(`${orderId}.2`)
  await shop.reconcile()
  await find()
  expect((await buyer.payAgain(orderId)).status).toBe(201)
})

it("is told to staff who refund, and Medusa has booked nothing until the key is back", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  await shop.reconcile()
  const order = await shop.readOrder(orderId)
  const { id } = order.payment_collections[0]!.payments[0]!
  const refund = () =>
    desk.maker.post(`/admin/payments/${id}/refund`, { amount: 100 })
  const booked = async () =>
    (
      await shop
        .resolve(Modules.PAYMENT)
        .retrievePayment(id, { relations: ["refunds"] })
    ).refunds

  const find = await lose()
  expectStaffTold(await refund())
  expect(await booked()).toEqual([])
  expect(await sql("select id from one2pays_withdraw")).toEqual([])
  await find()
  expect((await refund()).status).toBe(200)
  expect(await booked()).toHaveLength(1)
})

it("is told to staff who pay unmatched money back, and its issue stays open until the key is back", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId, { amount: "25.00" })
  await shop.reconcile()
  const { id } = await desk.maker.paymentOf(orderId)
  const payBack = () =>
    desk.maker.post(`/admin/one2pays/payments/${id}/pay-back`)
  const find = await lose()
  expectStaffTold(await payBack())
  expect((await desk.maker.paymentOf(orderId)).issue).toMatchObject({
    resolved_at: null,
  })
  await find()
  expect((await payBack()).status).toBe(201)
})
