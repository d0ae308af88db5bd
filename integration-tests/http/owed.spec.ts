import { Modules } from "@medusajs/framework/utils"
import { orderIdOf, PAYER, type Answer } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { orderActs } from "../setup/order-acts"
import { PROVIDER_ID } from "../setup/provider-id"
import { until } from "../setup/until"

const shop = openShop({ webhooks: false })
const { variant, buyer, sandbox, clock, issues, sql } = shop
const acts = orderActs(shop)

/** Waits until the open payments at the gateway ask for this and nothing else. */
const untilAsked = (...amounts: string[]) =>
  until(
    acts.asked,
    (asked) => JSON.stringify(asked) === JSON.stringify(amounts)
  )

/** Pays what the customer of an order sees, and expects Medusa and the customer to call the order paid. */
async function payShown(orderId: string, total: number): Promise<void> {
  const { reference_id } = await shop.shown(orderId)
  sandbox.payments.pay(String(reference_id))
  await shop.reconcile()
  expect(await shop.readOrder(orderId)).toMatchObject({
    payment_status: "captured",
    summary: { paid_total: total, pending_difference: 0 },
  })
  expect(await shop.shown(orderId)).toMatchObject({
    status: "paid",
    amount: total,
    can_retry: false,
  })
  expect(issues).toEqual([])
}

describe("a cart whose price is not that of its payment session", () => {
  /** A cart of 1,000 with one piece, of 10,000 with ten, and the collection that its ten pieces are paid through. */
  async function fillTen(regionId?: string) {
    const cart = await buyer.fillCart(await shop.sell(1000), regionId)
    const collectionId = await buyer.startPayment(cart.id)
    await acts.setCartQuantity(cart.id, 10)
    return { cartId: cart.id, collectionId }
  }

  /** As core does for `payment-sessions`, with what it read of the collection a moment before. */
  const createSession = (
    collectionId: string,
    amount: number,
    currency_code = "thb"
  ) =>
    shop.resolve(Modules.PAYMENT).createPaymentSession(collectionId, {
      provider_id: PROVIDER_ID,
      amount,
      currency_code,
      data: { payment_method: "promptpay", payer: PAYER },
    })

  async function expectRefused(cartId: string, answer: Answer): Promise<void> {
    const { code, message } = answer.data
    expect([answer.status, code]).toEqual([409, "one2pays_amount_changed"])
    expect(message).not.toMatch(/[ก-๙]/)
    const orders = await sql(`select id from "order" where deleted_at is null`)
    expect(orders).toEqual([])
    expect(
      await sql("select completed_at from cart where id = ?", [cartId])
    ).toEqual([{ completed_at: null }])
    expect(acts.asked()).toEqual([])
  }

  async function expectTenPaid(cartId: string, collectionId: string) {
    expect((await buyer.choosePayment(collectionId)).status).toBe(200)
    const orderId = orderIdOf(await buyer.complete(cartId))
    expect(acts.asked()).toEqual(["10000.00"])
    await payShown(orderId, 10_000)
  }

  it("places no order when the session was made over the amount before", async () => {
    const { cartId, collectionId } = await fillTen()
    await createSession(collectionId, 1000)
    await expectRefused(cartId, await buyer.complete(cartId))
    await expectTenPaid(cartId, collectionId)
  })

  it("places no order when the collection has the amount before, too", async () => {
    const { cartId, collectionId } = await fillTen()
    await shop
      .resolve(Modules.PAYMENT)
      .updatePaymentCollections(collectionId, { amount: 1000 })
    expect((await buyer.choosePayment(collectionId)).status).toBe(200)
    await expectRefused(cartId, await buyer.complete(cartId))
    await expectTenPaid(cartId, collectionId)
  })

  it("says so in the customer's language", async () => {
    const { cartId, collectionId } = await fillTen()
    await createSession(collectionId, 1000)
    const { data } = await buyer.speaking("th").complete(cartId)
    expect(data.code).toBe("one2pays_amount_changed")
    expect(data.message).toMatch(/[ก-๙]/)
  })

  it("places no order when the session has come to be in dollars", async () => {
    const { cartId, collectionId } = await fillTen()
    const { id } = await createSession(collectionId, 10_000)
    await sql("update payment_session set currency_code = 'usd' where id = ?", [
      id,
    ])
    await expectRefused(cartId, await buyer.complete(cartId))
  })

  it("asks for no baht where the order is in dollars", async () => {
    const { cartId, collectionId } = await fillTen(shop.usdRegionId)
    await createSession(collectionId, 10_000)
    await expectRefused(cartId, await buyer.complete(cartId))
  })
})

