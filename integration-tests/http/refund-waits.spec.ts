import { PAYER_DIGITS, type Answer } from "../setup/buyer"
import { loggedDuring } from "../setup/logged"
import { loseKey } from "../setup/lost-key"
import { openShop } from "../setup/open-shop"
import { PAYOUT_LIMITS, type Shown } from "../setup/payout-desk"
import { withRefundsOff } from "../setup/refunds-off"

// Core cancels a paid order and books its refund whatever the plugin answers.
const shop = openShop({
  price: 1000,
  sandbox: { withdrawStepMs: null },
  env: {
    ...PAYOUT_LIMITS,
    ONE2PAYS_REFUNDS: JSON.stringify({ approvalAbove: 200 }),
  },
})
const { variant, buyer, desk, sandbox, sql } = shop

/** What the gateway's ledger shows, in THB. */
const inWallet = () => sandbox.status().walletThb

async function setWallet(wallet: string): Promise<void> {
  sandbox.setWallet({ wallet })
  await desk.forgetBalance()
}

/** An order of THB 1000 that is paid, and whose money is still in settlement. */
async function paid(bought = variant): Promise<string> {
  const orderId = await buyer.placeOrder(bought)
  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
  await setWallet("0.00")
  return orderId
}

const cancel = async (orderId: string): Promise<void> => {
  const { status } = await desk.maker.post(`/admin/orders/${orderId}/cancel`)
  expect(status).toBe(200)
}

const refundsOf = async (orderId: string): Promise<Shown[]> =>
  (await desk.list(`order_id=${orderId}&kind=refund&order=created_at`))
    .withdraws

/** Medusa's bookings for an order. */
const bookedFor = async (orderId: string): Promise<number[]> =>
  (
    await sql<{ amount: string }>(
      "select amount from order_transaction where order_id = ? and deleted_at is null order by id",
      [orderId]
    )
  ).map(({ amount }) => Number(amount))

/** The one refund of a canceled order, approved by a colleague. */
async function approvedRefundOf(orderId: string): Promise<Shown> {
  const [refund, ...more] = await refundsOf(orderId)
  expect(more).toEqual([])
  expect(refund).toMatchObject({ amount: 1000, state: "requires_approval" })
  expect((await desk.approve(refund!.id)).status).toBe(200)
  await desk.letTimePass()
  return refund!
}

const payBack = (paymentId: string) =>
  desk.maker.post(`/admin/one2pays/payments/${paymentId}/pay-back`)

/** Refunds the money of an order in Medusa, or so much of it. */
async function refund(orderId: string, amount?: number): Promise<Answer> {
  const { payment_collections } = await shop.readOrder(orderId)
  const { id } = payment_collections[0]!.payments[0]!
  return desk.maker.post(
    `/admin/payments/${id}/refund`,
    amount === undefined ? {} : { amount }
  )
}

/** The reconciliation, when Medusa has asked for all that it has booked. */
async function compareLater(): Promise<void> {
  shop.clock.advance(61_000)
  await shop.reconcile()
}

const sent = () =>
  sandbox.withdraws.list().map(({ referenceId, amount }) => ({
    referenceId,
    amount,
  }))

