import { orderIdOf, PAYER, type Answer } from "../setup/buyer"
import { loggedDuring } from "../setup/logged"
import { loseKey } from "../setup/lost-key"
import { openShop } from "../setup/open-shop"

// A merchant has replaced the key that seals account numbers, and forgot to keep the former one.
const shop = openShop({ webhooks: false })
const { variant, buyer, desk, sandbox } = shop

const lose = () => loseKey(shop.getContainer())

const SENTENCE = /^A bank account does not open.*options\.encryptionKey\.$/

const SENTENCE_IN_LOG = /^\[one2pays\] A bank account does not open/

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
    expect.stringMatching(SENTENCE_IN_LOG)
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

it("keeps no refund from being asked for: it waits for the key", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  await shop.reconcile()
  const order = await shop.readOrder(orderId)
  const { id } = order.payment_collections[0]!.payments[0]!
  const find = await lose()
  const path = `/admin/payments/${id}/refund`
  expect((await desk.maker.post(path, { amount: 100 })).status).toBe(200)
  const [refund] = (await desk.list(`order_id=${orderId}`)).withdraws
  await desk.approve(refund!.id)
  await desk.letTimePass()
  await desk.send()
  expect(await desk.read(refund!.id)).toMatchObject({
    state: "approved",
    waits_for: "key",
  })
  await find()
  await desk.send()
  await desk.untilState(refund!.id, "pending")
  expect(sandbox.withdraws.list()).toEqual([
    expect.objectContaining({ amount: "10000.00" }),
  ])
})

it("makes a payout wait that was approved, and it leaves when the key is back", async () => {
  const { id } = await desk.approved({ amount: 100 })
  const find = await lose()
  const { entries } = await loggedDuring(async () => {
    await desk.send()
    await desk.send()
  })
  expect(
    entries.filter(({ message }) => SENTENCE_IN_LOG.test(message))
  ).toHaveLength(1)
  expect(await desk.read(id)).toMatchObject({
    state: "approved",
    waits_for: "key",
    failure: null,
  })
  await find()
  await desk.send()
  expect(await desk.untilState(id, "pending")).toMatchObject({
    waits_for: null,
  })
  expect(sandbox.withdraws.list()).toHaveLength(1)
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
