import { openShop } from "../setup/open-shop"

const shop = openShop({
  price: null,
  webhooks: false,
  env: { ONE2PAYS_UNPAID_ORDERS: "keep" },
})
const { buyer, sandbox } = shop

it("keeps an order that nobody pays, tells the merchant once, and lets the customer try again", async () => {
  const stocked = await shop.stock(250, 1)
  const orderId = await buyer.placeOrder(stocked.id)
  sandbox.payments.expire(orderId)
  await shop.reconcile()
  await shop.endedAgo(orderId, 61)
  await shop.reconcile()
  await shop.reconcile()

  expect((await shop.readOrder(orderId)).status).toBe("pending")
  expect(await stocked.reserved()).toBe(1)
  expect(await shop.readFeed()).toEqual([
    {
      title: "Order not paid",
      description: expect.stringMatching(/THB 250.00 for order #\d+, /),
      link: `/orders/${orderId}`,
    },
  ])
  expect((await buyer.payment(orderId)).data.payment).toMatchObject({
    status: "expired",
    can_retry: true,
  })

  expect((await buyer.payAgain(orderId)).status).toBe(201)
  sandbox.payments.pay(`${orderId}.2`)
  await shop.reconcile()
  expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
})