describe("a paid order that is canceled", () => {
  it("while the wallet is empty has a refund that waits for funds, and leaves when they are there", async () => {
    const orderId = await paid()
    await cancel(orderId)
    expect(await bookedFor(orderId)).toEqual([1000, -1000])
    const { id } = await approvedRefundOf(orderId)
    await desk.send()
    expect(await desk.read(id)).toMatchObject({
      state: "approved",
      waits_for: "funds",
      failure: null,
      issue: null,
    })
    await setWallet("999.99")
    await desk.send()
    expect(await desk.read(id)).toMatchObject({ waits_for: "funds" })
    expect(sent()).toEqual([])
    await setWallet("1000.25")
    await desk.send()
    expect(await desk.untilState(id, "pending")).toMatchObject({
      waits_for: null,
    })
    expect(sent()).toEqual([{ referenceId: id, amount: "100000.00" }])
    expect(inWallet()).toBe("0.25")
  })

  it("while the balance is unknown has a refund", async () => {
    const orderId = await paid()
    sandbox.addFault({
      kind: "unavailable",
      endpoint: "balance",
      times: Infinity,
    })
    await cancel(orderId)
    const { id } = await approvedRefundOf(orderId)
    await desk.send()
    expect(await desk.read(id)).toMatchObject({
      state: "approved",
      waits_for: "funds",
    })
    sandbox.clearFaults()
    await setWallet("1000.00")
    await desk.send()
    expect(await desk.untilState(id, "pending")).toMatchObject({
      waits_for: null,
    })
    expect(inWallet()).toBe("0.00")
  })

  it("while the key is gone has a refund that waits for it, and the log says once what to do", async () => {
    const orderId = await paid()
    await setWallet("5000.00")
    const find = await loseKey(shop.getContainer())
    await cancel(orderId)
    const { id } = await approvedRefundOf(orderId)
    const { entries } = await loggedDuring(async () => {
      await desk.send()
      await desk.send()
    })
    expect(
      entries.filter(({ message }) => message.includes("does not open"))
    ).toHaveLength(1)
    expect(await desk.read(id)).toMatchObject({
      state: "approved",
      waits_for: "key",
      failure: null,
      issue: null,
    })
    await find()
    await desk.send()
    expect(await desk.untilState(id, "pending")).toMatchObject({
      waits_for: null,
    })
    expect(sandbox.withdraws.list()).toEqual([
      expect.objectContaining({
        referenceId: id,
        bankAccountNumber: expect.stringMatching(
          new RegExp(`${PAYER_DIGITS.slice(-4)}$`)
        ),
      }),
    ])
    expect(inWallet()).toBe("4000.00")
  })

  it("while refunds are off is an issue with the sum that is owed, which goes back once", async () => {
    const orderId = await paid()
    await withRefundsOff(shop.one2pays, () => cancel(orderId))
    expect(await bookedFor(orderId)).toEqual([1000, -1000])
    expect(await refundsOf(orderId)).toEqual([])
    const [news] = await shop.untilIssues()
    expect(news).toMatchObject({
      issue: "refund_missing",
      order_id: orderId,
      detail: expect.stringContaining("owed THB 1000.00"),
    })
    const payment = await desk.maker.paymentOf(orderId)
    expect(payment).toMatchObject({
      can_pay_back: true,
      issue: { code: "refund_missing", owed: 1000, resolved_at: null },
    })

    await setWallet("1500.00")
    const [first, second] = await Promise.all([
      payBack(payment.id),
      payBack(payment.id),
    ])
    for (const answer of [first, second, await payBack(payment.id)]) {
      expect(answer).toMatchObject({
        status: 201,
        data: { withdraw: { amount: 1000, order_id: orderId } },
      })
    }
    const { id } = first.data.withdraw as Shown
    // Medusa has no row of the refund, and so would let it be asked for again.
    const again = await refund(orderId)
    expect(again).toMatchObject({
      status: 400,
      data: { code: "one2pays_refund_too_large" },
    })
    expect((await desk.approve(id)).status).toBe(200)
    await desk.send()
    await desk.untilState(id, "pending")
    expect(sent()).toEqual([{ referenceId: id, amount: "100000.00" }])
    expect(inWallet()).toBe("500.00")
    await compareLater()
    expect(shop.issues).toHaveLength(1)
  })

  it("whose payer is erased is an issue that staff close, once", async () => {
    const orderId = await paid()
    await sql("update one2pays_payment set payer_sealed = ''")
    await cancel(orderId)
    await shop.untilIssues()
    const { id, can_pay_back, issue } = await desk.maker.paymentOf(orderId)
    expect({ can_pay_back, owed: issue?.owed }).toEqual({
      can_pay_back: false,
      owed: 1000,
    })
    const path = `/admin/one2pays/payments/${id}/resolve`
    const body = { note: "paid by hand", issue: "refund_missing" }
    expect((await desk.maker.post(path, body)).status).toBe(200)
    await compareLater()
    expect(await desk.maker.paymentOf(orderId)).toMatchObject({
      issue: { resolved_by: desk.maker.userId },
    })
    expect(shop.issues).toHaveLength(1)
  })
})

describe("a refund that Medusa has booked, and nobody was asked to pay", () => {
  it("because the process died is found by the reconciliation, and no more than what is missing", async () => {
    const orderId = await paid()
    for (const amount of [300, 150]) {
      expect((await refund(orderId, amount)).status).toBe(200)
    }
    await sql("delete from one2pays_withdraw where amount = 150")
    await shop.reconcile()
    // Medusa may be about to ask for it.
    expect(shop.issues).toEqual([])
    await compareLater()
    expect(shop.issues).toEqual([
      expect.objectContaining({
        issue: "refund_missing",
        detail: expect.stringContaining("owed THB 150.00"),
      }),
    ])
    await compareLater()
    expect(shop.issues).toHaveLength(1)
  })

  it("waits for another issue of its payment to be closed", async () => {
    const orderId = await paid()
    const { id } = await desk.maker.paymentOf(orderId)
    await sql(
      "update one2pays_payment set issue = 'paid_twice', issue_raised_at = now(), issue_announced_at = now() where id = ?",
      [id]
    )
    await withRefundsOff(shop.one2pays, () => cancel(orderId))
    await compareLater()
    expect((await desk.maker.paymentOf(orderId)).issue?.code).toBe("paid_twice")
    await desk.maker.post(`/admin/one2pays/payments/${id}/resolve`, {
      note: "seen to",
    })
    await compareLater()
    expect((await desk.maker.paymentOf(orderId)).issue).toMatchObject({
      code: "refund_missing",
      owed: 1000,
    })
  })

  it("is owed no more once it is refunded in Medusa", async () => {
    const orderId = await paid()
    await withRefundsOff(shop.one2pays, () => cancel(orderId))
    await shop.untilIssues()
    const { id } = await desk.maker.paymentOf(orderId)
    // Core takes the refund, and then fails to give a canceled order the credit line of it.
    expect((await refund(orderId)).data.message).toContain("canceled")
    expect((await payBack(id)).status).toBe(409)
    await compareLater()
    expect((await desk.maker.paymentOf(orderId)).issue).toMatchObject({
      code: "refund_missing",
      resolved_by: "system",
    })
    expect(await refundsOf(orderId)).toHaveLength(1)
  })
})

