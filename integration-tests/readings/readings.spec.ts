import {
  canPlayTogether,
  READING_NAMES,
  type ReadingName,
} from "medusa-plugin-one2pays/sandbox"
import { runSeed, seeded } from "../cluster/random"
import { PAYER } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { BENEFICIARY, PAYOUT_LIMITS, type Shown } from "../setup/payout-desk"
import { startAnew } from "../setup/service-beside"
import { until } from "../setup/until"
import {
  firstAttemptsFail,
  type FirstAttemptsFail,
} from "./first-attempts-fail"

const MIXTURES = 6
/** Between the steps of a withdraw that comes back: longer than a late webhook takes, so that the shop sees it paid before. */
const STEP_MS = 10 * 60_000

const shop = openShop({
  price: 1290.5,
  carts: 4,
  provesUnit: false,
  env: {
    ...PAYOUT_LIMITS,
    ONE2PAYS_REFUNDS: JSON.stringify({ approvalAbove: 200 }),
  },
})
const { variant, buyer, admin, desk, sandbox } = shop

/** Those that the sandbox plays anyway, so that one journey stands for all of them. */
const AS_DOCUMENTED: ReadingName[] = [
  "satang",
  "display_qr_code",
  "created-201",
  "by-reference",
  "flat-webhooks",
  "payment-received",
  "withdrawal-events",
  "uuid-ids",
  "amounts-as-strings",
]

let late: FirstAttemptsFail | undefined

afterEach(async () => {
  await late?.close()
  late = undefined
})

const unitOf = (readings: ReadingName[]) =>
  readings.includes("baht") ? "baht" : "satang"

/** A gateway of these readings, and a shop that has just started, by default with the unit of the account. */
async function open(
  readings: ReadingName[],
  amountUnit = unitOf(readings)
): Promise<void> {
  const shopUrl = `http://localhost:${process.env.PORT!}/hooks/one2pays`
  late = isLate(readings) ? await firstAttemptsFail(shopUrl) : undefined
  await shop.replaceSandbox({
    readings,
    withdrawStepMs: readings.includes("returned-payouts") ? STEP_MS : 0,
    webhookUrls: [late?.url ?? shopUrl],
  })
  await startAnew(shop.getContainer(), { amountUnit })
}

const isLate = (readings: ReadingName[]) =>
  readings.some((name) => name.startsWith("late-redelivery"))

/** What was sent in vain comes again. */
async function redeliver(): Promise<void> {
  if (!late) return
  await until(
    () => sandbox.webhooks.deliveries(),
    (all) => all.every(({ attempts }) => attempts.length > 0)
  )
  const passedOn = late.passedOn.length
  const waiting = sandbox.webhooks
    .deliveries()
    .filter(({ state }) => state === "pending").length
  shop.clock.advance(6 * 60_000)
  await until(
    () => late!.passedOn.length - passedOn,
    (count) => count >= waiting
  )
}

const payerOf = (bank_code: string) => ({ ...PAYER, bank_code })

/** The whole way to an order, by a customer whose first bank may be refused. */
async function buy(
  payment_method: string,
  readings: ReadingName[]
): Promise<string> {
  const cart = await buyer.fillCart(variant)
  const collection = await buyer.startPayment(cart.id)
  const choose = async (bank: string) => {
    const data = { payment_method, payer: payerOf(bank) }
    expect((await buyer.choosePayment(collection, data)).status).toBe(200)
  }
  if (readings.includes("bank-refused")) {
    await choose("067")
    expect(await buyer.complete(cart.id)).toMatchObject({
      status: 400,
      data: { code: "one2pays_bank_refused" },
    })
  }
  await choose("004")
  const completed = await buyer.complete(cart.id)
  expect(completed).toMatchObject({ status: 200, data: { type: "order" } })
  return (completed.data.order as { id: string }).id
}

/** The customer sees how to pay. */
async function expectPayable(
  orderId: string,
  type: "qr" | "redirect",
  isLateToTell: boolean
): Promise<void> {
  const early = await shop.shown(orderId)
  if (isLateToTell) {
    // The gateway is still checking the payer's account.
    expect(early.message).toMatch(/checking your account/)
    await shop.reconcile()
  }
  expect(await shop.shown(orderId)).toMatchObject({
    status: "awaiting_payment",
    next_action: { type },
  })
}

async function pay(orderId: string): Promise<void> {
  sandbox.payments.pay(orderId)
  await redeliver()
  expect(await shop.untilPaid(orderId)).toMatchObject({
    payment_status: "captured",
    summary: { paid_total: 1290.5, pending_difference: 0 },
  })
  expect(await shop.shown(orderId)).toMatchObject({ status: "paid" })
}

async function unitState(): Promise<string> {
  const { data } = await admin.get("/admin/one2pays/status")
  return (data.status as { unit: { state: string } }).unit.state
}

