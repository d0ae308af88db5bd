import { Modules } from "@medusajs/framework/utils"
import { PAYER } from "../setup/buyer"
import { offerOnly } from "../setup/offer-only"
import { openShop } from "../setup/open-shop"
import { orderActs } from "../setup/order-acts"
import { until } from "../setup/until"

const shop = openShop({ webhooks: false })
const { variant, buyer, admin, sandbox, issues, sql } = shop
const { edit: editQuantity } = orderActs(shop)

async function placePaid(): Promise<string> {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  await shop.reconcile()
  expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
  return orderId
}

const gatewayPayments = () =>
  sandbox.payments
    .list()
    .map(({ referenceId, status, requestedThb }) => [
      referenceId,
      status,
      requestedThb,
    ])

describe("the edit of an order that is not paid", () => {
  it.each([
    ["more", 1, 2, "500.00"],
    ["less", 3, 1, "250.00"],
  ])(
    "asks for the new amount (%s), and the old QR is gone",
    async (_, __, after, amount) => {
      const orderId = await buyer.placeOrder(variant)
      if (after === 1) {
        await editQuantity(orderId, 3)
        await until(
          () => shop.shown(orderId),
          ({ amount }) => amount === 750
        )
      }
      await editQuantity(orderId, after)
      const payment = await until(
        () => shop.shown(orderId),
        ({ amount: shownAmount, status }) =>
          shownAmount === Number(amount) && status === "awaiting_payment"
      )
      expect(payment).toMatchObject({ next_action: { type: "qr" } })
      expect(gatewayPayments().at(-1)).toEqual([
        payment.reference_id,
        "processing",
        amount,
      ])
      expect(
        gatewayPayments()
          .slice(0, -1)
          .map(([, status]) => status)
      ).toEqual(after === 1 ? ["canceled", "canceled"] : ["canceled"])

      sandbox.payments.pay(String(payment.reference_id))
      await shop.reconcile()
      const paid = await shop.readOrder(orderId)
      expect(paid).toMatchObject({
        payment_status: "captured",
        summary: { paid_total: Number(amount), pending_difference: 0 },
      })
      expect(paid.payment_collections).toHaveLength(1)
      expect(issues).toEqual([])
    }
  )

  it("asks for it by another method when the shop no longer offers the one before", async () => {
    const orderId = await buyer.placeOrder(variant, {
      payment_method: "bank_transfer",
      payer: PAYER,
    })
    const restore = offerOnly(shop.getContainer(), "promptpay")
    await editQuantity(orderId, 2)
    const payment = await until(
      () => shop.shown(orderId),
      ({ amount, status }) => amount === 500 && status === "awaiting_payment"
    ).finally(restore)
    expect(payment).toMatchObject({
      payment_method: "promptpay",
      next_action: { type: "qr" },
    })
  })

  it("leaves the QR alone when the total stays what it was", async () => {
    const orderId = await buyer.placeOrder(variant)
    await editQuantity(orderId, 1)
    await shop.reconcile()
    expect(gatewayPayments()).toEqual([[orderId, "processing", "250.00"]])
  })

  it("asks for nothing any more when nothing is left to pay", async () => {
    const orderId = await buyer.placeOrder(variant)
    await editQuantity(orderId, 0)
    await until(
      () => gatewayPayments(),
      ([first]) => first?.[1] === "canceled"
    )
    expect(gatewayPayments()).toEqual([[orderId, "canceled", "250.00"]])
  })

  it("never leaves a QR over the old amount, also when the gateway was down at the edit", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.setMaintenance(true)
    await editQuantity(orderId, 2)
    await until(
      () => shop.shown(orderId),
      ({ status }) => status === "canceled"
    )
    expect(await shop.shown(orderId)).toMatchObject({
      next_action: null,
      can_retry: true,
    })
    await shop.endMaintenance()
    await shop.reconcile()
    expect(gatewayPayments()).toEqual([
      [orderId, "canceled", "250.00"],
      [`${orderId}.2`, "processing", "500.00"],
    ])
    sandbox.payments.pay(`${orderId}.2`)
    await shop.reconcile()
    expect(await shop.readOrder(orderId)).toMatchObject({
      payment_status: "captured",
      summary: { paid_total: 500, pending_difference: 0 },
    })
  })

  it("never leaves a QR over the old amount, also when another worked on the payment at the edit", async () => {
    const orderId = await buyer.placeOrder(variant)
    await sql(
      "update one2pays_payment set busy_until = now() + interval '1 minute' where order_id = ?",
      [orderId]
    )
    await editQuantity(orderId, 2)
    await until(
      () => shop.shown(orderId),
      ({ status }) => status === "canceled"
    )
    await sql(
      "update one2pays_payment set busy_until = null where order_id = ?",
      [orderId]
    )
    // By the customer's try, or by the edit itself where it has waited so long.
    await until(
      async () => {
        await buyer.payAgain(orderId)
        return shop.shown(orderId)
      },
      ({ amount, status }) => amount === 500 && status === "awaiting_payment"
    )
    expect(gatewayPayments().map(([, status]) => status)).toEqual([
      "canceled",
      "processing",
    ])
  })

  it("shows a person the money that comes for the old amount", async () => {
    const orderId = await buyer.placeOrder(variant)
    await editQuantity(orderId, 2)
    await until(
      () => shop.shown(orderId),
      ({ amount, next_action }) => amount === 500 && next_action !== null
    )
    sandbox.setWebhooks({ enabled: true })
    sandbox.payments.pay(orderId)
    await sandbox.webhooks.flush()
    await shop.untilIssues()
    expect(issues).toEqual([
      expect.objectContaining({
        issue: "paid_after_cancel",
        reference_id: orderId,
        amount: "250.00",
      }),
    ])
    expect((await shop.readOrder(orderId)).payment_status).toBe("awaiting")
  })

  it("asks for the new amount when the customer tries again after the payment ended", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.expire(orderId)
    await shop.reconcile()
    await editQuantity(orderId, 2)
    expect((await buyer.payAgain(orderId)).data.payment).toMatchObject({
      amount: 500,
      next_action: { type: "qr" },
    })
  })
})

