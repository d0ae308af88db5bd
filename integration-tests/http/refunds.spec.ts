import { Modules } from "@medusajs/framework/utils"
import { PAYER_DIGITS, type Wanted } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { PAYOUT_LIMITS, type Shown } from "../setup/payout-desk"
import { until } from "../setup/until"

// Up to THB 200 a refund leaves by itself, above it somebody else approves it.
const shop = openShop({
  price: 1000,
  sandbox: { withdrawStepMs: null },
  env: {
    ...PAYOUT_LIMITS,
    ONE2PAYS_REFUNDS: JSON.stringify({ approvalAbove: 200 }),
  },
})
const { variant, buyer, desk, sandbox, sql } = shop

/** An order of THB 1000 that is paid. @returns Medusa's payment */
async function paid(
  bought: Wanted = variant
): Promise<{ orderId: string; paymentId: string }> {
  const orderId = await buyer.placeOrder(bought)
  sandbox.payments.pay(orderId)
  const order = await shop.untilPaid(orderId)
  return {
    orderId,
    paymentId: order.payment_collections[0]!.payments[0]!.id,
  }
}

const refund = (paymentId: string, amount?: number) =>
  desk.maker.post(`/admin/payments/${paymentId}/refund`, {
    ...(amount === undefined ? {} : { amount }),
  })

const refundsOf = async (orderId: string): Promise<Shown[]> =>
  (await desk.list(`order_id=${orderId}&kind=refund&order=created_at`))
    .withdraws

const bookedBy = async (paymentId: string): Promise<number[]> => {
  const payment = await shop
    .resolve(Modules.PAYMENT)
    .retrievePayment(paymentId, { relations: ["refunds"] })
  return (payment.refunds ?? []).map(({ amount }) => Number(amount))
}

/** As core does when the provider's answer does not reach it. */
const forgetInMedusa = (refundId: string) =>
  sql("delete from refund where id = ?", [refundId])

it("goes to the payer's own account, as soon as it is sure that Medusa means it", async () => {
  const { orderId, paymentId } = await paid()
  expect((await refund(paymentId, 150.25)).status).toBe(200)
  const [asked] = await refundsOf(orderId)
  expect(asked).toMatchObject({
    kind: "refund",
    state: "approved",
    amount: 150.25,
    account_last4: PAYER_DIGITS.slice(-4),
    order_id: orderId,
    requested_by: "system",
  })
  await desk.send()
  expect(sandbox.withdraws.list()).toEqual([])

  await desk.letTimePass()
  await desk.send()
  await desk.untilState(asked!.id, "pending")
  expect(sandbox.withdraws.list()).toEqual([
    expect.objectContaining({
      referenceId: asked!.id,
      amount: "15025.00",
      bankAccountNumber: expect.stringMatching(
        new RegExp(`${PAYER_DIGITS.slice(-4)}$`)
      ),
    }),
  ])
  sandbox.withdraws.settle(asked!.id, "paid")
  expect((await desk.untilState(asked!.id, "paid")).issue).toBeNull()
  expect(await bookedBy(paymentId)).toEqual([150.25])
})

it("above the limit somebody else approves it: not who clicked it, and the payouts' limits are not its own", async () => {
  const dear = await shop.sell(95_000)
  const { orderId, paymentId } = await paid(dear)
  await refund(paymentId, 200.01)
  expect((await refund(paymentId, 94_799.99)).status).toBe(200)
  const [waiting, large] = await refundsOf(orderId)
  expect(waiting?.state).toBe("requires_approval")
  expect(large?.state).toBe("requires_approval")
  const own = await desk.approve(waiting!.id, desk.maker)
  expect(own).toMatchObject({ status: 403 })
  expect(await desk.read(waiting!.id)).toMatchObject({
    state: "requires_approval",
    requested_by: "system",
    asked_by: desk.maker.userId,
  })
  expect((await desk.approve(waiting!.id)).status).toBe(200)
  expect((await desk.approve(large!.id)).status).toBe(200)
  await desk.letTimePass()
  await desk.send()
  await desk.untilState(waiting!.id, "pending")
  await desk.untilState(large!.id, "pending")
})

it("two equal ones are two", async () => {
  const { orderId, paymentId } = await paid()
  await refund(paymentId, 100)
  await refund(paymentId, 100)
  await desk.letTimePass()
  await desk.send()
  await until(
    () => sandbox.withdraws.list().length,
    (count) => count === 2
  )
  expect(await refundsOf(orderId)).toHaveLength(2)
  expect(await bookedBy(paymentId)).toEqual([100, 100])
})

it("two equal ones at once are two, as many as Medusa has booked", async () => {
  const { orderId, paymentId } = await paid()
  for (let round = 0; round < 3; round++) {
    await Promise.all([refund(paymentId, 50), refund(paymentId, 50)])
  }
  const booked = await bookedBy(paymentId)
  const live = (await refundsOf(orderId)).filter(
    ({ state }) => state !== "canceled"
  )
  expect(live).toHaveLength(booked.length)
  expect(new Set(live.map(({ refund_id }) => refund_id)).size).toBe(
    booked.length
  )
  expect(booked.length).toBeGreaterThan(2)
})

