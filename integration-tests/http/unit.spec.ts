import { startSandbox } from "medusa-plugin-one2pays/sandbox"
import { openShop } from "../setup/open-shop"
import { BENEFICIARY, PAYOUT_LIMITS } from "../setup/payout-desk"
import { proveUnit } from "../setup/proved-unit"
import { serviceBeside } from "../setup/service-beside"

// The sandbox and the shop speak satang. What speaks baht is started beside them.
const shop = openShop({
  provesUnit: false,
  webhooks: false,
  env: {
    ...PAYOUT_LIMITS,
    ONE2PAYS_REFUNDS: JSON.stringify({ approvalAbove: 200 }),
  },
})
const { variant, buyer, admin, desk, sandbox, issues, sql } = shop

const ACCOUNT = {
  account_name: "Unit proof",
  account_number: BENEFICIARY,
  bank_code: "004",
}

interface UnitView {
  state: string
  at: string | null
  by: { reference: string } | { people: { id: string; at: string }[] } | null
  proposal: { id: string; reading: string } | null
}

async function standing(): Promise<UnitView> {
  const { data } = await admin.get("/admin/one2pays/status")
  return (data.status as { unit: UnitView }).unit
}

const prove = (more: object = {}) =>
  admin.post("/admin/one2pays/unit/proofs", { ...ACCOUNT, ...more })

const confirm = (reading: string, by = desk.maker) =>
  by.post("/admin/one2pays/unit/confirmations", { reading })

/** A payout that may leave, as far as people are concerned. */
const payout = async () => (await desk.create({ amount: 100 })).id

const offered = async () =>
  (await buyer.get("/store/one2pays/payment-methods")).data.payment_methods

async function expectWaiting(id: string): Promise<void> {
  await desk.letTimePass()
  await desk.send()
  expect(await desk.read(id)).toMatchObject({
    state: "approved",
    waits_for: "unit",
  })
  expect(sandbox.withdraws.list()).toEqual([])
}

async function expectLeft(id: string): Promise<void> {
  await desk.letTimePass()
  await desk.send()
  expect(await desk.read(id)).toMatchObject({
    state: "pending",
    waits_for: null,
  })
  expect(sandbox.withdraws.list()).toEqual([
    expect.objectContaining({ amount: "10000.00" }),
  ])
}

/** A QR that asks for a hundred times the money, at a checkout. */
async function meetContradiction(): Promise<string> {
  const { id } = await buyer.checkout(variant)
  sandbox.payments.setQrAmount({ factor: 100 })
  expect((await buyer.complete(id)).status).toBe(500)
  sandbox.payments.setQrAmount("exact")
  const { by } = await standing()
  return (by as { reference: string }).reference
}

describe("while the unit is not proved", () => {
  it("a payout waits, and leaves after the first PromptPay payment", async () => {
    expect(await standing()).toMatchObject({ state: "unproved", by: null })
    const id = await payout()
    await expectWaiting(id)
    const { withdraws } = await desk.list()
    expect(withdraws).toMatchObject([{ id, waits_for: "unit" }])
    const orderId = await buyer.placeOrder(variant)
    expect(await standing()).toMatchObject({
      state: "proved",
      at: expect.any(String),
      by: { reference: orderId },
    })
    await expectLeft(id)
  })

  it("a refund waits", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    await sql("update one2pays_gateway_state set unit_state = null")
    const [payment] = await sql<{ id: string }>(
      "select id from payment where provider_id like 'pp_one2pays%'"
    )
    await admin.post(`/admin/payments/${payment!.id}/refund`, { amount: 100 })
    const { withdraws } = await desk.list("kind=refund")
    await expectWaiting(withdraws[0]!.id)
    await proveUnit(shop.getContainer())
    await expectLeft(withdraws[0]!.id)
  })

  it("a bank transfer is refused with a code of its own, and not offered", async () => {
    expect(await offered()).toEqual(["promptpay"])
    const data = {
      payment_method: "bank_transfer",
      payer: { ...ACCOUNT, account_name: "Somchai" },
    }
    const cart = await buyer.fillCart(variant)
    const collection = await buyer.startPayment(cart.id)
    expect(await buyer.choosePayment(collection, data)).toMatchObject({
      status: 409,
      data: { code: "one2pays_method_unavailable" },
    })
    await proveUnit(shop.getContainer())
    expect(await offered()).toEqual(["promptpay", "bank_transfer"])
    expect((await buyer.choosePayment(collection, data)).status).toBe(200)
  })

  it("a QR without an amount, or with satang added, proves nothing", async () => {
    sandbox.payments.setQrAmount("none")
    await buyer.placeOrder(variant)
    expect((await standing()).state).toBe("unproved")
    const { id } = await buyer.checkout(variant)
    sandbox.payments.setQrAmount({ factor: 1.0003 })
    await buyer.complete(id)
    expect((await standing()).state).toBe("unproved")
  })
})

