import type { One2PaysModuleService } from "medusa-plugin-one2pays/modules/one2pays"
import { createWithdrawWorkflow } from "medusa-plugin-one2pays/workflows"
import { bangkokDay } from "../../src/modules/one2pays/shared/shop-zone"
import { PAYER, PAYER_DIGITS } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { BENEFICIARY, type Shown } from "../setup/payout-desk"
import { secret } from "../setup/secrets"

const shop = openShop({ price: 100, webhooks: false })
const { buyer, desk, sandbox, sql, variant } = shop

const path = "/admin/one2pays/withdraws"
const bulk = (rows: unknown[], more: object = {}) =>
  desk.maker.post(`${path}/bulk`, { rows, ...more })

const count = async () => (await desk.list()).count

/** Makes all payouts so many days older. */
const age = (days: number) =>
  sql(
    `update one2pays_withdraw set created_at = created_at - interval '${days} days'`
  )

/** Payouts of a version that kept no names of accounts. */
const forgetNames = () =>
  sql("update one2pays_withdraw set account_hash = null, batch_hash = null")

beforeEach(() => desk.forgetBalance())

describe("the same account and amount within a week", () => {
  it("is refused with the earlier ones, and let through for a reason that the checker reads", async () => {
    const first = await desk.create()
    const again = await desk.ask({ amount: 1290.5, idempotency_key: "k" })
    expect(again).toMatchObject({
      status: 409,
      data: { code: "one2pays_duplicate_payout" },
    })
    expect(again.data.message).toBe(
      `THB 1290.50 to the account ••3210 was asked for on ${bangkokDay(new Date(first.created_at))} already: ${first.id}`
    )
    expect(JSON.stringify(again.data)).not.toContain(BENEFICIARY)
    expect(await count()).toBe(1)

    const confirmed = await desk.create({
      idempotency_key: "k",
      confirm_duplicates: "two invoices",
    })
    expect(confirmed).toMatchObject({
      state: "requires_approval",
      warnings: ["duplicate"],
      duplicate: { reason: "two invoices", of: [first.id] },
    })
    const { events } = await desk.read(confirmed.id)
    expect(events[0]!.reason).toBe(
      "requested, though it looks like an earlier one: two invoices"
    )
    expect((await desk.approve(confirmed.id)).status).toBe(200)
    // The same request again is the same payout.
    expect((await desk.create({ idempotency_key: "k" })).id).toBe(confirmed.id)
    expect((await desk.read(first.id)).warnings).toEqual([])
  })

  it.each([
    ["amount", { amount: 1290.51 }],
    [
      "account with the same last four digits",
      { account_number: secret("account number", "1111113210") },
    ],
    ["bank", { bank_code: "014" }],
  ])("another %s is another payout", async (_, other) => {
    await desk.create()
    await desk.create(other)
    await forgetNames()
    await desk.create({ ...other, confirm_duplicates: "meant" })
    expect(await count()).toBe(3)
  })

  it("what came to nothing, and what is older, is no hindrance", async () => {
    const { id } = await desk.create()
    await desk.act(id, "reject")
    const { warnings } = await desk.create({ confirm_duplicates: "unneeded" })
    expect(warnings).toEqual([])
    await age(6)
    expect((await desk.ask()).status).toBe(409)
    await age(2)
    await desk.create()
  })

  it("counts those from before accounts had names", async () => {
    await desk.create()
    await forgetNames()
    expect((await desk.ask()).status).toBe(409)
    await sql("update one2pays_withdraw set account_sealed = ''")
    await desk.create()
  })

  it("counts what went back to a customer", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    const order = await shop.untilPaid(orderId)
    const paymentId = order.payment_collections[0]!.payments[0]!.id
    await desk.maker.post(`/admin/payments/${paymentId}/refund`, { amount: 50 })
    const again = await desk.ask({
      amount: 50,
      bank_code: PAYER.bank_code,
      account_number: PAYER_DIGITS,
    })
    expect(again.status).toBe(409)
  })

  it.each(["", " ", "x".repeat(1001), 1, "nul\u0000"])(
    "a reason is some words (%j)",
    async (confirm_duplicates) => {
      await desk.create()
      expect((await desk.ask({ confirm_duplicates })).status).toBe(400)
      expect(await count()).toBe(1)
    }
  )

  it("the shop's own code gives a reason, too", async () => {
    const run = (more: object) =>
      createWithdrawWorkflow(shop.getContainer()).run({
        input: { ...desk.payout(), requested_by: "system", ...more },
      })
    await run({})
    await expect(run({})).rejects.toMatchObject({
      code: "one2pays_duplicate_payout",
    })
    const { result } = await run({ confirm_duplicates: "monthly" })
    expect(result!.duplicate?.reason).toBe("monthly")
  })

  it("of two who ask for it at once, one has to say why", async () => {
    const answers = await Promise.all([desk.ask(), desk.ask()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })
})

describe("an upload", () => {
  const rows = () => [
    desk.payout({ amount: 10 }),
    desk.payout({ amount: 20 }),
    desk.payout({ amount: 30 }),
  ]

  it("names the rows that were asked for before", async () => {
    const { id } = await desk.create({ amount: 20 })
    const answer = await bulk(rows())
    expect(answer).toMatchObject({
      status: 409,
      data: { code: "one2pays_duplicate_payout" },
    })
    expect(answer.data.message).toMatch(
      new RegExp(`^row 2: THB 20.00 to the account ••3210 .*: ${id}$`)
    )
    const { data } = await bulk(rows(), { confirm_duplicates: "meant" })
    expect((data.withdraws as Shown[]).map(({ warnings }) => warnings)).toEqual(
      [[], ["duplicate"], []]
    )
  })

  it("names the rows that stand in it twice", async () => {
    const twice = [...rows(), desk.payout({ amount: "20.00" })]
    const answer = await bulk(twice)
    expect(answer).toMatchObject({
      status: 409,
      data: {
        code: "one2pays_duplicate_payout",
        message:
          "row 4: THB 20.00 to the account ••3210 stands in an earlier row already",
      },
    })
    expect(await count()).toBe(0)
    const { data } = await bulk(twice, { confirm_duplicates: "two invoices" })
    const written = data.withdraws as Shown[]
    const [, second, , fourth] = written
    expect(written.map(({ warnings }) => warnings)).toEqual([
      [],
      [],
      [],
      ["duplicate"],
    ])
    expect(fourth).toMatchObject({
      state: "requires_approval",
      duplicate: { reason: "two invoices", of: [second!.id] },
    })
  })

  it("of the same file is refused whenever it was, in whatever order its rows stand", async () => {
    const { data } = await bulk(rows())
    await age(30)
    const again = await bulk(rows().reverse())
    expect(again.status).toBe(409)
    expect(again.data.message).toMatch(
      new RegExp(
        `^The same file was uploaded on .*: ${data.batch_id as string}$`
      )
    )
    expect((await bulk(rows().slice(1))).status).toBe(201)
    const meant = await bulk(rows(), { confirm_duplicates: "each month" })
    expect(
      (meant.data.withdraws as Shown[]).map(({ warnings }) => warnings)
    ).toEqual([["duplicate"], ["duplicate"], ["duplicate"]])
  })
})

it("what tells an account goes with its number", async () => {
  const { id } = await desk.create()
  await bulk([desk.payout({ amount: 70 })])
  const [kept] = await sql("select account_hash from one2pays_withdraw")
  expect(JSON.stringify(kept)).not.toContain(BENEFICIARY)
  await sql(
    "update one2pays_withdraw set state = 'paid', updated_at = now() - interval '401 days'"
  )
  await shop.resolve<One2PaysModuleService>("one2pays").prune(100)
  const left = await sql(
    "select account_hash, batch_hash from one2pays_withdraw where account_hash is not null or batch_hash is not null"
  )
  expect(left).toEqual([])
  expect((await desk.read(id)).account_last4).toBe("3210")
})
