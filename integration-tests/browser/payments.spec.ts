import { readFile } from "node:fs/promises"
import type { Locator, Page } from "playwright-core"
import { DESKTOP, PHONE } from "./customer"
import { sticksOut } from "./fits"
import { openDemo } from "./open-demo"
import { askForPayout } from "./payouts"
import { photograph } from "./pictures"
import { orderForAdmin } from "./admin-api"

const { demo, gateway, arrive, logIn } = openDemo()

/** One that is paid, and one that waits. */
let paid: string
let waiting: string

async function placeOrder(): Promise<string> {
  const customer = await arrive(DESKTOP)
  const orderId = await customer.buy("silk-scarf")
  await customer.see("qr").waitFor()
  await customer.leave()
  return orderId
}

beforeAll(async () => {
  waiting = await placeOrder()
  const customer = await arrive(DESKTOP)
  paid = await customer.buy("silk-scarf")
  await gateway.payFor(paid)
  await customer.waitForStatus("paid")
  await customer.leave()
})

const PATH = "/one2pays/payments"

const rows = (page: Page) => page.locator("tbody tr")

const numberOf = async (orderId: string) =>
  `#${(await orderForAdmin(demo, orderId)).display_id}`

/** Whether all of it stands within the window and within its cell. */
async function isWhole(part: Locator): Promise<boolean> {
  const [inner, cell] = await Promise.all([
    part.boundingBox(),
    part.locator("xpath=ancestor::td").boundingBox(),
  ])
  if (!inner || !cell) return false
  return (
    inner.x >= Math.max(0, cell.x) &&
    inner.x + inner.width <= Math.min(PHONE.viewport.width, cell.x + cell.width)
  )
}

it("every payment is listed, searched and filtered, and the address keeps it", async () => {
  const { page, problems } = await logIn({ at: PATH })
  const number = await numberOf(paid)
  await rows(page).first().waitFor()
  await photograph(page, "payments")
  await page.getByPlaceholder("Search").fill(number)
  await page.waitForURL((url) => url.searchParams.get("q") === number)
  const row = rows(page).filter({ hasText: number })
  await row.getByText("Paid", { exact: true }).waitFor()
  expect(await row.innerText()).toContain("฿1,290.50")
  expect(await row.innerText()).toMatch(/••\d{4}/)

  await page.goto(
    `${demo.medusaUrl}/app${PATH}?status=paid&q=${waiting}&order=-amount`
  )
  await page.getByText("No payment fits the search.").waitFor()
  await page.getByRole("button", { name: "Clear all" }).click()
  await rows(page).filter({ hasText: "Waits for the customer" }).waitFor()

  await page.getByRole("button", { name: "Columns" }).click()
  await page.getByRole("menuitemcheckbox", { name: "Reference" }).click()
  await page.getByRole("menuitemcheckbox", { name: "Customer" }).click()
  await page.keyboard.press("Escape")
  await page.reload()
  await rows(page).getByText(waiting).waitFor()
  const headings = await page.locator("thead th").allTextContents()
  expect(headings).toContain("Reference")
  expect(headings).not.toContain("Customer")
  await photograph(page, "payments-columns")

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("button", { name: "Export" })
      .click()
      .then(() => page.getByRole("menuitem", { name: "CSV" }).click()),
  ])
  const csv = await readFile(await download.path(), "utf8")
  expect(csv.trim().split("\r\n")).toHaveLength(2)
  expect(csv).toContain(waiting)
  expect(problems).toEqual([])
})

it("the keyboard opens a payment, whose page tells its story", async () => {
  const { page, problems } = await logIn({ at: `${PATH}?q=${paid}` })
  const number = await numberOf(paid)
  await rows(page).getByRole("link", { name: number }).focus()
  await page.keyboard.press("Enter")
  await page.waitForURL(/payments\/o2ppay_/)
  const trail = page.getByTestId("one2pays-trail")
  await trail.getByText("Money came").waitFor()
  expect(await trail.locator("li").allInnerTexts()).toEqual([
    expect.stringContaining("The customer chose One2Pays"),
    expect.stringContaining("฿1,290.50"),
    expect.stringContaining("The order was paid"),
  ])
  await page.getByRole("link", { name: number }).waitFor()
  await photograph(page, "payment")
  await page.goBack()
  await rows(page).getByRole("link", { name: number }).waitFor()
  expect(problems).toEqual([])
})

it.each([
  { name: "payments-en-phone", language: "en", dark: false },
  { name: "payments-th-phone", language: "th", dark: true },
] as const)(
  "on a phone state and amount stay in sight ($name)",
  async ({ name, language, dark }) => {
    const { page, problems } = await logIn({
      ...{ language, dark, viewport: PHONE.viewport },
      at: `${PATH}?q=${paid}`,
    })
    await rows(page).first().waitFor()
    const row = rows(page).first()
    expect(await isWhole(row.getByTestId("one2pays-payment-state"))).toBe(true)
    expect(await isWhole(row.getByText("฿1,290.50"))).toBe(true)
    expect(await sticksOut(page)).toBe(0)
    await photograph(page, name)
    await row.getByRole("link").click()
    await page.getByTestId("one2pays-trail").waitFor()
    expect(await sticksOut(page)).toBe(0)
    await photograph(page, name.replace("payments", "payment"))
    expect(problems).toEqual([])
  }
)

it("so they do in the list of payouts, whatever the beneficiary's name", async () => {
  const name = `Somsak ${"Jai".repeat(12)}`
  const { id } = await askForPayout(demo, name, "321.09")
  const { page } = await logIn({
    ...{ language: "th", viewport: PHONE.viewport },
    at: `/one2pays/payouts?q=${id}`,
  })
  const row = rows(page).filter({ hasText: name })
  await row.waitFor()
  expect(await isWhole(row.getByTestId("one2pays-state"))).toBe(true)
  expect(await isWhole(row.getByText("฿321.09"))).toBe(true)
  expect(await sticksOut(page)).toBe(0)
  await photograph(page, "payouts-th-phone")
})

it("while the answer is late, the search keeps what is typed, and the page can be used", async () => {
  const { page, problems } = await logIn({ at: PATH })
  await rows(page).first().waitFor()
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route("**/admin/one2pays/payments?**", async (route) => {
    await held
    await route.continue()
  })
  const search = page.getByPlaceholder("Search")
  await search.fill(waiting)
  await page.waitForURL((url) => url.searchParams.get("q") === waiting)
  // The former rows stay until the others come, and the other tab opens meanwhile.
  expect(await rows(page).count()).toBeGreaterThan(0)
  await page.getByRole("tab", { name: /^Needs attention/ }).click()
  await page.getByRole("heading", { name: "Needs attention" }).waitFor()
  await page.getByRole("tab", { name: "All payments" }).click()
  letGo()
  await rows(page).getByText("Waits for the customer").waitFor()
  expect(await rows(page).count()).toBe(1)
  expect(await search.inputValue()).toBe(waiting)
  expect(problems).toEqual([])
})
