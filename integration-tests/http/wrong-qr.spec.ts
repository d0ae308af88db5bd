import { orderIdOf } from "../setup/buyer"
import { loggedDuring } from "../setup/logged"
import { openShop } from "../setup/open-shop"

const shop = openShop({ webhooks: false })
const { variant, buyer, admin, sandbox, issues, sql } = shop

const FLAWS: [what: string, set: () => void, detail: RegExp][] = [
  [
    "another amount",
    () => sandbox.payments.setQrAmount({ factor: 1.0003 }),
    /^The QR asks for THB 250\.08, the gateway recorded THB 250\.00, the order is THB 250\.00\.$/,
  ],
  [
    "the other unit",
    () => sandbox.payments.setQrAmount({ factor: 100 }),
    /THB 25000\.00.* options\.amountUnit is "satang", .*"baht"\.$/,
  ],
  [
    "another currency",
    () => sandbox.payments.setQrFlaw("currency"),
    /currency 840/,
  ],
  [
    "a wrong checksum",
    () => sandbox.payments.setQrFlaw("checksum"),
    /checksum \(CRC\) is wrong/,
  ],
]

/** An order whose payment has no next action yet; it will be wrong when it comes. */
async function placeWithLateQr(flaw: () => void): Promise<string> {
  sandbox.payments.setNextAction(false)
  flaw()
  const orderId = await buyer.placeOrder(variant)
  expect(await shop.shown(orderId)).toMatchObject({
    status: "awaiting_payment",
    next_action: null,
  })
  sandbox.payments.setNextAction(true)
  return orderId
}

const check = async (orderId: string) => {
  const { id } = await admin.paymentOf(orderId)
  return admin.post(`/admin/one2pays/payments/${id}/check`)
}

const forgetAnswer = (orderId: string) =>
  sql(
    `update one2pays_payment
        set state = 'creating', gateway_payment_id = null, gateway_status = null, gateway_created_at = null,
            expires_at = null, updated_at = now() - interval '2 minutes'
      where order_id = ?`,
    [orderId]
  )

async function expectRefused(orderId: string, detail: RegExp): Promise<void> {
  expect(await shop.shown(orderId)).toMatchObject({
    status: "canceled",
    next_action: null,
    can_retry: true,
  })
  expect(sandbox.payments.get(orderId)!.status).toBe("canceled")
  await shop.untilIssues()
  expect(issues).toEqual([
    expect.objectContaining({
      issue: "qr_amount_mismatch",
      order_id: orderId,
      detail: expect.stringMatching(detail),
    }),
  ])
}

describe.each(FLAWS)("a QR with %s", (_, flaw, detail) => {
  it("is refused at checkout, and the log says what does not fit", async () => {
    const { id } = await buyer.checkout(variant)
    flaw()
    const { result: failed, entries } = await loggedDuring(() =>
      buyer.complete(id)
    )
    expect(failed).toMatchObject({
      status: 500,
      data: { code: "one2pays_misconfigured" },
    })
    const lines = entries.map(({ message }) => message)
    expect(lines).toContainEqual(
      expect.stringMatching(/^\[one2pays\] order order_\w+: The /)
    )
    const [payment] = sandbox.payments.list()
    expect(payment!.status).toBe("canceled")
    await shop.untilIssues()
    expect(issues.map((issue) => issue.detail)).toEqual([
      expect.stringMatching(detail),
    ])
  })

  it("is refused when it comes later", async () => {
    const orderId = await placeWithLateQr(flaw)
    expect((await check(orderId)).data.payment).toMatchObject({
      state: "canceled",
      issue: { code: "qr_amount_mismatch", resolved_at: null },
    })
    await expectRefused(orderId, detail)
    await check(orderId)
    await shop.reconcile()
    expect(issues).toHaveLength(1)
  })

  it("is refused on a payment that is found after a crash", async () => {
    const orderId = await placeWithLateQr(flaw)
    await forgetAnswer(orderId)
    await shop.reconcile()
    await expectRefused(orderId, detail)
  })
})

describe("a QR that comes late, and no webhook tells of", () => {
  /** So many that a list page costs fewer calls than they do one by one. */
  const placeThree = async (flaw = () => {}) => [
    await placeWithLateQr(flaw),
    await placeWithLateQr(flaw),
    await placeWithLateQr(flaw),
  ]

  it("is shown after a run of the reconciliation, which asks no further afterwards", async () => {
    const orderIds = await placeThree()
    await shop.reconcile()
    for (const orderId of orderIds) {
      expect(await shop.shown(orderId)).toMatchObject({
        status: "awaiting_payment",
        next_action: { type: "qr" },
      })
    }
    expect(await shop.callsOfRun()).toEqual({ "payments.list": 1 })
  })

  it("is refused by a run where it does not fit", async () => {
    const [orderId] = await placeThree(FLAWS[0]![1])
    await shop.reconcile()
    await shop.untilIssues(3)
    expect(sandbox.payments.get(orderId!)!.status).toBe("canceled")
    expect(await shop.shown(orderId!)).toMatchObject({
      status: "canceled",
      next_action: null,
      can_retry: true,
    })
  })
})