describe("a payout of THB 100 in the wrong unit never leaves", () => {
  it.each([
    ["the account speaks baht and the shop satang", "baht", "satang"],
    ["the account speaks satang and the shop baht", "satang", "baht"],
  ] as const)("where %s", async (_, accountUnit, amountUnit) => {
    const gateway = await startSandbox({
      amountUnit: accountUnit,
      clock: shop.clock,
    })
    const other = serviceBeside(shop.getContainer(), {
      baseUrl: gateway.url,
      apiKey: gateway.apiKey,
      secretKey: gateway.secretKey,
      amountUnit,
    })
    try {
      await payout()
      await other.withdraws.send([])
      expect((await other.unit.read()).state).toBe("unproved")
      await other.payments.proveUnit(ACCOUNT, "10.00")
      expect((await other.unit.read()).state).toBe("contradicted")
      await other.withdraws.send([])
      expect(gateway.callCounts()).not.toHaveProperty(["withdraws.create"])
      expect(gateway.payments.list()).toMatchObject([{ status: "canceled" }])
    } finally {
      await other.connection.close()
      await gateway.close()
    }
  })
})

describe("a contradiction", () => {
  it("stops payouts, refunds and bank transfers, is an issue, and is told once", async () => {
    await proveUnit(shop.getContainer())
    const id = await payout()
    const transfer = await buyer.placeOrder(variant, {
      payment_method: "bank_transfer",
      payer: { ...ACCOUNT, account_name: "Somchai" },
    })
    const reference = await meetContradiction()
    expect(sandbox.payments.get(reference)!.status).toBe("canceled")
    expect((await standing()).state).toBe("contradicted")
    await shop.untilNotice("unit of the One2Pays account", "/settings/one2pays")
    await shop.untilIssues()
    expect(issues).toMatchObject([{ issue: "qr_amount_mismatch" }])
    await expectWaiting(id)
    expect(await offered()).toEqual(["promptpay"])
    await shop.reconcile()
    expect(sandbox.payments.get(transfer)!.status).toBe("canceled")
    const feed = await shop.readFeed()
    expect(feed.filter(({ title }) => /unit/.test(title))).toHaveLength(1)
  })

  it("makes the money of an open bank transfer an issue, and that of a checked QR none", async () => {
    await proveUnit(shop.getContainer())
    const transfer = await buyer.placeOrder(variant, {
      payment_method: "bank_transfer",
      payer: { ...ACCOUNT, account_name: "Somchai" },
    })
    const qr = await buyer.placeOrder(variant)
    await meetContradiction()
    sandbox.payments.pay(transfer)
    sandbox.payments.pay(qr)
    await shop.reconcile()
    const payment = await desk.maker.paymentOf(transfer)
    expect(payment).toMatchObject({
      state: "succeeded",
      issue: {
        code: "amount_mismatch",
        detail: expect.stringContaining("a hundred times as much"),
      },
    })
    expect((await shop.readOrder(transfer)).payment_status).not.toBe("captured")
    await shop.untilPaid(qr)

    // Nobody knows how much would go back.
    const payBack = () =>
      desk.maker.post(`/admin/one2pays/payments/${payment.id}/pay-back`)
    expect(await payBack()).toMatchObject({
      status: 409,
      data: { code: "one2pays_unit_contradicted" },
    })
    await prove()
    expect((await payBack()).data.withdraw).toMatchObject({
      amount: payment.amount,
    })
  })

  it("is not ended by the next QR that fits, but by a proof that staff ask for", async () => {
    const id = await payout()
    await meetContradiction()
    await buyer.placeOrder(variant)
    expect((await standing()).state).toBe("contradicted")
    await expectWaiting(id)
    expect((await prove()).data.unit).toMatchObject({ state: "proved" })
    await expectLeft(id)
  })

  it("keeps what is already taken for sending", async () => {
    await proveUnit(shop.getContainer())
    const id = await payout()
    await sql(
      `create function contradict() returns trigger language plpgsql as
         'begin update one2pays_gateway_state set unit_state = ''contradicted''; return new; end'`
    )
    await sql(
      `create trigger contradict after update on one2pays_withdraw
         for each row when (new.state = 'sending') execute function contradict()`
    )
    await desk.send()
    const { state, events } = await desk.read(id)
    expect(state).toBe("approved")
    expect(events.map(({ to }) => to)).toContain("sending")
    expect(sandbox.withdraws.list()).toEqual([])
  })

  it("holds for the value of amountUnit with which it was found", async () => {
    await meetContradiction()
    const other = serviceBeside(shop.getContainer(), { amountUnit: "baht" })
    expect((await other.unit.read()).state).toBe("unproved")
    await other.connection.close()
  })
})

