import type { Page } from "playwright-core"
import { DESKTOP } from "./customer"
import { sticksOut } from "./fits"
import { openDemo } from "./open-demo"
import { photograph } from "./pictures"
import type { Look } from "./staff"

const PHONE = { width: 390, height: 844 }

const { demo, gateway, arrive, logIn } = openDemo()

/** Money has come in today, so that there is something to see. */
beforeAll(async () => {
  const customer = await arrive(DESKTOP)
  await gateway.payFor(await customer.buy("silk-scarf"))
  await customer.waitForStatus("paid")
  await customer.leave()
})

async function openMoney(look: Look) {
  const { page, problems } = await logIn({
    ...look,
    at: "/one2pays/payouts",
  })
  const chunks: string[] = []
  page.on("request", (request) => {
    if (request.url().includes("money-by-day")) {
      chunks.push(request.url())
    }
  })
  await page.reload()
  await page.getByTestId("one2pays-balance").waitFor()
  expect(chunks).toEqual([])
  await page.goto(`${demo.medusaUrl}/app/one2pays/payments`)
  await chartOf(page).waitFor()
  expect(chunks).not.toEqual([])
  return { page, problems }
}

const chartOf = (page: Page) =>
  page.getByTestId("one2pays-money").locator("svg.recharts-surface")

interface Sums {
  in: number
}

/** The sums that the server told the page. */
async function moneyOf(page: Page) {
  const answer = await page.request.get(
    `${demo.medusaUrl}/admin/one2pays/money`
  )
  return (await answer.json()) as { days: Sums[]; totals: Sums }
}

/** ฿1,290.50 */
const inBaht = (amount: number) =>
  `฿${amount.toLocaleString("en", { minimumFractionDigits: 2 })}`

describe.each([
  { name: "money-en", look: { language: "en" }, title: "Money by day" },
  {
    name: "money-th-dark",
    look: { language: "th", dark: true },
    title: "เงินเข้าออกรายวัน",
  },
  {
    name: "money-phone",
    look: { language: "th", viewport: PHONE },
    title: "เงินเข้าออกรายวัน",
  },
] as const)("money by day ($name)", ({ name, look, title }) => {
  it("is drawn on demand, fits, and tells of a day what came in", async () => {
    const { page, problems } = await openMoney(look)
    await page.getByRole("heading", { name: title }).waitFor()
    const { days, totals } = await moneyOf(page)
    expect(totals.in).toBeGreaterThan(0)
    expect(await page.getByTestId("one2pays-money-in").innerText()).toBe(
      inBaht(totals.in)
    )

    // From day to day by the arrow keys; today is the last one.
    await chartOf(page).focus()
    for (let day = 1; day < 30; day++) {
      await page.keyboard.press("ArrowRight")
    }
    const today = page.getByTestId("one2pays-money-day")
    await today.waitFor()
    expect(await today.innerText()).toContain(inBaht(days.at(-1)?.in ?? NaN))
    expect(await sticksOut(page)).toBe(0)
    await photograph(page, name)
    expect(problems).toEqual([])
    await page.context().close()
  })
})

it("is a table for those who cannot see it", async () => {
  const { page } = await openMoney({})
  const { days } = await moneyOf(page)
  const last = days.filter((day) => day.in > 0).at(-1)
  const rows = page.getByRole("table", { name: "Days with money" })
  expect(await rows.getByRole("row").last().innerText()).toContain(
    inBaht(last?.in ?? NaN)
  )
  await page.context().close()
})

it("leaves the rest of the page alone when it cannot be loaded", async () => {
  const { page } = await logIn({
    at: "/one2pays/payouts",
  })
  await page.route(/money-by-day/, (route) => route.abort())
  await page.goto(`${demo.medusaUrl}/app/one2pays/payments`)
  await page.getByText("The chart could not be loaded.").waitFor()
  await page.getByRole("heading", { name: "Money by day" }).waitFor()
  await page.getByTestId("one2pays-money-in").waitFor()
  await photograph(page, "money-failed")
  await page.context().close()
})
