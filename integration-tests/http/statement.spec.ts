import type { StatementAnswer } from "../../src/api/admin/one2pays/statement/render-statement"
import type { Json } from "../../src/admin/client/json"
import { Migration20261130193000 } from "../../src/modules/one2pays/migrations/Migration20261130193000"
import { bangkokDay } from "../../src/modules/one2pays/shared/shop-zone"
import type { Difference } from "../../src/modules/one2pays/statement/compare"
import type { Answer } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { PAYOUT_LIMITS } from "../setup/payout-desk"
import { serviceBeside } from "../setup/service-beside"
import { until } from "../setup/until"

// Up to THB 1000 one person may pay out, and refund up to THB 200. The gateway settles no withdraw by itself.
const shop = openShop({
  price: 250,
  carts: 6,
  sandbox: { withdrawStepMs: null },
  env: {
    ...PAYOUT_LIMITS,
    ONE2PAYS_REFUNDS: JSON.stringify({ approvalAbove: 200 }),
  },
})
const { variant: tea, buyer, admin, clock, desk, one2pays, sandbox, sql } = shop

type Read = Json<StatementAnswer>

const DAY_MS = 86_400_000
const OFFSET_MS = 7 * 60 * 60_000

const today = (): string => bangkokDay(new Date(clock.now()))

/** Time goes on to so many seconds after the next midnight in Thailand. */
function untilMidnight(seconds = 1): string {
  const now = clock.now() + OFFSET_MS
  clock.advance(Math.ceil(now / DAY_MS) * DAY_MS - now + seconds * 1000)
  return today()
}

/** As the job of every minute does. Nothing moves in the same millisecond, of which nobody could tell what came first. */
async function takeSnapshot(): Promise<void> {
  await one2pays.statement.takeSnapshot()
  clock.advance(1)
}

/** The job may be at it already: the day's balance is read before anything else moves. */
async function keepBalance(): Promise<void> {
  await takeSnapshot()
  await until(
    () =>
      sql(
        `select day from one2pays_wallet_snapshot where day = '${today()}' and taken_at is not null`
      ),
    (known) => known.length > 0
  )
}

async function get<T>(path: string, query: object): Promise<T> {
  const parameters = new URLSearchParams(query as Record<string, string>)
  const answer = await admin.get(
    `/admin/one2pays/statement${path}?${parameters.toString()}`
  )
  expect([answer.status, answer.data]).toEqual([200, expect.anything()])
  return answer.data as unknown as T
}

const read = (from: string, to = from) => get<Read>("", { from, to })

const compare = (from: string, to = from, more: object = {}) =>
  admin.post("/admin/one2pays/statement/compare", { from, to, ...more })

async function differences(from: string, to = from): Promise<Difference[]> {
  const { status, data } = await compare(from, to)
  expect([status, data]).toEqual([200, expect.objectContaining({ next: null })])
  return data.differences as Difference[]
}

/** An order of THB 250 that is paid. @returns Medusa's payment, too */
async function sell(): Promise<{ orderId: string; paymentId: string }> {
  const orderId = await buyer.placeOrder(tea)
  sandbox.payments.pay(orderId)
  const order = await shop.untilPaid(orderId)
  return { orderId, paymentId: order.payment_collections[0]!.payments[0]!.id }
}

/** An order that got the wrong money. @returns id of our payment */
async function sellWrongly(amount: string): Promise<string> {
  const orderId = await buyer.placeOrder(tea)
  sandbox.payments.pay(orderId, { amount })
  const { id } = await until(
    () => admin.paymentOf(orderId),
    ({ issue }) => issue !== null
  )
  return id
}

const act = (path: string, action: string): Promise<Answer> =>
  desk.maker.post(`/admin/one2pays/${path}/${action}`)

/** The bank has paid what the gateway has of the shop's withdraws. */
async function settle(id: string): Promise<void> {
  sandbox.withdraws.settle(id, "paid")
  await desk.untilState(id, "paid")
}

async function send(id: string): Promise<string> {
  await desk.letTimePass()
  await desk.forgetBalance()
  await desk.send()
  await desk.untilState(id, "pending")
  return id
}

const payOut = async (amount: number) =>
  send((await desk.create({ amount })).id)

/** THB of the wallet, by the gateway's own book. */
const wallet = () => sandbox.status().walletThb

const NOTHING = {
  payments: "0.00",
  unmatched: "0.00",
  returned: "0.00",
  refunds: "0.00",
  payouts: "0.00",
  pay_backs: "0.00",
  in_flight: "0.00",
  fees: null,
  unexplained: "0.00",
}

