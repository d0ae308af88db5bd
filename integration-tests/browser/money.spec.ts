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
  const { page, problems } = await logIn({ ...look, at: "/one2pays/payments" })
  await chartOf(page).waitFor()
  return { page, problems }
}

const chartOf = (page: Page) => page.getByTestId("one2pays-money").locator("ol")

interface Sums {
  date: string
  in: number
}

/** The sums that the server told the page. */
async function moneyOf(page: Page) {
  const answer = await page.request.get(
    `${demo.medusaUrl}/admin/one2pays/money`
  )
  return (await answer.json()) as {
    days: Sums[]
    totals: Omit<Sums, "date">
  }
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

    // The keyboard enters at today; from day to day it goes by the arrow keys.
    const day = page.getByTestId("one2pays-money-day")
    const links = chartOf(page).getByRole("link")
    await links.last().focus()
    expect(await day.innerText()).toContain(inBaht(days.at(-1)?.in ?? NaN))
    await page.keyboard.press("Home")
    expect(await day.innerText()).toContain(inBaht(days[0]?.in ?? NaN))
    await page.keyboard.press("ArrowLeft")
    await page.keyboard.press("ArrowRight")
    expect(await day.innerText()).toContain(inBaht(days[1]?.in ?? NaN))
    expect(await chartOf(page).locator('a[tabindex="0"]').count()).toBe(1)
    await page.keyboard.press("Escape")
    expect(await day.count()).toBe(0)
    await page.keyboard.press("End")
    expect(await sticksOut(page)).toBe(0)
    await photograph(page, name)
    expect(problems).toEqual([])
    await page.context().close()
  })
})

it("tells a screen reader of each day, and leads to the payments that were paid on it", async () => {
  const { page, problems } = await openMoney({})
  const { days } = await moneyOf(page)
  const today = days.at(-1)
  const link = chartOf(page).getByRole("link").last()
  expect(await link.getAttribute("aria-label")).toContain(
    `In ${inBaht(today?.in ?? NaN)}, Out `
  )
  await link.focus()
  await page.keyboard.press("Enter")
  const day = String(today?.date)
  await page.waitForURL((url) => url.searchParams.get("paid_to") === day)
  // The former rows stay until those of the day come.
  const others = page.locator("tbody tr").filter({ hasNotText: "Paid" })
  await others.first().waitFor({ state: "detached" })
  const states = page.locator("tbody").getByTestId("one2pays-payment-state")
  expect(new Set(await states.allTextContents())).toEqual(new Set(["Paid"]))
  expect(problems).toEqual([])
  await page.context().close()
})

it("shows a month, which the address keeps", async () => {
  const { page } = await openMoney({})
  const { days } = await moneyOf(page)
  const month = String(days.at(-1)?.date).slice(0, 7)
  await page.getByRole("combobox", { name: "Period" }).click()
  await page.getByRole("option").nth(1).click()
  await page.waitForURL((url) => url.searchParams.get("month") === month)
  await page.reload()
  const [year = 0, number = 0] = month.split("-").map(Number)
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate()
  await chartOf(page)
    .getByRole("link")
    .nth(count - 1)
    .waitFor()
  expect(await chartOf(page).getByRole("link").count()).toBe(count)
  await photograph(page, "money-month")
  await page.context().close()
})
