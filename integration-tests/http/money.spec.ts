import { daysUpTo, withinOneDay } from "../setup/bangkok-day"
import type { Wanted } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { PAYOUT_LIMITS } from "../setup/payout-desk"

interface Sums {
  in: number
  out: number
  issues: number
}

interface Money {
  days: (Sums & { date: string })[]
  totals: Sums
  time_zone: string
  currency_code: string
}

const NOTHING: Sums = { in: 0, out: 0, issues: 0 }

// Up to 1000 one person is enough.
const shop = openShop({
  price: 1290.5,
  env: PAYOUT_LIMITS,
  sandbox: { withdrawStepMs: 100 },
})
const { variant: tea, buyer, admin, desk, sandbox, sql } = shop

let sweets: string

beforeAll(async () => {
  sweets = await shop.sell(0.1)
})

const money = async (query = "") => {
  const answer = await admin.get(`/admin/one2pays/money${query}`)
  expect(answer.status).toBe(200)
  return answer.data as unknown as Money
}

async function sell(variant: Wanted): Promise<string> {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
  return orderId
}

async function payOut(amount: string): Promise<string> {
  const { id } = await desk.approved({ amount })
  await desk.send()
  await desk.untilState(id, "paid")
  return id
}

/** All that has happened in this test happened today, also where midnight has come since. */
const moveToToday = (today: string) =>
  Promise.all(
    Object.entries({
      one2pays_payment: ["settled_at", "issue_raised_at"],
      one2pays_withdraw: ["ended_at"],
    }).flatMap(([table, columns]) =>
      columns.map((column) =>
        sql(
          `update ${table} set ${column} = now() where (${column} at time zone 'Asia/Bangkok')::date < ?::date`,
          [today]
        )
      )
    )
  )

/** Moves what came in for an order to a moment of a day in Thailand. */
const receivedAt = (orderId: string, moment: string) =>
  sql(
    "update one2pays_payment set settled_at = (?::timestamp at time zone 'Asia/Bangkok') where order_id = ?",
    [moment, orderId]
  )

it("has every day up to today in Thailand, also those without money", async () => {
  const { today, days, totals, time_zone, currency_code } = await withinOneDay(
    shop.getContainer(),
    async (today) => ({
      today,
      ...(await money()),
    })
  )
  expect({ time_zone, currency_code }).toEqual({
    time_zone: "Asia/Bangkok",
    currency_code: "thb",
  })
  expect(days).toEqual(
    daysUpTo(today, 30).map((date) => ({ date, ...NOTHING }))
  )
  expect(totals).toEqual(NOTHING)
})

it("counts what made orders paid, and what left for good, exactly", async () => {
  await sell(tea)
  await sell(sweets)
  await sell(sweets)
  await sell(sweets)
  await payOut("250.25")
  // Asked for and not approved: no money has left.
  await desk.create({ amount: "5000.00" })
  // Placed and not paid: no money has come.
  await buyer.placeOrder(tea)

  const { today, days, totals } = await withinOneDay(
    shop.getContainer(),
    async (today) => {
      await moveToToday(today)
      return { today, ...(await money("?days=7")) }
    }
  )
  const sums = { in: 1290.8, out: 250.25, issues: 0 }
  expect(days).toHaveLength(7)
  expect(days.at(-1)).toEqual({ date: today, ...sums })
  expect(totals).toEqual(sums)
})

it("puts money on the day that it was in Thailand, whatever day it was elsewhere", async () => {
  const [one, two, three] = [await sell(tea), await sell(tea), await sell(tea)]
  const [four, five] = [await sell(sweets), await sell(sweets)]
  const paidOut = await payOut("99.99")

  const { days, before, day, after } = await withinOneDay(
    shop.getContainer(),
    async (today) => {
      const [before, day, after] = daysUpTo(today, 5) as [
        string,
        string,
        string,
      ]
      await receivedAt(one, `${before} 23:59:59.999`)
      await receivedAt(two, `${day} 00:00:00`)
      // Still the day before in UTC.
      await receivedAt(three, `${day} 06:59:59`)
      await receivedAt(four, `${day} 23:59:59.999`)
      await receivedAt(five, `${after} 00:00:00`)
      await sql(
        "update one2pays_withdraw set ended_at = (?::timestamp at time zone 'Asia/Bangkok') where id = ?",
        [`${day} 00:30:00`, paidOut]
      )
      return { before, day, after, ...(await money("?days=5")) }
    }
  )
  expect(days.slice(0, 3)).toEqual([
    { date: before, ...NOTHING, in: 1290.5 },
    { date: day, ...NOTHING, in: 2581.1, out: 99.99 },
    { date: after, ...NOTHING, in: 0.1 },
  ])
})

it("leaves out what came before the first day", async () => {
  const [early, late] = [await sell(tea), await sell(sweets)]
  const { first, days, totals } = await withinOneDay(
    shop.getContainer(),
    async (today) => {
      const [before, first] = daysUpTo(today, 3) as [string, string]
      await receivedAt(early, `${before} 23:59:59.999`)
      await receivedAt(late, `${first} 00:00:00`)
      return { first, ...(await money("?days=2")) }
    }
  )
  expect(days[0]).toEqual({ date: first, ...NOTHING, in: 0.1 })
  expect(totals).toEqual({ ...NOTHING, in: 0.1 })
})

it("has all days of a month, those to come too", async () => {
  const [early, late, next] = [
    await sell(tea),
    await sell(sweets),
    await sell(tea),
  ]
  await receivedAt(early, "2026-02-01 00:00:00")
  await receivedAt(late, "2026-02-28 23:59:59.999")
  await receivedAt(next, "2026-03-01 00:00:00")
  const { days, totals } = await money("?month=2026-02")
  expect(days.map(({ date }) => date)).toEqual(daysUpTo("2026-02-28", 28))
  expect(days[0]).toMatchObject({ in: 1290.5 })
  expect(days.at(-1)).toMatchObject({ in: 0.1 })
  expect(totals).toEqual({ ...NOTHING, in: 1290.6 })
  expect((await money("?month=2999-12")).days).toHaveLength(31)
})

it("marks the day on which money needed a person, and counts such money as neither", async () => {
  sandbox.setWebhooks({ enabled: false })
  const orderId = await buyer.placeOrder(tea)
  sandbox.payments.pay(orderId, { amount: "1000.00" })
  await shop.reconcile()
  const expectAnIssueToday = async () => {
    const { today, days } = await withinOneDay(
      shop.getContainer(),
      async (today) => {
        await moveToToday(today)
        return { today, ...(await money("?days=1")) }
      }
    )
    expect(days).toEqual([{ date: today, ...NOTHING, issues: 1 }])
  }
  await expectAnIssueToday()

  // Nor does it when it has gone back.
  sandbox.setWebhooks({ enabled: true })
  const [payment] = await sql<{ id: string }>(
    "select id from one2pays_payment where order_id = ?",
    [orderId]
  )
  const { data } = await desk.maker.post(
    `/admin/one2pays/payments/${payment!.id}/pay-back`
  )
  const { id } = data.withdraw as { id: string }
  await desk.approve(id)
  await desk.send()
  await desk.untilState(id, "paid")
  await expectAnIssueToday()
})

it.each(["days=0", "days=367", "days=x", "from=2026-01-01", "month=2026-13"])(
  "refuses ?%s",
  async (query) => {
    const answer = await admin.get(`/admin/one2pays/money?${query}`)
    expect(answer.status).toBe(400)
  }
)

it("is for those who are logged in", async () => {
  expect((await buyer.get("/admin/one2pays/money")).status).toBe(401)
})