it("one that Medusa has lost and asks for again is not paid twice", async () => {
  const { orderId, paymentId } = await paid()
  await refund(paymentId, 100)
  const [first] = await refundsOf(orderId)
  await forgetInMedusa(first!.refund_id!)
  await refund(paymentId, 100)
  const [adopted, ...more] = await refundsOf(orderId)
  expect(more).toEqual([])
  expect(adopted!.id).toBe(first!.id)
  expect(adopted!.refund_id).not.toBe(first!.refund_id)
  await desk.letTimePass()
  await desk.send()
  await desk.untilState(first!.id, "pending")
  expect(sandbox.withdraws.list()).toHaveLength(1)
})

it("one that Medusa has lost after it left is adopted, too, also when it is paid", async () => {
  const { orderId, paymentId } = await paid()
  await refund(paymentId, 100)
  const [first] = await refundsOf(orderId)
  await desk.letTimePass()
  await desk.send()
  await desk.untilState(first!.id, "pending")
  sandbox.withdraws.settle(first!.id, "paid")
  await desk.untilState(first!.id, "paid")
  await forgetInMedusa(first!.refund_id!)
  await refund(paymentId, 100)
  expect(await refundsOf(orderId)).toHaveLength(1)
  // The next one is another.
  await refund(paymentId, 100)
  expect(await refundsOf(orderId)).toHaveLength(2)
})

it("one that Medusa took back before it left is canceled, without an issue", async () => {
  const { orderId, paymentId } = await paid()
  await refund(paymentId, 100)
  const [first] = await refundsOf(orderId)
  await forgetInMedusa(first!.refund_id!)
  await desk.letTimePass()
  await desk.send()
  const canceled = await desk.untilState(first!.id, "canceled")
  expect(canceled.issue).toBeNull()
  expect(sandbox.withdraws.list()).toEqual([])
})

it("all of it, in parts, and never more than was paid", async () => {
  const { orderId, paymentId } = await paid()
  expect((await refund(paymentId, 600)).status).toBe(200)
  expect((await refund(paymentId, 400.01)).status).toBe(400)
  expect((await refund(paymentId, 400)).status).toBe(200)
  expect((await refund(paymentId, 0.01)).status).toBe(400)
  const amounts = (await refundsOf(orderId)).map(({ amount }) => amount)
  expect(amounts).toEqual([600, 400])
})

it("never more than was paid, even when Medusa has forgotten what left", async () => {
  const { orderId, paymentId } = await paid()
  await refund(paymentId, 150)
  const [first] = await refundsOf(orderId)
  await desk.letTimePass()
  await desk.send()
  await desk.untilState(first!.id, "pending")
  await forgetInMedusa(first!.refund_id!)
  const tooMuch = await refund(paymentId, 900)
  expect(tooMuch.status).toBe(400)
  expect(tooMuch.data.message).toContain("THB 850.00")
  expect((await refund(paymentId, 850)).status).toBe(200)
})

it.each([0.004, 0.005, 0.015, 100.001])(
  "with fractions of a satang (%s) is refused, and its field is named",
  async (amount) => {
    const { orderId, paymentId } = await paid()
    const answer = await refund(paymentId, amount)
    expect(answer).toMatchObject({
      status: 400,
      data: {
        type: "invalid_data",
        message: expect.stringMatching(/^amount: .*two decimals/),
      },
    })
    expect(await refundsOf(orderId)).toEqual([])
    expect(await bookedBy(paymentId)).toEqual([])
  }
)

it("of all that is left of a total with fractions pays back all that was paid", async () => {
  const { orderId, paymentId } = await paid(await shop.sell(337.585))
  expect((await refund(paymentId, 100)).status).toBe(200)
  expect((await refund(paymentId, 237.585)).status).toBe(200)
  const amounts = (await refundsOf(orderId)).map(({ amount }) => amount)
  expect(amounts).toEqual([100, 237.59])
})

it("more than the wallet holds waits until it holds it", async () => {
  const { orderId, paymentId } = await paid()
  sandbox.setWallet({ wallet: "99.99" })
  await desk.forgetBalance()
  expect((await refund(paymentId, 100)).status).toBe(200)
  const [{ id }] = (await refundsOf(orderId)) as [Shown]
  expect(await bookedBy(paymentId)).toEqual([100])
  await desk.letTimePass()
  await desk.send()
  expect(await desk.read(id)).toMatchObject({
    state: "approved",
    waits_for: "funds",
  })
  sandbox.setWallet({ wallet: "100.00" })
  await desk.forgetBalance()
  await desk.send()
  await desk.untilState(id, "pending")
  expect(sandbox.status().walletThb).toBe("0.00")
})