it("a proof holds for the value of amountUnit with which it was made", async () => {
  const orderId = await buyer.placeOrder(variant)
  expect((await standing()).state).toBe("proved")
  const id = await payout()
  const other = serviceBeside(shop.getContainer(), { amountUnit: "baht" })
  expect((await other.unit.read()).state).toBe("unproved")
  await other.withdraws.send([])
  expect(await desk.read(id)).toMatchObject({ state: "approved" })
  // The shop has begun anew with the wrong value, and the payment of before tells it.
  await other.reconciliation.mindUnit()
  expect(await other.unit.read()).toMatchObject({
    state: "contradicted",
    by: { reference: orderId },
  })
  await other.connection.close()
})

describe("payments of before the plugin kept a proof", () => {
  it("an open payment proves the unit with the next reconciliation", async () => {
    const orderId = await buyer.placeOrder(variant)
    await sql("update one2pays_gateway_state set unit_state = null")
    await shop.reconcile()
    expect(await standing()).toMatchObject({
      state: "proved",
      by: { reference: orderId },
    })
  })

  it("a settled payment proves nothing: its QR is gone, and may have named no amount", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    await sql("update one2pays_gateway_state set unit_state = null")
    await shop.reconcile()
    expect(await standing()).toMatchObject({ state: "unproved" })
  })
})

describe("two people", () => {
  it("prove the unit by hand", async () => {
    const first = await confirm("฿10.00")
    expect(first).toMatchObject({
      status: 200,
      data: {
        unit: {
          state: "unproved",
          proposal: { id: desk.maker.userId, reading: "฿10.00" },
        },
      },
    })
    const id = await payout()
    await expectWaiting(id)
    const second = await confirm("10.00 บาท", desk.checker)
    expect(second.data.unit).toMatchObject({
      state: "proved",
      proposal: null,
      by: {
        people: [
          { id: desk.maker.userId, at: expect.any(String) },
          { id: desk.checker.userId, at: expect.any(String) },
        ],
      },
    })
    await expectLeft(id)
  })

  it("are not one person twice", async () => {
    await confirm("10")
    expect(await confirm("฿10.00")).toMatchObject({
      status: 403,
      data: { code: "one2pays_own_request" },
    })
    expect((await standing()).state).toBe("unproved")
  })

  it("who read otherwise than amountUnit contradict it, and can mend that", async () => {
    await confirm("฿1,000.00")
    expect((await confirm("1000", desk.checker)).data.unit).toMatchObject({
      state: "contradicted",
    })
    await expectWaiting(await payout())
    await confirm("฿10.00")
    expect((await confirm("฿10.00", desk.checker)).data.unit).toMatchObject({
      state: "proved",
    })
  })

  it("have to agree", async () => {
    await confirm("฿10.00")
    expect((await confirm("฿1,000.00", desk.checker)).data.unit).toMatchObject({
      state: "unproved",
      proposal: { id: desk.checker.userId, reading: "฿1,000.00" },
    })
  })

  it("cannot overrule a QR", async () => {
    await meetContradiction()
    expect(await confirm("฿10.00")).toMatchObject({
      status: 409,
      data: { code: "one2pays_unit_contradicted" },
    })
  })

  it("type in one of the two amounts", async () => {
    expect(await confirm("100")).toMatchObject({
      status: 400,
      data: { message: expect.stringContaining("฿10.00 or ฿1,000.00") },
    })
  })
})