describe("credit on an order that is not paid", () => {
  it("for a part leaves one payment over the rest, which makes the order paid", async () => {
    const orderId = await acts.place()
    await acts.credit(orderId, 100)
    await shop.reconcile()
    expect(acts.asked()).toEqual(["150.00"])
    expect(sandbox.payments.get(orderId)!.status).toBe("canceled")
    expect(await shop.shown(orderId)).toMatchObject({
      status: "awaiting_payment",
      amount: 150,
      next_action: { type: "qr" },
    })
    const [collection] = await acts.collectionsOf(orderId)
    expect(collection!.amount).toBe(150)
    await payShown(orderId, 150)
  })

  it("for all of it leaves nothing to pay, nothing to try and nothing to cancel", async () => {
    const orderId = await acts.place()
    await acts.credit(orderId, 250)
    await shop.reconcile()
    expect(acts.asked()).toEqual([])
    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 409,
      data: { code: "one2pays_already_paid" },
    })
    await shop.endedAgo(orderId, 61)
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).status).toBe("pending")
    expect(await shop.readFeed()).toEqual([])
    expect(acts.asked()).toEqual([])
  })

  it("for all of it, after its payment expired, never cancels the order", async () => {
    const orderId = await shop.placeExpired()
    await acts.credit(orderId, 250)
    await shop.endedAgo(orderId, 61)
    await shop.reconcile()
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).status).toBe("pending")
    expect(await shop.shown(orderId)).toMatchObject({ can_retry: false })
  })
})

describe("an unpaid order over two pieces leaves one payment over what is owed, after", () => {
  const change = (
    name: string,
    owed: number,
    act: (orderId: string) => Promise<unknown>
  ) => ({ name, owed, act })

  it.each([
    change("a return of one", 250, async (orderId) => {
      await acts.fulfill(orderId, 2)
      await acts.takeBack(orderId, 1, { receive: false })
    }),
    change("a return of one that came back", 250, async (orderId) => {
      await acts.fulfill(orderId, 2)
      await acts.takeBack(orderId, 1, { receive: true })
    }),
    change("a claim of one", 250, async (orderId) => {
      await acts.fulfill(orderId, 2)
      await acts.claim(orderId, "refund")
    }),
    change("a claim of one that was canceled", 500, async (orderId) => {
      await acts.fulfill(orderId, 2)
      const claim = await acts.claim(orderId, "refund")
      await shop.reconcile()
      await acts.cancelClaim(claim)
    }),
    change("a claim of one that is replaced", 500, async (orderId) => {
      await acts.fulfill(orderId, 2)
      await acts.claim(orderId, "replace")
    }),
    change("an exchange of one for two", 750, async (orderId) => {
      await acts.fulfill(orderId, 2)
      await acts.exchange(orderId, variant.id, { instead: 2 })
    }),
    change("an exchange that was canceled", 500, async (orderId) => {
      await acts.fulfill(orderId, 2)
      const exchange = await acts.exchange(orderId, variant.id, { instead: 2 })
      await shop.reconcile()
      await acts.cancelExchange(exchange)
    }),
    change("an edit to four, and to one", 250, async (orderId) => {
      await acts.edit(orderId, 4)
      await acts.edit(orderId, 1)
    }),
    change("an edit to four, and back", 500, async (orderId) => {
      await acts.edit(orderId, 4)
      await untilAsked("1000.00")
      await acts.edit(orderId, 2)
    }),
    change("an edit that was given up", 500, async (orderId) => {
      await acts.beginEdit(orderId, 4)
      await acts.cancelEdit(orderId)
    }),
  ])("$name", async ({ owed, act }) => {
    const orderId = await acts.place(2)
    await act(orderId)
    await shop.reconcile()
    const { summary } = await shop.readOrder(orderId)
    expect(summary.pending_difference).toBe(owed)
    await untilAsked(`${owed}.00`)
    await payShown(orderId, owed)
  })

  it("a return of all, none", async () => {
    const orderId = await acts.place(2)
    await acts.fulfill(orderId, 2)
    await acts.takeBack(orderId, 2, { receive: false })
    await shop.reconcile()
    expect(acts.asked()).toEqual([])
    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 409,
      data: { code: "one2pays_already_paid" },
    })
  })

  it("an edit during which the gateway canceled nothing, without the customer", async () => {
    const orderId = await acts.place(2)
    sandbox.addFault({
      kind: "unavailable",
      endpoint: "payments.cancel",
      times: 4,
    })
    await acts.edit(orderId, 1)
    // The edit's own work has met some of them, and given up.
    await until(
      () =>
        sql<{ busy: boolean }>(
          "select busy_until is not null as busy from one2pays_payment where order_id = ?",
          [orderId]
        ),
      ([payment]) =>
        sandbox.callCounts()["payments.cancel"]! >= 3 && !payment!.busy
    )
    expect(acts.asked()).toEqual(["500.00"])
    sandbox.clearFaults()
    clock.advance(60_000)
    await shop.reconcile()
    await untilAsked("250.00")
    await payShown(orderId, 250)
  })
})

