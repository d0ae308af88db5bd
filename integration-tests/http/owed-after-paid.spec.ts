import { ChangeActionType, Modules } from "@medusajs/framework/utils"
import { countQueries } from "../setup/count-queries"
import { openShop } from "../setup/open-shop"
import { orderActs } from "../setup/order-acts"

const shop = openShop({ webhooks: false })
const { sandbox } = shop
const acts = orderActs(shop)

/** A paid order over so many pieces of THB 250. */
async function placePaid(pieces = 1): Promise<string> {
  const orderId = await acts.place(pieces)
  sandbox.payments.pay(orderId)
  await shop.reconcile()
  expect(await shop.shown(orderId)).toMatchObject({ status: "paid" })
  return orderId
}

const paidTooMuch = (orderId: string, surplus: string) => ({
  title: "Order paid too much",
  description: expect.stringMatching(
    new RegExp(`(?=.*${orderId})(?=.*THB ${surplus} )`)
  ),
})

describe("a paid order that comes to less, and no event tells of it,", () => {
  it.each([
    [
      "by credit",
      "100.00",
      async (orderId: string) => {
        const orders = shop.resolve(Modules.ORDER)
        const change = await orders.createOrderChange({
          order_id: orderId,
          actions: [
            {
              action: ChangeActionType.CREDIT_LINE_ADD,
              reference: "order",
              reference_id: orderId,
              amount: 100,
            },
          ],
        })
        await orders.confirmOrderChange(change.id)
      },
    ],
    [
      "when an exchange is canceled",
      "250.00",
      async (orderId: string) => {
        await acts.fulfill(orderId)
        const exchange = await acts.exchange(orderId, shop.variant.id, {
          instead: 2,
        })
        const [, rest] = await acts.collectionsOf(orderId)
        await acts.markAsPaid(orderId, rest!.id)
        await acts.cancelExchange(exchange)
      },
    ],
  ])(
    "has a surplus, which the merchant hears of once, and the customer sees: %s",
    async (_, surplus, change) => {
      const orderId = await placePaid()
      await change(orderId)
      for (let run = 1; run <= 3; run++) await shop.reconcile()
      expect(await shop.readFeed()).toEqual([paidTooMuch(orderId, surplus)])
      expect(await shop.shown(orderId)).toMatchObject({
        status: "paid",
        surplus: Number(surplus),
      })
    }
  )
})

it("asks Medusa about changed orders together, however many they are", async () => {
  const change = async () => {
    const orderId = await placePaid()
    await acts.edit(orderId, 1)
  }
  const run = () => countQueries(shop.getContainer(), () => shop.reconcile())
  await change()
  await shop.reconcile()
  const one = await run()
  await change()
  await change()
  await shop.reconcile()
  expect(await run()).toBe(one)
  expect(await shop.readFeed()).toEqual([])
})