describe("the proof that staff ask for", () => {
  it("proves the unit and leaves nothing to pay behind", async () => {
    expect(await prove()).toMatchObject({
      status: 200,
      data: { unit: { state: "proved" } },
    })
    expect(sandbox.payments.list()).toMatchObject([
      { amount: "1000.00", paymentMethod: "promptpay", status: "canceled" },
    ])
    expect((await prove({ amount: 50 })).status).toBe(200)
    expect(
      sandbox.payments
        .list()
        .map(({ amount }) => amount)
        .sort()
    ).toEqual(["1000.00", "5000.00"])
  })

  it("contradicts it", async () => {
    sandbox.payments.setQrAmount({ factor: 100 })
    expect(await prove()).toMatchObject({
      status: 200,
      data: { unit: { state: "contradicted" } },
    })
    expect(sandbox.payments.list()).toMatchObject([{ status: "canceled" }])
  })

  it("says so when the QR tells nothing", async () => {
    sandbox.payments.setQrAmount("none")
    expect(await prove()).toMatchObject({
      status: 409,
      data: { code: "one2pays_unit_undecided" },
    })
    expect(sandbox.payments.list()).toMatchObject([{ status: "canceled" }])
    expect((await standing()).state).toBe("unproved")
  })

  it("is canceled by the reconciliation where the gateway does not cancel it now", async () => {
    sandbox.addFault({
      kind: "unavailable",
      endpoint: "payments.cancel",
      times: Infinity,
    })
    expect((await prove()).status).toBe(200)
    expect(sandbox.payments.list()).toMatchObject([{ status: "processing" }])
    sandbox.clearFaults()
    await shop.reconcile()
    expect(sandbox.payments.list()).toMatchObject([{ status: "canceled" }])
  })

  it("is found, counted and canceled where the answer of its creation was lost", async () => {
    shop.loseAnswers("payments.create")
    expect((await prove()).status).toBe(503)
    sandbox.clearFaults()
    await sql(
      "update one2pays_payment set updated_at = updated_at - interval '2 minutes'"
    )
    await shop.reconcile()
    expect(sandbox.payments.list()).toMatchObject([{ status: "canceled" }])
    expect((await standing()).state).toBe("proved")
  })

  it("fails in a maintenance, and keeps no account number", async () => {
    sandbox.setMaintenance(true)
    expect(await prove()).toMatchObject({
      status: 503,
      data: { code: "one2pays_maintenance" },
    })
    const rows = await sql(
      "select state, payer_sealed from one2pays_payment where session_id like 'unit.%'"
    )
    expect(rows).toEqual([{ state: "failed", payer_sealed: "" }])
    sandbox.setMaintenance(false)
    await shop.endMaintenance()
  })

  it("names the field that is wrong", async () => {
    expect(await prove({ account_number: "12" })).toMatchObject({
      status: 400,
      data: { message: expect.stringMatching(/^account_number: expected/) },
    })
  })
})

describe("the unit of the balance", () => {
  /** The balance is read, and time passes until that moment can be judged. */
  async function readBalance(service = shop.one2pays): Promise<void> {
    await desk.forgetBalance()
    await service.connection.balance()
    await sql(
      `update one2pays_gateway_state set balance_as_of = balance_as_of - interval '40 seconds'`
    )
    await service.reconciliation.mindUnit()
    // So that what follows comes after it.
    await sql(
      `update one2pays_gateway_state
          set balance_unit = jsonb_set(balance_unit, '{base,at}', to_jsonb(now() - interval '1 hour'))
        where balance_unit is not null`
    )
  }

  /** A payout that was paid between two looks at the balance. */
  async function payOutBetween(
    service = shop.one2pays,
    meanwhile = () => {}
  ): Promise<void> {
    await readBalance(service)
    meanwhile()
    const id = await desk.pending()
    const { reference_id } = await desk.read(id)
    sandbox.withdraws.settle(reference_id, "paid")
    await desk.act(id, "check")
    await sql(
      `update one2pays_withdraw
          set sent_at = sent_at - interval '10 minutes', ended_at = ended_at - interval '10 minutes'`
    )
    await readBalance(service)
  }

  const balanceUnit = async (service = shop.one2pays) =>
    (await service.unit.read()).balance

  beforeEach(() => proveUnit(shop.getContainer()))

  it("is proved by a change of exactly what was paid out", async () => {
    await payOutBetween()
    expect(await balanceUnit()).toMatchObject({ unit: "baht", state: "proved" })
  })

  it("is contradicted by a hundredth of it", async () => {
    const other = serviceBeside(shop.getContainer(), { balanceUnit: "satang" })
    await payOutBetween(other)
    expect(await balanceUnit(other)).toMatchObject({
      unit: "satang",
      state: "contradicted",
    })
    // It holds for the value with which it was found.
    expect(await balanceUnit()).toMatchObject({ state: "unproved" })
    await other.connection.close()
  })

  it("stays open where other money moves, too", async () => {
    await payOutBetween(shop.one2pays, () =>
      sandbox.setWallet({ wallet: "1234.56" })
    )
    expect((await balanceUnit()).state).toBe("unproved")
  })
})

describe("the amount of a withdraw", () => {
  it("contradicts the unit when the gateway shows a hundred times of it", async () => {
    await proveUnit(shop.getContainer())
    const id = await desk.pending()
    const found = (await shop.one2pays.withdraws.find(id))!
    await sql(
      "update one2pays_withdraw set amount = 1, raw_amount = ? where id = ?",
      [JSON.stringify({ value: "1", precision: 20 }), id]
    )
    await desk.act(id, "check")
    expect(await standing()).toMatchObject({
      state: "contradicted",
      by: { reference: found.reference_id },
    })
    expect(await desk.read(id)).toMatchObject({
      issue: { code: "amount_mismatch" },
    })
  })
})