describe("funds that do not suffice", () => {
  it("go to refunds in their turn, and then to payouts", async () => {
    await setWallet("1000.00")
    const payout = await desk.create({ amount: 900 })
    const orderId = await paid()
    expect((await refund(orderId, 150)).status).toBe(200)
    expect((await refund(orderId, 50)).status).toBe(200)
    const [large, small] = await refundsOf(orderId)
    await desk.letTimePass()

    await setWallet("100.00")
    await desk.send()
    // Not even what would fit overtakes the first one.
    expect(sent()).toEqual([])
    for (const [{ id }, waits_behind] of [
      [large!, { count: 0, amount: 0 }],
      [small!, { count: 1, amount: 150 }],
    ] as const) {
      expect(await desk.read(id)).toMatchObject({
        state: "approved",
        waits_for: "funds",
        waits_behind,
      })
    }
    // As ever, a payout that the wallet does not hold at all fails.
    expect(await desk.untilState(payout.id, "failed")).toMatchObject({
      failure: "balance",
    })

    await setWallet("200.00")
    await desk.send()
    await desk.untilState(small!.id, "pending")
    expect(
      sent()
        .map(({ referenceId }) => referenceId)
        .sort()
    ).toEqual([large!.id, small!.id].sort())
    expect(inWallet()).toBe("0.00")
  })

  it("keep a payout waiting that says what is before it", async () => {
    const orderId = await paid()
    await setWallet("500.00")
    const payout = await desk.create({ amount: 100 })
    await cancel(orderId)
    await approvedRefundOf(orderId)
    await desk.send()
    expect(await desk.read(payout.id)).toMatchObject({
      state: "approved",
      waits_for: "funds",
      waits_behind: { count: 1, amount: 1000 },
    })
    await setWallet("1100.00")
    await desk.send()
    await desk.untilState(payout.id, "pending")
    expect(inWallet()).toBe("0.00")
  })

  it("at the gateway make a refund wait, though the balance said otherwise", async () => {
    const orderId = await paid()
    await setWallet("5000.00")
    expect((await refund(orderId, 150)).status).toBe(200)
    const [{ id }] = (await refundsOf(orderId)) as [Shown]
    await desk.letTimePass()
    await shop.one2pays.connection.balance()
    sandbox.setWallet({ wallet: "0.00" })
    await desk.send()
    // It is not asked for again at once.
    await desk.send()
    expect((await desk.read(id)).events.map(({ to }) => to)).toEqual([
      "approved",
      "sending",
      "approved",
    ])
    expect(await desk.read(id)).toMatchObject({
      state: "approved",
      waits_for: "funds",
      failure: null,
      issue: null,
    })
    await setWallet("150.00")
    await desk.letTimePass()
    await desk.send()
    await desk.untilState(id, "pending")
    expect(inWallet()).toBe("0.00")
  })
})

it("what is available is one sum: on the card, for the form, for the upload and for the sender", async () => {
  const { withdraws } = shop.one2pays.options
  withdraws.feeMargin = "10%"
  try {
    await setWallet("1000.00")
    const flying = await desk.pending(100)
    await setWallet("1000.00")
    await desk.create({ amount: 250.25 })
    const { data } = await desk.checker.get("/admin/one2pays/balance")
    expect(data.balance).toMatchObject({
      wallet: 1000,
      waiting: 250.25,
      fee_margin: 100,
      available: 649.75,
    })
    const refused = await desk.ask({ amount: "649.76" })
    expect(refused).toMatchObject({
      status: 400,
      data: { message: expect.stringContaining("THB 649.75") },
    })
    const rows = [desk.payout({ amount: 600 }), desk.payout({ amount: 49.76 })]
    expect(
      await desk.maker.post("/admin/one2pays/withdraws/bulk", { rows })
    ).toMatchObject({
      status: 400,
      data: { message: expect.stringContaining("THB 649.75") },
    })
    const last = await desk.create({ amount: "649.75" })
    await desk.send()
    await desk.untilState(last.id, "pending")
    expect(inWallet()).toBe("100.00")
    expect((await desk.read(flying)).state).toBe("pending")
  } finally {
    delete withdraws.feeMargin
  }
})