/** Without a QR, two people look at the dashboard. */
async function proveUnit(readings: ReadingName[]): Promise<void> {
  if (readings.includes("use_payment_app")) {
    expect(await unitState()).toBe("unproved")
    for (const person of [desk.maker, desk.checker]) {
      await person.post("/admin/one2pays/unit/confirmations", {
        reading: readings.includes("baht") ? "฿1,000.00" : "฿10.00",
      })
    }
  }
  expect(await unitState()).toBe("proved")
  if (
    readings.includes("late-instructions") &&
    !readings.includes("use_payment_app")
  ) {
    // Nobody waits for this QR in a store.
    const { data } = await desk.maker.post("/admin/one2pays/unit/proofs", {
      ...{ account_name: "Unit proof", account_number: BENEFICIARY },
      ...{ bank_code: "004", amount: "1290.50" },
    })
    expect(data.unit).toMatchObject({ state: "proved" })
  }
}

/** Money leaves, and the bank may send it back. */
async function leave(id: string, readings: ReadingName[]): Promise<void> {
  await desk.letTimePass()
  await desk.send()
  if (readings.includes("returned-payouts")) {
    shop.clock.advance(2 * STEP_MS)
  }
  await expectEnd(id, "paid")
  if (readings.includes("returned-payouts")) {
    shop.clock.advance(STEP_MS)
    const { returned_at, issue } = await expectEnd(id, "failed")
    expect(returned_at).not.toBeNull()
    expect(issue).not.toBeNull()
  }
}

async function expectEnd(id: string, state: "paid" | "failed"): Promise<Shown> {
  await until(
    () => sandbox.withdraws.get(id)?.status,
    (status) => status === state
  )
  await redeliver()
  return desk.untilState(id, state)
}

async function expectJourney(readings: ReadingName[]): Promise<void> {
  const qr = readings.includes("use_payment_app") ? "redirect" : "qr"
  const first = await buy("promptpay", readings)
  const isLateToTell = readings.includes("late-instructions")
  await expectPayable(first, qr, isLateToTell)
  await pay(first)
  await proveUnit(readings)

  const second = await buy("bank_transfer", readings)
  await expectPayable(second, "redirect", isLateToTell)
  await pay(second)

  const { id: paymentId } = (await shop.readOrder(first))
    .payment_collections[0]!.payments[0]!
  const refund = await desk.maker.post(`/admin/payments/${paymentId}/refund`, {
    amount: 100.25,
  })
  expect(refund.status).toBe(200)
  const { withdraws } = await desk.list(`order_id=${first}&kind=refund`)
  await leave(withdraws[0]!.id, readings)

  const { id: payoutId } = await desk.create({ amount: "250.25" })
  await leave(payoutId, readings)
  await expectMonthsEnd([withdraws[0]!.id, payoutId], readings)
}

async function expectMonthsEnd(
  ids: string[],
  readings: ReadingName[]
): Promise<void> {
  const left = readings.includes("returned-payouts") ? 0 : 350.5
  const { data } = await admin.get("/admin/one2pays/money?days=31")
  expect(data.totals).toEqual({
    in: 2581,
    out: left,
    issues: left === 0 ? 2 : 0,
  })
  const exported = await admin.get("/admin/one2pays/withdraws/export")
  const lines = (exported.data as unknown as string).trim().split("\r\n")
  const columns = lines.shift()!.replace("\ufeff", "").split(",")
  const rows = lines.map((line) => {
    const cells = line.split(",")
    return Object.fromEntries(columns.map((name, at) => [name, cells[at]]))
  })
  expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort())
  const sum = rows
    .filter(({ state }) => state === "paid")
    .reduce((all, { amount }) => all + Math.round(Number(amount) * 100), 0)
  expect(sum / 100).toBe(left)
}

describe("the main journey", () => {
  it("as the reference pages have it", () => run(AS_DOCUMENTED))

  it.each(READING_NAMES.filter((name) => !AS_DOCUMENTED.includes(name)))(
    "under %s",
    (name) => run([name])
  )

  const random = seeded(runSeed())
  const mixtures = Array.from({ length: MIXTURES }, () => mixture(random))
  it.each(mixtures.map((names) => [names.join(" "), names] as const))(
    "under a mixture: %s",
    (_, names) => run(names)
  )
})

it.each([
  ["baht", "satang"],
  ["satang", "baht"],
] as const)(
  "an account in %s contradicts a shop in %s before anybody can pay",
  async (reading, amountUnit) => {
    await open([reading], amountUnit)
    const { id } = await buyer.checkout(await shop.sell(1290))
    expect(await buyer.complete(id)).toMatchObject({
      status: 500,
      data: { code: "one2pays_misconfigured" },
    })
    expect(await unitState()).toBe("contradicted")
    expect(sandbox.payments.list()).toMatchObject([{ status: "canceled" }])
  }
)

async function run(readings: ReadingName[]): Promise<void> {
  await open(readings)
  await expectJourney(readings)
}

/** Some of all readings, none of which contradicts another. */
function mixture(random: () => number): ReadingName[] {
  const chosen: ReadingName[] = []
  const shuffled = READING_NAMES.map((name) => ({ name, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ name }) => name)
  for (const name of shuffled) {
    if (
      random() < 0.6 &&
      chosen.every((other) => canPlayTogether(name, other))
    ) {
      chosen.push(name)
    }
  }
  return chosen
}