it.each([
  ["rejected", 300],
  ["canceled", 300],
  ["failed", 100],
])("%s, it is for a person: Medusa has booked it", async (end, amount) => {
  const { orderId, paymentId } = await paid()
  await refund(paymentId, amount)
  const [{ id }] = (await refundsOf(orderId)) as [Shown]
  if (end === "failed") {
    await desk.letTimePass()
    await desk.send()
    await desk.untilState(id, "pending")
    sandbox.withdraws.settle(id, "failed")
  } else {
    await desk.act(id, end === "rejected" ? "reject" : "cancel", {
      reason: "no such account",
    })
  }
  const ended = await desk.untilState(id, end)
  expect(ended.issue).toMatchObject({
    code: "refund_failed",
    detail: expect.stringContaining(orderId),
  })
  const open = await desk.list("issue=open")
  expect(open.withdraws.map((each) => each.id)).toEqual([id])
  const { data } = await desk.checker.get("/admin/one2pays/status")
  expect(JSON.stringify(data)).toContain('"open_issues":1')
})

const sendAgain = (id: string) =>
  desk.maker.post(`/admin/one2pays/withdraws/${id}/pay-back`)

it.each([
  ["that needed a second person the first time", 210, "cancel"],
  ["that a colleague rejected", 100, "reject"],
])(
  "one %s needs a second person when it is sent again, too",
  async (_, amount, end) => {
    const { orderId, paymentId } = await paid()
    await refund(paymentId, amount)
    const [{ id }] = (await refundsOf(orderId)) as [Shown]
    await sql(
      "update one2pays_withdraw set state = 'requires_approval' where id = ?",
      [id]
    )
    await desk.act(id, end, { reason: "not like this" })
    const again = await sendAgain(id)
    expect(again.status).toBe(201)
    expect(again.data.withdraw).toMatchObject({
      amount,
      state: "requires_approval",
    })
    const { id: second } = again.data.withdraw as Shown
    expect((await desk.approve(second, desk.maker)).status).toBe(403)
  }
)

/** A refund of THB 100 that was sent. */
async function sent(state: "pending" | "unknown"): Promise<string> {
  const { orderId, paymentId } = await paid()
  await refund(paymentId, 100)
  const [{ id }] = (await refundsOf(orderId)) as [Shown]
  await desk.letTimePass()
  await desk.send()
  await desk.untilState(id, state)
  return id
}

/** As a refund that did not get back, and that the merchant was told of long ago. */
const endHere = (id: string, state: "failed" | "canceled") =>
  sql(
    "update one2pays_withdraw set state = ?, ended_at = '2020-01-01', busy_until = null, issue = 'refund_failed', issue_detail = 'x', issue_raised_at = now(), issue_announced_at = now() where id = ?",
    [state, id]
  )

it("one that failed and is paid after all says so, and is not sent again", async () => {
  const id = await sent("pending")
  await endHere(id, "failed")
  expect(await desk.read(id)).toMatchObject({ can_pay_back: true })
  sandbox.withdraws.settle(id, "paid")
  expect(await desk.untilState(id, "paid")).toMatchObject({
    can_pay_back: false,
    ended_at: expect.not.stringContaining("2020-"),
    issue: { code: "paid_after_cancel", resolved_by: null },
  })
  expect((await sendAgain(id)).status).toBe(409)
  expect((await desk.list()).withdraws).toHaveLength(1)
})

it("one that failed, and waits at the gateway all the same, is not sent again", async () => {
  const id = await sent("pending")
  await endHere(id, "failed")
  expect((await sendAgain(id)).status).toBe(409)
  expect((await desk.read(id)).issue).toMatchObject({
    code: "paid_after_cancel",
    detail: expect.stringContaining("pending at the gateway"),
  })
  expect((await desk.list()).withdraws).toHaveLength(1)
})

it("one that the gateway got although nobody knew is not sent again", async () => {
  sandbox.addFault({
    kind: "answer_lost",
    endpoint: "withdraws.create",
  })
  const id = await sent("unknown")
  await endHere(id, "canceled")
  expect((await sendAgain(id)).status).toBe(409)
  expect((await desk.read(id)).issue?.code).toBe("paid_after_cancel")
  expect((await desk.list()).withdraws).toHaveLength(1)
})

it("one that failed is sent again once, and asking anew costs no call", async () => {
  const id = await sent("pending")
  sandbox.withdraws.settle(id, "failed")
  await desk.untilState(id, "failed")
  const first = await sendAgain(id)
  expect(first.status).toBe(201)
  const calls = sandbox.calls().length
  const second = await sendAgain(id)
  expect(second.data.withdraw).toMatchObject({
    id: (first.data.withdraw as Shown).id,
  })
  expect(sandbox.calls()).toHaveLength(calls)
  expect((await desk.list()).withdraws).toHaveLength(2)
})

it("no log, list or answer has the payer's account number", async () => {
  const { orderId, paymentId } = await paid()
  const answer = await refund(paymentId, 100)
  expect(JSON.stringify(answer.data)).not.toContain(PAYER_DIGITS)
  const shown = await desk.list(`order_id=${orderId}`)
  expect(JSON.stringify(shown)).not.toContain(PAYER_DIGITS)
})
