import { Buyer } from "../setup/buyer"
import { readFeed } from "../setup/issues"
import { medusaWithSandbox } from "../setup/medusa-with-sandbox"
import { readOrder } from "../setup/order"
import { reconcile, sql } from "../setup/reconciliation"
import { createShop, createStockedVariant, type Shop } from "../setup/shop"

medusaWithSandbox({
  env: { ONE2PAYS_UNPAID_ORDERS: "keep" },
  testSuite: ({ api, getContainer, getSandbox }) => {
    let shop: Shop
    let buyer: Buyer

    beforeAll(async () => {
      shop = await createShop(getContainer())
      buyer = new Buyer(api, shop)
    })

    it("keeps an order that nobody pays, tells the merchant once, and lets the customer try again", async () => {
      getSandbox().setWebhooks({ enabled: false })
      const stocked = await createStockedVariant(getContainer(), shop, 250, 1)
      const orderId = await buyer.placeOrder(stocked.id)
      getSandbox().payments.expire(orderId)
      await reconcile(getContainer())
      await sql(
        getContainer(),
        "update one2pays_payment set ended_at = now() - interval '61 minutes'"
      )
      await reconcile(getContainer())
      await reconcile(getContainer())

      expect((await readOrder(getContainer(), orderId)).status).toBe("pending")
      expect(await stocked.reserved()).toBe(1)
      expect(await readFeed(getContainer())).toEqual([
        {
          title: "Order not paid",
          description: expect.stringMatching(
            new RegExp(`THB 250.00 for order ${orderId}`)
          ),
        },
      ])
      expect((await buyer.payment(orderId)).data.payment).toMatchObject({
        status: "expired",
        can_retry: true,
      })

      expect((await buyer.payAgain(orderId)).status).toBe(201)
      getSandbox().payments.pay(`${orderId}.2`)
      await reconcile(getContainer())
      expect((await readOrder(getContainer(), orderId)).payment_status).toBe(
        "captured"
      )
    })
  },
})