describe("a payment link", () => {
  /** An order of staff's that nobody has paid, and the link that its customer has opened. */
  async function openLink(): Promise<{
    orderId: string
    collectionId: string
  }> {
    const orderId = await acts.draft()
    await acts.confirmDraft(orderId)
    const collectionId = await acts.requestPayment(orderId, 250)
    expect((await buyer.choosePayment(collectionId)).status).toBe(200)
    return { orderId, collectionId }
  }

  it.each(["before", "after"])(
    "that staff delete is closed, and money that comes %s that goes to a person",
    async (when) => {
      const { orderId, collectionId } = await openLink()
      await acts.deleteCollection(collectionId)
      if (when === "after") {
        await shop.reconcile()
        expect(acts.asked()).toEqual([])
        expect(await shop.shown(orderId)).toMatchObject({
          status: "canceled",
          can_retry: false,
        })
      }
      sandbox.payments.pay(orderId)
      await shop.reconcile()
      await shop.untilIssues()
      expect(issues).toEqual([
        expect.objectContaining({
          issue: "paid_after_cancel",
          order_id: orderId,
          reference_id: orderId,
          amount: "250.00",
          detail: expect.stringMatching(/request.*deleted/),
        }),
      ])
      expect((await shop.readOrder(orderId)).summary.paid_total).toBe(0)
    }
  )

  it("of a draft that staff delete is closed", async () => {
    const orderId = await acts.draft()
    await buyer.choosePayment(await acts.requestPayment(orderId, 250))
    expect(acts.asked()).toEqual(["250.00"])
    await acts.deleteDraft(orderId)
    await shop.reconcile()
    expect(acts.asked()).toEqual([])
  })

  it("that core leaves behind when a paid order comes to owe nothing is closed, and asks for nothing again", async () => {
    const orderId = await acts.place(2)
    await payShown(orderId, 500)
    await acts.edit(orderId, 3)
    const link = (await acts.collectionsOf(orderId)).find(
      ({ status }) => status === "not_paid"
    )!
    expect((await buyer.choosePayment(link.id)).status).toBe(200)
    expect(acts.asked()).toEqual(["250.00"])
    await acts.edit(orderId, 1)
    await shop.reconcile()
    await untilAsked()
    expect(await shop.shown(orderId)).toMatchObject({
      status: "paid",
      can_retry: false,
    })
    expect(await buyer.choosePayment(link.id)).toMatchObject({
      status: 409,
      data: { code: "one2pays_already_paid" },
    })
  })
})