it("is refused once, with one issue, when several processes see it first", async () => {
  const orderId = await placeWithLateQr(FLAWS[0]![1])
  const payment = (await shop.one2pays.payments.findOfOrder(orderId))!
  await Promise.all(
    [1, 2, 3].map(() => shop.one2pays.payments.refresh(payment))
  )
  await expectRefused(orderId, FLAWS[0]![2])
})

it("is not shown while the gateway cannot cancel it, and is canceled afterwards", async () => {
  const orderId = await placeWithLateQr(FLAWS[0]![1])
  sandbox.addFault({
    kind: "unavailable",
    endpoint: "payments.cancel",
    times: Infinity,
  })
  await check(orderId)
  expect(sandbox.payments.get(orderId)!.status).toBe("processing")
  expect(await shop.shown(orderId)).toMatchObject({
    status: "canceled",
    next_action: null,
  })
  sandbox.clearFaults()
  await shop.reconcile()
  await expectRefused(orderId, FLAWS[0]![2])
})

it("gives way to another try", async () => {
  const orderId = await placeWithLateQr(FLAWS[0]![1])
  await check(orderId)
  sandbox.payments.setQrAmount("exact")
  const again = await buyer.payAgain(orderId)
  expect(again).toMatchObject({
    status: 201,
    data: { payment: { next_action: { type: "qr" } } },
  })
  sandbox.payments.pay(`${orderId}.2`)
  await shop.reconcile()
  expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
})

it("is not shown from a row that nobody has checked, neither on the page nor in a mail", async () => {
  const orderId = await buyer.placeOrder(variant)
  const { next_action } = (await shop.shown(orderId)) as {
    next_action: { qr_payload: string }
  }
  const qr = await buyer.get(`/store/one2pays/orders/${orderId}/qr.png`)
  const wrong = next_action.qr_payload.replace("250.00", "250.01")
  await sql(
    `update one2pays_payment
        set next_action = jsonb_set(next_action, '{qrCode,payload}', to_jsonb(?::text))
      where order_id = ?`,
    [wrong, orderId]
  )
  expect(await shop.shown(orderId)).toMatchObject({
    status: "awaiting_payment",
    next_action: null,
  })
  const sign = await buyer.get(`/store/one2pays/orders/${orderId}/qr.png`)
  expect([qr.status, sign.status]).toEqual([200, 200])
  expect(sign.data).not.toEqual(qr.data)
  expect((await admin.paymentOf(orderId)).payment_url).toBeNull()
})

describe("money that comes for a refused QR all the same", () => {
  const resolve = async (orderId: string) => {
    const { id } = await admin.paymentOf(orderId)
    const answer = await admin.post(`/admin/one2pays/payments/${id}/resolve`, {
      note: "One2Pays knows",
    })
    expect(answer.status).toBe(200)
  }

  /** A refused payment whose money comes, seen by one process that dies before it acts upon it, or does not. */
  async function paidAfterAll(
    isResolved: boolean,
    dies: boolean
  ): Promise<string> {
    const orderId = await placeWithLateQr(FLAWS[0]![1])
    await check(orderId)
    await shop.untilIssues()
    if (isResolved) {
      await resolve(orderId)
    }
    sandbox.payments.pay(orderId)
    if (dies) {
      const payment = await shop.one2pays.payments.findOfOrder(orderId)
      await shop.one2pays.payments.refresh(payment!)
      expect(await shop.shown(orderId)).toMatchObject({
        status: "under_review",
      })
    }
    await shop.reconcile()
    return orderId
  }

  it.each([
    ["open", "settles it", false, false],
    ["open", "dies before it settles it", false, true],
    ["resolved", "settles it", true, false],
    ["resolved", "dies before it settles it", true, true],
  ])(
    "is an issue of its own where that of the QR is %s, and the process that sees it %s",
    async (_, __, isResolved, dies) => {
      const orderId = await paidAfterAll(isResolved, dies)
      await shop.untilIssues(2)
      expect(issues.map(({ issue }) => issue)).toEqual([
        "qr_amount_mismatch",
        "paid_after_cancel",
      ])
      expect((await admin.paymentOf(orderId)).issue).toMatchObject({
        code: "paid_after_cancel",
        resolved_at: null,
        detail: expect.stringMatching(/^THB 250\.00 was paid for order/),
      })
      expect(await shop.shown(orderId)).toMatchObject({
        status: "under_review",
      })
      expect((await shop.readOrder(orderId)).payment_status).toBe("awaiting")
      expect(await shop.callsOfRun()).toEqual({})
      expect(issues).toHaveLength(2)
    }
  )

  it("is an issue of its own when its order was rolled back and the customer tries again", async () => {
    const { id } = await buyer.checkout(variant)
    FLAWS[0]![1]()
    expect((await buyer.complete(id)).status).toBe(500)
    const [lost] = sandbox.payments.list()
    sandbox.payments.pay(lost!.id)
    sandbox.payments.setQrAmount("exact")
    orderIdOf(await buyer.complete(id))
    await shop.reconcile()
    await shop.untilIssues(2)
    expect(issues.map(({ issue }) => issue)).toEqual([
      "qr_amount_mismatch",
      "order_rolled_back",
    ])
  })
})
