import { orderIdOf } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { until } from "../setup/until"

const shop = openShop({ webhooks: false })
const { variant, buyer, admin, sandbox, issues, sql } = shop

describe("an order that nobody pays", () => {
  it("is canceled when its time is over, and its stock is free again", async () => {
    const stocked = await shop.stock(90, 1)
    const orderId = await buyer.placeOrder(stocked.id)
    expect(await stocked.reserved()).toBe(1)
    sandbox.payments.expire(orderId)
    await shop.reconcile()
    await shop.endedAgo(orderId, 59)
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).status).toBe("pending")
    expect(await stocked.reserved()).toBe(1)

    await shop.endedAgo(orderId, 61)
    await shop.reconcile()
    expect(await shop.readOrder(orderId)).toMatchObject({
      status: "canceled",
      payment_status: "canceled",
    })
    expect(await stocked.reserved()).toBe(0)
    expect(await shop.shown(orderId)).toMatchObject({
      status: "canceled",
      can_retry: false,
    })
    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 409,
      data: { code: "one2pays_order_canceled" },
    })
    orderIdOf(await buyer.complete((await buyer.checkout(stocked.id)).id))
  })

  it("waits for the try that is under way, however long ago the first one ended", async () => {
    const orderId = await shop.placeExpired()
    await shop.endedAgo(orderId, 59)
    await buyer.payAgain(orderId)
    await sql(
      "update one2pays_payment set ended_at = ended_at - interval '1 day' where ended_at is not null"
    )
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).status).toBe("pending")

    sandbox.payments.expire(`${orderId}.2`)
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).status).toBe("pending")
    await shop.endedAgo(orderId, 61)
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).status).toBe("canceled")
  })

  it("is not canceled when it was paid by other means", async () => {
    const orderId = await shop.placeExpired()
    await shop.payOtherwise(orderId)
    await shop.endedAgo(orderId, 100)
    await shop.reconcile()
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).status).toBe("pending")
    expect(await shop.readFeed()).toEqual([])
  })

  it("does not trouble anybody when it was rolled back and its customer has placed another", async () => {
    const { id } = await buyer.checkout(variant)
    sandbox.payments.setQrAmount({ factor: 100 })
    expect((await buyer.complete(id)).status).toBe(500)
    sandbox.payments.setQrAmount("exact")
    const orderId = orderIdOf(await buyer.complete(id))
    await sql(
      "update one2pays_payment set ended_at = now() - interval '2 hours' where ended_at is not null"
    )
    await shop.reconcile()
    const notices = await shop.readFeed()
    expect(JSON.stringify(notices)).not.toContain("not paid")
    expect((await shop.readOrder(orderId)).status).toBe("pending")
  })
})

describe("an order that is canceled in the admin", () => {
  const cancel = async (orderId: string) => {
    const answer = await admin.post(`/admin/orders/${orderId}/cancel`)
    expect(answer.status).toBe(200)
  }
  const gatewayStatus = (orderId: string) =>
    sandbox.payments.get(orderId)!.status

  it("cannot be paid at the gateway any more", async () => {
    const orderId = await buyer.placeOrder(variant)
    await cancel(orderId)
    await until(
      () => gatewayStatus(orderId),
      (status) => status === "canceled"
    )
    await until(
      () => shop.shown(orderId),
      ({ status }) => status === "canceled"
    )
    expect(await shop.shown(orderId)).toMatchObject({ can_retry: false })
    expect((await buyer.payAgain(orderId)).status).toBe(409)
    expect(issues).toEqual([])
  })

  it("is ended at the gateway by the reconciliation when the gateway was down", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.setMaintenance(true)
    await cancel(orderId)
    await until(
      () => shop.shown(orderId),
      ({ status }) => status === "canceled"
    )
    expect(gatewayStatus(orderId)).toBe("processing")
    await shop.endMaintenance()
    await shop.reconcile()
    expect(gatewayStatus(orderId)).toBe("canceled")
  })

  it("is ended at the gateway although nobody told this plugin of it", async () => {
    const orderId = await buyer.placeOrder(variant)
    await sql(
      `update "order" set status = 'canceled', canceled_at = now() where id = ?`,
      [orderId]
    )
    await shop.reconcile()
    expect(gatewayStatus(orderId)).toBe("canceled")
    expect(await shop.shown(orderId)).toMatchObject({ status: "canceled" })
  })

  it("shows a person the money that came a moment before", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId)
    await cancel(orderId)
    await shop.untilIssues()
    expect(issues).toEqual([
      expect.objectContaining({
        issue: "paid_after_cancel",
        order_id: orderId,
      }),
    ])
    const order = await shop.readOrder(orderId)
    expect(order.summary.paid_total).toBe(0)
    expect(await shop.shown(orderId)).toMatchObject({ status: "under_review" })
  })
})
