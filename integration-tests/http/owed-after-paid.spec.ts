import { ChangeActionType, Modules } from "@medusajs/framework/utils"
import { fewestQueries } from "../setup/count-queries"
import { PAYER } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { orderActs } from "../setup/order-acts"
import { reopenWindow } from "../setup/request-window"

const shop = openShop({ webhooks: false })
const { buyer, sandbox } = shop
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
    new RegExp(`Order #\\d+ has been paid THB ${surplus} too much`)
  ),
  link: `/orders/${orderId}`,
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
  const run = () => fewestQueries(shop.getContainer(), () => shop.reconcile())
  await change()
  await shop.reconcile()
  const one = await run()
  await change()
  await change()
  await shop.reconcile()
  expect(await run()).toBe(one)
  expect(await shop.readFeed()).toEqual([])
})

describe("an order that was paid, and comes to more by now,", () => {
  /** THB 250 are paid, and the order comes to 500. */
  async function placeDearer(): Promise<string> {
    const orderId = await placePaid()
    await acts.edit(orderId, 2)
    return orderId
  }

  const otherPayer = { ...PAYER, account_name: "Somying Jaidee" }

  it("lets its customer pay the rest, and is paid then", async () => {
    const orderId = await placeDearer()
    expect(await shop.shown(orderId)).toMatchObject({
      status: "partially_paid",
      rest: 250,
      can_retry: true,
      next_action: null,
    })
    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 201,
      data: {
        payment: {
          status: "awaiting_payment",
          amount: 250,
          reference_id: `${orderId}.2`,
          next_action: { type: "qr" },
          can_retry: false,
        },
      },
    })
    expect(acts.asked()).toEqual(["250.00"])
    expect(await acts.collectionsOf(orderId)).toHaveLength(2)

    sandbox.payments.pay(`${orderId}.2`)
    await shop.reconcile()
    expect(await shop.shown(orderId)).toMatchObject({
      status: "paid",
      can_retry: false,
    })
    expect(await shop.shown(orderId)).not.toHaveProperty("rest")
    expect((await shop.readOrder(orderId)).summary).toMatchObject({
      paid_total: 500,
      pending_difference: 0,
    })
    expect(shop.issues).toEqual([])
  })

  it("lets its customer pay the rest when no payment collection asks for it", async () => {
    const orderId = await placeDearer()
    const [, link] = await acts.collectionsOf(orderId)
    await acts.deleteCollection(link!.id)
    expect(await shop.shown(orderId)).toMatchObject({ can_retry: true })
    expect((await buyer.payAgain(orderId)).status).toBe(201)
    expect(acts.asked()).toEqual(["250.00"])
    expect(await acts.collectionsOf(orderId)).toHaveLength(2)
  })

  it("has one payment open, however often its customer asks at once", async () => {
    const orderId = await placeDearer()
    const answers = await Promise.all(
      [1, 2, 3].map(() => buyer.payAgain(orderId))
    )
    const codes = answers.map(({ status, data }) => data.code ?? status)
    expect(codes.filter((code) => code === 201)).toHaveLength(1)
    for (const code of codes) {
      expect([201, "one2pays_payment_open", "one2pays_busy"]).toContain(code)
    }
    expect(acts.asked()).toEqual(["250.00"])
    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 409,
      data: { code: "one2pays_payment_open" },
    })
  })

  it("has one payment open in the end, when its customer asks here and follows the link at once", async () => {
    const orderId = await placeDearer()
    const [, link] = await acts.collectionsOf(orderId)
    await Promise.all([buyer.payAgain(orderId), buyer.choosePayment(link!.id)])
    await shop.reconcile()
    expect(acts.asked()).toEqual(["250.00"])
    const { reference_id } = await shop.shown(orderId)
    sandbox.payments.pay(String(reference_id))
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).summary.paid_total).toBe(500)
  })

  it("takes another payer for the rest, and tries again after the time for it is over", async () => {
    const orderId = await placeDearer()
    const first = await buyer.payAgain(orderId, { payer: otherPayer })
    expect(first.status).toBe(201)
    sandbox.payments.expire(`${orderId}.2`)
    await shop.reconcile()
    expect(await shop.shown(orderId)).toMatchObject({
      status: "expired",
      can_retry: true,
    })
    expect((await buyer.payAgain(orderId)).status).toBe(201)
    expect(acts.asked()).toEqual(["250.00"])
    const [payment] = sandbox.payments.list().slice(-1)
    expect(payment).toMatchObject({ referenceId: `${orderId}.3` })
  })

  it("asks One2Pays for at most ten payments a minute", async () => {
    const orderId = await placeDearer()
    for (let n = 0; n < 12; n++) {
      await buyer.payAgain(orderId)
      await reopenWindow(shop.getContainer(), orderId)
    }
    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 503,
      data: { code: "one2pays_busy" },
    })
    expect(acts.asked()).toEqual(["250.00"])
  })

  it("says of the link that was paid that it was", async () => {
    const orderId = await placeDearer()
    const [paid] = await acts.collectionsOf(orderId)
    expect(await buyer.choosePayment(paid!.id)).toMatchObject({
      status: 409,
      data: { code: "one2pays_link_paid" },
    })
    expect(await shop.shown(orderId)).toMatchObject({ can_retry: true })
  })

  it("leaves the rest to another provider that its customer has chosen for it", async () => {
    const orderId = await placeDearer()
    const [, link] = await acts.collectionsOf(orderId)
    await buyer.choosePayment(link!.id, {}, "pp_system_default")
    expect(await shop.shown(orderId)).toMatchObject({
      status: "partially_paid",
      can_retry: false,
    })
    expect((await buyer.payAgain(orderId)).status).toBe(409)
  })
})
