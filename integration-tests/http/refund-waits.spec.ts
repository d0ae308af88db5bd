import { loggedDuring } from "../setup/logged"
import { loseKey } from "../setup/lost-key"
import { openShop } from "../setup/open-shop"
import { PAYER_DIGITS } from "../setup/buyer"
import { PAYOUT_LIMITS, type Shown } from "../setup/payout-desk"
import { withRefundsOff } from "../setup/refunds-off"
import { until } from "../setup/until"

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
    expect(await desk.read(id)).toMatchObject({ state: "approved" })
    sandbox.clearFaults()
    await setWallet("1000.00")
    await desk.send()
    await desk.untilState(id, "pending")
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

  it("while refunds are off is an issue with the sum that is owed", async () => {
    const orderId = await paid()
    await withRefundsOff(shop.one2pays, () => cancel(orderId))
    expect(await bookedFor(orderId)).toEqual([1000, -1000])
    expect(await refundsOf(orderId)).toEqual([])
    const [issue] = await shop.untilIssues()
    expect(issue).toMatchObject({
      issue: "refund_missing",
      order_id: orderId,
      detail: expect.stringContaining("THB 1000.00"),
    })
    await until(
      () => desk.maker.paymentOf(orderId),
      (payment) => payment.issue?.code === "refund_missing"
    )
  })
})