it("days of mixed movements are the gateway's own book, to the satang", async () => {
  const days = [untilMidnight()]
  const book = [wallet()]
  await keepBalance()

  // The first day: sales, money that fits no order, a payout that its bank sends back two days later.
  const { orderId } = await sell()
  const { paymentId } = await sell()
  const wrong = await sellWrongly("99.99")
  const returned = await payOut(100)
  await settle(returned)
  days.push(untilMidnight())
  book.push(wallet())
  await keepBalance()

  // The second: a second transfer, a refund, and a payout that stays on its way over midnight.
  sandbox.payments.payTwice(orderId, { showsSum: true })
  const { id: paidTwice } = await admin.paymentOf(orderId)
  await act(`payments/${paidTwice}`, "check")
  await desk.maker.post(`/admin/payments/${paymentId}/refund`, {
    amount: 50.25,
  })
  const { withdraws } = await desk.list("kind=refund")
  await settle(await send(withdraws[0]!.id))
  const slow = await payOut(400)
  days.push(untilMidnight())
  book.push(wallet())
  await keepBalance()

  // The third: it ends unpaid, another one is canceled, and a bank sends money back. Unmatched money goes back, too.
  sandbox.withdraws.settle(slow, "failed")
  await desk.untilState(slow, "failed")
  const canceled = await payOut(300)
  await desk.act(canceled, "cancel", { reason: "not meant" })
  sandbox.withdraws.sendBack(returned)
  await desk.untilState(returned, "failed")
  const asked = await act(`payments/${wrong}`, "pay-back")
  const { id: back } = asked.data.withdraw as { id: string }
  await desk.approve(back)
  await settle(await send(back))
  days.push(untilMidnight())
  book.push(wallet())
  await keepBalance()

  const statement = await read(days[0]!, days[2])
  const snapshot = {
    settlement: "0.00",
    taken_at: expect.any(String) as string,
  }
  const moved: Partial<Read["days"][number]>[] = [
    { payments: "500.00", unmatched: "99.99", payouts: "100.00" },
    { unmatched: "250.00", refunds: "50.25", in_flight: "400.00" },
    { returned: "100.00", pay_backs: "99.99" },
  ]
  expect(statement.days).toEqual(
    moved.map((sums, index) => ({
      ...NOTHING,
      date: days[index],
      opening: book[index],
      closing: book[index + 1],
      unexplained_since: days[index],
      snapshot: { ...snapshot, wallet: book[index] },
      ...sums,
    }))
  )
  expect(statement.totals).toEqual({
    ...NOTHING,
    opening: book[0],
    closing: book[3],
    payments: "500.00",
    unmatched: "349.99",
    returned: "100.00",
    refunds: "50.25",
    payouts: "100.00",
    pay_backs: "99.99",
    unexplained_since: days[0],
  })
  expect(await differences(days[0]!, days[2])).toEqual([])

  // The list and the file have each movement once, and their sum is the change of the balance.
  const { movements, count } = await get<{
    movements: { kind: string; amount: string; reference_id: string }[]
    count: number
  }>("/movements", { from: days[0]!, to: days[2]! })
  expect(movements.map(({ kind, amount }) => [kind, amount])).toEqual([
    ["payment", "250.00"],
    ["payment", "250.00"],
    ["unmatched", "99.99"],
    ["payout", "-100.00"],
    ["unmatched", "250.00"],
    ["refund", "-50.25"],
    ["returned", "100.00"],
    ["pay_back", "-99.99"],
  ])
  expect(count).toBe(8)
  const file = await get<string>("/export", { from: days[0]!, to: days[2]! })
  const lines = file.trim().split("\r\n")
  expect(lines).toHaveLength(9)
  expect(lines[0]).toBe(
    "id,moved_at,kind,amount,reference_id,gateway_id,order_id,order_number"
  )
  expect(lines[4]).toMatch(
    /^o2pmv_\w+,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+07:00,payout,-100\.00,/
  )
  expect(lines[1]).toMatch(/,order_\w+,#\d+$/)

  // Shops that had orders before the ledger find them in it.
  const kinds = () =>
    sql(
      "select kind, amount::text, coalesce(payment_id, withdraw_id) as of from one2pays_movement order by kind, 3, amount"
    )
  const before = await kinds()
  await sql("truncate one2pays_movement")
  const migration = new Migration20261130193000(
    undefined as never,
    undefined as never
  )
  await migration.up()
  for (const query of migration.getQueries()) {
    await sql(query as string)
  }
  expect(await kinds()).toEqual(before)
})

it("names what the gateway has and the shop does not, what only the shop has, other amounts and other states", async () => {
  const day = untilMidnight()
  await takeSnapshot()
  const { orderId: twice } = await sell()
  const { orderId: fine } = await sell()
  const lost = await buyer.placeOrder(tea)
  const stranger = await one2pays.gateway.payments.create({
    amount: "77.25",
    referenceId: "somebody-else",
    paymentMethod: "promptpay",
    customerBankAccountName: "Somchai",
    customerBankAccountNumber: "1234567890",
    customerBankCode: "004",
  })
  expect(await differences(day)).toMatchObject([
    { kind: "not_here", reference_id: "somebody-else" },
  ])

  sandbox.payments.pay("somebody-else", { silent: true })
  sandbox.payments.pay(lost, { silent: true })
  sandbox.payments.payTwice(twice, { showsSum: true, silent: true })
  await sql(
    `insert into one2pays_payment
     select (jsonb_populate_record(payment, '{"id": "o2ppay_invented", "reference_id": "invented", "gateway_payment_id": "gone"}')).*
       from one2pays_payment payment where reference_id = ?`,
    [fine]
  )
  // What is as new as that may not be listed yet.
  clock.advance(120_000)
  const ofOrder = (order_id: string) => ({
    of: "payment",
    order_id,
    reference_id: order_id,
  })
  expect(await differences(day)).toEqual([
    {
      ...ofOrder(twice),
      kind: "other_amount",
      gateway_id: sandbox.payments.get(twice)!.id,
      ours: expect.objectContaining({
        state: "succeeded",
        amount: "250.00",
      }) as unknown,
      gateway: { status: "succeeded", amount: "500.00" },
    },
    {
      ...ofOrder(lost),
      kind: "other_state",
      gateway_id: sandbox.payments.get(lost)!.id,
      ours: expect.objectContaining({
        state: "open",
        amount: "250.00",
      }) as unknown,
      gateway: { status: "succeeded", amount: "250.00" },
    },
    {
      kind: "not_here",
      of: "payment",
      reference_id: "somebody-else",
      gateway_id: stranger.id,
      order_id: null,
      ours: null,
      gateway: { status: "succeeded", amount: "77.25" },
    },
    {
      ...ofOrder(fine),
      kind: "not_there",
      reference_id: "invented",
      gateway_id: "gone",
      ours: { id: "o2ppay_invented", state: "succeeded", amount: "250.00" },
      gateway: null,
    },
  ])

  const next = untilMidnight()
  await takeSnapshot()
  expect((await read(day)).days[0]).toMatchObject({
    payments: "500.00",
    unexplained: "577.25",
    unexplained_since: day,
  })
  // Once the shop knows of it, the day on which it came has it.
  await act(`payments/${(await admin.paymentOf(lost)).id}`, "check")
  await act(`payments/${(await admin.paymentOf(twice)).id}`, "check")
  expect((await read(day, next)).days).toMatchObject([
    { payments: "750.00", unmatched: "250.00", unexplained: "77.25" },
    { payments: "0.00", unexplained: null, closing: null },
  ])
})

it("takes two objects of the gateway's under one reference for two", async () => {
  const day = untilMidnight()
  const { orderId } = await sell()
  await sql(
    "update one2pays_payment set gateway_payment_id = 'another' where reference_id = ?",
    [orderId]
  )
  clock.advance(120_000)
  expect(await differences(day)).toMatchObject([
    { kind: "not_here", reference_id: orderId },
    { kind: "not_there", reference_id: orderId, gateway_id: "another" },
  ])
})

it("a balance that is read late is no difference", async () => {
  const day = untilMidnight()
  await takeSnapshot()
  await sell()
  const next = untilMidnight(120)
  const book = wallet()
  await sell()
  await payOut(40)
  clock.advance(60_000)
  await takeSnapshot()
  untilMidnight()
  await takeSnapshot()
  expect((await read(day, next)).days).toMatchObject([
    { payments: "250.00", closing: book, unexplained: "0.00" },
    {
      payments: "250.00",
      in_flight: "40.00",
      opening: book,
      closing: wallet(),
      unexplained: "0.00",
    },
  ])
})

it("a balance that nobody has read is null, and the next one names the difference since the last", async () => {
  const first = untilMidnight()
  await takeSnapshot()
  await sell()
  const second = untilMidnight()
  sandbox.setMaintenance(true)
  await takeSnapshot()
  await takeSnapshot()
  sandbox.setWallet({ wallet: "1.00" })
  untilMidnight()
  sandbox.setMaintenance(false)
  await shop.endMaintenance()
  await sql("update one2pays_wallet_snapshot set busy_until = now()")
  await takeSnapshot()
  const { days, totals } = await read(first, second)
  expect(days).toMatchObject([
    { opening: "100000.00", closing: null, unexplained: null },
    {
      opening: null,
      closing: "1.00",
      unexplained: "-100249.00",
      unexplained_since: first,
      snapshot: null,
    },
  ])
  expect(totals).toMatchObject({
    opening: "100000.00",
    closing: "1.00",
    unexplained: "-100249.00",
  })
})

it("two instances keep one balance a day, and ask once", async () => {
  const day = untilMidnight()
  const other = serviceBeside(shop.getContainer(), {})
  await Promise.all(
    [one2pays, other, one2pays, other].map(({ statement }) =>
      statement.takeSnapshot()
    )
  )
  await takeSnapshot()
  expect(sandbox.callCounts().balance).toBe(1)
  const rows = await sql("select day from one2pays_wallet_snapshot")
  expect(rows).toEqual([{ day }])
  await other.connection.close()
})

it("writes money down once, however often the shop hears of it", async () => {
  const { orderId } = await sell()
  const { id } = await admin.paymentOf(orderId)
  for (const { id } of sandbox.webhooks.deliveries()) {
    await sandbox.webhooks.redeliver(id)
  }
  await shop.reconcile()
  await Promise.all([
    act(`payments/${id}`, "check"),
    act(`payments/${id}`, "check"),
  ])
  expect(await sql("select kind, amount::text from one2pays_movement")).toEqual(
    [{ kind: "received", amount: "250.00" }]
  )
})

it("a comparison asks for a bounded number of pages, and goes on where it stopped", async () => {
  const day = untilMidnight()
  const created = Array.from({ length: 1005 }, (_, index) => index)
  for (const index of created) {
    await one2pays.gateway.withdraws.create({
      amount: "1.00",
      referenceId: `payout-${index}`,
      customerBankAccountName: "Somsri",
      customerBankAccountNumber: "1234567890",
      customerBankCode: "004",
    })
  }
  sandbox.resetCalls()
  const { data } = await compare(day)
  expect(data.compared).toEqual({ payments: 0, withdraws: 900 })
  expect(sandbox.callCounts()).toEqual({
    "payments.list": 1,
    "withdraws.list": 9,
  })
  const { data: rest } = await compare(day, day, { after: data.next })
  expect(rest).toMatchObject({
    compared: { payments: 0, withdraws: 105 },
    next: null,
  })
  const named = [data, rest].flatMap(
    ({ differences }) => differences as Difference[]
  )
  expect(named.map(({ kind, reference_id }) => [kind, reference_id])).toEqual(
    created.map((index) => ["not_here", `payout-${index}`])
  )
})

it("the ledger cannot be changed or deleted, not even by SQL", async () => {
  await sell()
  for (const statement of [
    "update one2pays_movement set amount = 1",
    "delete from one2pays_movement",
  ]) {
    await expect(sql(statement)).rejects.toThrow("only ever added")
  }
})

it.each([
  "",
  "month=2026-13",
  "month=2026-11&from=2026-11-01",
  "from=2026-11-02&to=2026-11-01",
  "from=2024-01-01&to=2026-01-01",
  "from=yesterday",
])("refuses ?%s", async (query) => {
  for (const path of ["", "/movements", "/export"]) {
    const { status } = await admin.get(
      `/admin/one2pays/statement${path}?${query}`
    )
    expect([path, status]).toEqual([path, 400])
  }
})

it("a month is all of its days up to today", async () => {
  const [month, day] = [today().slice(0, 7), Number(today().slice(8))]
  const { days } = await get<Read>("", { month })
  expect(days).toHaveLength(day)
  expect((await get<Read>("", { month: "2024-02" })).days).toHaveLength(29)
})

it("an unknown place to go on is refused, and a gateway that does not answer is told", async () => {
  expect((await compare(today(), today(), { after: "e30" })).status).toBe(400)
  sandbox.setMaintenance(true)
  expect((await compare(today())).status).toBe(503)
})
