import { orderIdOf } from "../setup/buyer"
import { forgetGateway } from "../setup/new-client"
import { openShop } from "../setup/open-shop"

const shop = openShop({ webhooks: false })
const { variant, buyer, sandbox, issues, sql } = shop

/** The process died between writing the intent and reading the answer. */
const crashed = async (orderId: string, minutes: number) =>
  sql(
    `update one2pays_payment
        set state = 'creating', gateway_payment_id = null, gateway_status = null,
            gateway_created_at = null, next_action = null, expires_at = null,
            updated_at = now() - interval '${minutes} minutes'
      where order_id = ?`,
    [orderId]
  )

it.each([
  ["the list, where the by-reference route is missing", false],
  ["its reference", true],
])(
  "is found after a crash between call and answer, by %s",
  async (_, byReference) => {
    forgetGateway(shop.getContainer())
    const orderId = await buyer.placeOrder(variant)
    await crashed(orderId, 2)
    expect(await shop.shown(orderId)).toMatchObject({ status: "processing" })
    sandbox.setByReference(byReference)
    await shop.reconcile()
    expect(await shop.shown(orderId)).toMatchObject({
      status: "awaiting_payment",
      next_action: { type: "qr" },
    })
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
    expect(sandbox.payments.list()).toHaveLength(1)
  }
)

/** A completion that fails after the gateway made its payment. @returns the references of both orders */
async function rolledBack(): Promise<{ lost: string; cartId: string }> {
  const { id } = await buyer.checkout(variant)
  shop.loseAnswers("payments.create", "payments.by_reference")
  expect((await buyer.complete(id)).status).toBe(503)
  sandbox.clearFaults()
  const [payment] = sandbox.payments.list()
  return { lost: payment!.referenceId, cartId: id }
}

const makeOld = (minutes: number) =>
  sql(
    `update one2pays_payment set updated_at = now() - interval '${minutes} minutes'`
  )

it("is ended at the gateway when its order was rolled back", async () => {
  const { lost } = await rolledBack()
  await makeOld(2)
  await shop.reconcile()
  expect(sandbox.payments.get(lost)!.status).toBe("canceled")
  expect((await shop.paymentRow(lost)).state).toBe("canceled")
  expect(issues).toEqual([])
})

it("names cart and customer to a person when it was paid although its order was rolled back", async () => {
  const { lost, cartId } = await rolledBack()
  sandbox.payments.pay(lost)
  await makeOld(2)
  await shop.reconcile()
  await shop.untilIssues()
  expect(issues).toEqual([
    expect.objectContaining({
      issue: "order_rolled_back",
      reference_id: lost,
      amount: "250.00",
      detail: expect.stringContaining(cartId),
    }),
  ])
  expect(issues[0]!.detail).toContain("somchai@example.com")
  orderIdOf(await buyer.complete(cartId))
})

it("leaves alone what is being created right now", async () => {
  const orderId = await buyer.placeOrder(variant)
  await crashed(orderId, 0)
  expect(await shop.callsOfRun()).toEqual({})
})

it("has failed ten minutes later when the gateway never got it", async () => {
  const orderId = await buyer.placeOrder(variant)
  shop.resetGateway()
  await crashed(orderId, 9)
  await shop.reconcile()
  expect(await shop.shown(orderId)).toMatchObject({
    status: "processing",
    can_retry: false,
  })
  await crashed(orderId, 11)
  await shop.reconcile()
  expect(await shop.shown(orderId)).toMatchObject({
    status: "failed",
    can_retry: true,
  })
  expect((await buyer.payAgain(orderId)).status).toBe(201)
})

it("settles money whose order did not become paid, because the process died before", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  const { id } = await shop.paymentRow(orderId)
  await shop.one2pays.payments.refresh((await shop.one2pays.payments.find(id))!)
  expect((await shop.readOrder(orderId)).payment_status).toBe("awaiting")
  sandbox.resetCalls()
  await shop.reconcile()
  expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
  expect(sandbox.callCounts()).toEqual({})
})

describe("a payment whose session core has deleted", () => {
  const hide = (reference: string) =>
    sql(
      "update one2pays_payment set deleted_at = now() where reference_id = ?",
      [reference]
    )

  it("keeps its number: no other payment gets the reference", async () => {
    const orderId = await shop.placeExpired()
    const again = await buyer.payAgain(orderId)
    expect((again.data.payment as { reference_id: string }).reference_id).toBe(
      `${orderId}.2`
    )
    sandbox.payments.expire(`${orderId}.2`)
    await shop.reconcile()
    await hide(`${orderId}.2`)
    await sql("update one2pays_payment set replaced_at = null")
    const third = await buyer.payAgain(orderId)
    expect((third.data.payment as { reference_id: string }).reference_id).toBe(
      `${orderId}.3`
    )
  })

  it("is never created at the gateway", async () => {
    const orderId = await shop.placeExpired()
    const { payments } = shop.one2pays
    const last = (await payments.findOfOrder(orderId))!
    const session = {
      id: last.session_id,
      payment_collection_id: last.payment_collection_id,
      amount: last.amount,
      currency_code: last.currency_code,
    } as Parameters<typeof payments.initiate>[0]
    const next = await payments.initiate(session, await payments.dataOf(last), {
      order: null,
    })
    await payments.cancelSession(last.session_id)
    sandbox.resetCalls()
    await expect(
      payments.openNext(next, session, {
        id: orderId,
        display_id: null,
      })
    ).rejects.toMatchObject({ code: "one2pays_busy" })
    expect(sandbox.callCounts()).toEqual({})
  })
})
