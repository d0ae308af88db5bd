import { openShop } from "../setup/open-shop"
import { orderActs } from "../setup/order-acts"

const shop = openShop({ webhooks: false })
const { buyer, sandbox, issues } = shop
const acts = orderActs(shop)

/** What the page of a payment link reads first. */
const readLink = (orderId: string, collectionId: string) =>
  buyer.get(
    `/store/one2pays/orders/${orderId}/payment-collections/${collectionId}`
  )

/** An order that staff have made, and the link that they send to its customer. */
async function sendLink(amount = 250) {
  const orderId = await acts.draft()
  await acts.confirmDraft(orderId)
  return { orderId, collectionId: await acts.requestPayment(orderId, amount) }
}

it("a payment link says what is left to pay, until it is paid", async () => {
  const { orderId, collectionId } = await sendLink()
  expect(await readLink(orderId, collectionId)).toMatchObject({
    status: 200,
    data: {
      payment_link: {
        id: collectionId,
        order_id: orderId,
        display_id: expect.any(Number),
        amount: 250,
        currency_code: "thb",
        is_chosen: false,
      },
    },
  })

  expect((await buyer.choosePayment(collectionId)).status).toBe(200)
  expect(await shop.shown(orderId)).toMatchObject({
    status: "awaiting_payment",
    amount: 250,
  })
  const read = async () =>
    (await readLink(orderId, collectionId)).data.payment_link
  expect(await read()).toMatchObject({ amount: 250, is_chosen: true })

  sandbox.payments.pay(orderId)
  await shop.reconcile()
  expect(await read()).toMatchObject({ amount: 0, is_chosen: true })
  expect(issues).toEqual([])
})

it("a payment link of a part asks for no more than is owed", async () => {
  const { orderId, collectionId } = await sendLink(100)
  const read = async () =>
    (await readLink(orderId, collectionId)).data.payment_link
  expect(await read()).toMatchObject({ amount: 100 })
  await acts.credit(orderId, 200)
  expect(await read()).toMatchObject({ amount: 50 })
  await acts.cancel(orderId)
  expect(await read()).toMatchObject({ amount: 0 })
})

it("a payment link that was deleted, or is another order's, is none", async () => {
  const { orderId, collectionId } = await sendLink()
  const other = await sendLink()
  for (const [order, collection] of [
    [orderId, other.collectionId],
    ["order_none", collectionId],
    [orderId, "pay_col_none"],
  ] as const) {
    expect((await readLink(order, collection)).status).toBe(404)
  }
  await acts.deleteCollection(collectionId)
  expect((await readLink(orderId, collectionId)).status).toBe(404)
})