describe("the edit of a paid order", () => {
  it("asks for the difference by a payment link, which makes the order paid in full", async () => {
    const orderId = await placePaid()
    await editQuantity(orderId, 3)
    const edited = await shop.readOrder(orderId)
    const outstanding = edited.payment_collections.find(
      ({ status }) => status !== "completed"
    ) as unknown as { id: string; amount: number }
    expect(outstanding.amount).toBe(500)
    expect(gatewayPayments()).toHaveLength(1)

    const chosen = await buyer.choosePayment(outstanding.id)
    expect(chosen.status).toBe(200)
    expect(await shop.shown(orderId)).toMatchObject({
      amount: 500,
      reference_id: `${orderId}.2`,
      status: "awaiting_payment",
      next_action: { type: "qr" },
    })
    sandbox.payments.pay(`${orderId}.2`)
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).summary).toMatchObject({
      paid_total: 750,
      pending_difference: 0,
    })
    expect(issues).toEqual([])
  })

  it("tells the merchant what was paid too much", async () => {
    const orderId = await buyer.placeOrder(variant)
    await editQuantity(orderId, 3)
    // The amount is known before the gateway has its payment.
    await until(
      () => shop.shown(orderId),
      ({ amount, next_action }) => amount === 750 && next_action !== null
    )
    sandbox.payments.pay(`${orderId}.2`)
    await shop.reconcile()
    await editQuantity(orderId, 1)
    await shop.untilNotice(orderId, "THB 500.00 too much")
    expect(await shop.readFeed()).toHaveLength(1)
    expect(gatewayPayments()).toHaveLength(2)
  })
})

describe("a payment link", () => {
  /** An order that staff made, and the link that they send. */
  async function linkFor(amount: number) {
    const order = await shop.resolve(Modules.ORDER).createOrders({
      currency_code: "thb",
      email: "somchai@example.com",
      region_id: shop.regionId,
      items: [{ title: "Tea by telephone", quantity: 1, unit_price: amount }],
    })
    const answer = await admin.post("/admin/payment-collections", {
      order_id: order.id,
      amount,
    })
    expect(answer.status).toBe(200)
    const collection = answer.data.payment_collection as { id: string }
    return { orderId: order.id, collectionId: collection.id }
  }

  it("is paid like a checkout, under the order's id", async () => {
    const { orderId, collectionId } = await linkFor(333.33)
    const chosen = await buyer.choosePayment(collectionId)
    expect(chosen.status).toBe(200)
    expect(JSON.stringify(chosen.data)).not.toContain("1234567890")
    expect(await shop.shown(orderId)).toMatchObject({
      reference_id: orderId,
      amount: 333.33,
      status: "awaiting_payment",
      next_action: {
        type: "qr",
        qr_payload: expect.stringContaining("5406333.33"),
      },
    })

    sandbox.setWebhooks({ enabled: true })
    sandbox.payments.pay(orderId)
    const paid = await shop.untilPaid(orderId)
    expect(paid.summary).toMatchObject({
      paid_total: 333.33,
      pending_difference: 0,
    })
    expect(await shop.shown(orderId)).toMatchObject({ status: "paid" })
  })

  it("shows one QR only when the customer chooses again, and can be tried again after it expired", async () => {
    const { orderId, collectionId } = await linkFor(100)
    await buyer.choosePayment(collectionId)
    await buyer.choosePayment(collectionId, {
      payment_method: "bank_transfer",
      payer: PAYER,
    })
    expect(gatewayPayments()).toEqual([
      [orderId, "canceled", "100.00"],
      [`${orderId}.2`, "processing", "100.00"],
    ])
    sandbox.payments.expire(`${orderId}.2`)
    await shop.reconcile()
    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 201,
      data: { payment: { reference_id: `${orderId}.3` } },
    })
    sandbox.payments.pay(`${orderId}.3`)
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).summary).toMatchObject({
      paid_total: 100,
    })
    expect(issues).toEqual([])
  })

  it("is refused for a canceled order and for one that is paid, without a call", async () => {
    const { orderId, collectionId } = await linkFor(100)
    await buyer.choosePayment(collectionId)
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    sandbox.resetCalls()
    const paid = await buyer.choosePayment(collectionId)
    expect(paid).toMatchObject({
      status: 409,
      data: { code: "one2pays_already_paid" },
    })
    expect((await shop.readOrder(orderId)).payment_status).toBe("captured")

    const other = await linkFor(100)
    await admin.post(`/admin/orders/${other.orderId}/cancel`)
    const canceled = await buyer.choosePayment(other.collectionId)
    expect(canceled).toMatchObject({
      status: 409,
      data: { code: "one2pays_order_canceled" },
    })
    expect(sandbox.callCounts()).toEqual({})
  })

  it("is left to the customer to open again when the gateway is down", async () => {
    const { orderId, collectionId } = await linkFor(100)
    sandbox.addFault({ kind: "unavailable", times: Infinity })
    expect(await buyer.choosePayment(collectionId)).toMatchObject({
      status: 503,
      data: { code: "one2pays_unavailable" },
    })
    sandbox.clearFaults()
    expect((await buyer.choosePayment(collectionId)).status).toBe(200)
    const { reference_id } = await shop.shown(orderId)
    sandbox.payments.pay(String(reference_id))
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
  })
})
