import { mkdirSync } from "node:fs"
import path from "node:path"
import type { Browser, Page } from "playwright-core"
import { launchChromium } from "./chromium"
import { runningDemo } from "./running-demo"
import { inviteColleague, logIn, type Login } from "./staff"

const PICTURES = path.join(__dirname, "../../test-results")
/** Sent within five seconds, and paid by the local gateway two seconds later. */
const PAID_LIMIT_MS = 40_000

const demo = runningDemo()
let browser: Browser
let colleague: Login

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  browser = await launchChromium()
  colleague = await inviteColleague(demo, "checker@example.com")
})

afterAll(() => browser.close())

const photograph = (page: Page, name: string) =>
  page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true })

const state = (page: Page) => page.getByTestId("one2pays-state").first()

it("staff ask for a payout, cannot approve their own, and a colleague's approval has it paid", async () => {
  const maker = await logIn(browser, demo, demo.administrator)
  const { page } = maker
  await page.getByRole("link", { name: "Payouts" }).click()
  await page.getByText("No payouts yet").waitFor()
  await photograph(page, "payouts-empty")

  await page.getByRole("button", { name: "New payout" }).click()
  await page.getByRole("button", { name: "Review" }).click()
  await page.getByText("Enter an amount above 0").waitFor()
  await page.fill("#amount", "1290.50")
  await page.click("#bank_code")
  await page.getByRole("option", { name: /004/ }).click()
  await page.fill("#account_name", "สมศรี ขยัน")
  await page.fill("#account_number", "1234567890")
  expect(await page.inputValue("#account_number")).toBe("123-4-56789-0")
  await photograph(page, "payout-form")
  await page.getByRole("button", { name: "Review" }).click()
  const summary = await page.getByTestId("one2pays-summary").textContent()
  expect(summary).toContain("฿1,290.50")
  expect(summary).toContain("สมศรี ขยัน")
  await page.getByRole("button", { name: "Ask for this payout" }).click()

  await page.getByText("สมศรี ขยัน · 004 ••7890").click()
  await page.waitForURL(/payouts\/o2pwd_/)
  await page.getByText("somebody else must approve it").waitFor()
  expect(await page.getByRole("button", { name: "Approve" }).isDisabled()).toBe(
    true
  )
  await photograph(page, "payout-own")

  const checker = await logIn(browser, demo, colleague, {
    language: "th",
    dark: true,
  })
  await checker.page.goto(page.url())
  await checker.page.getByRole("button", { name: "อนุมัติ", exact: true }).click()
  await checker.page.getByRole("button", { name: "ยืนยัน" }).click()
  await checker.page
    .getByTestId("one2pays-state")
    .filter({ hasText: "จ่ายแล้ว" })
    .first()
    .waitFor({ timeout: PAID_LIMIT_MS })
  await photograph(checker.page, "payout-paid-th")
  expect(checker.problems).toEqual([])

  await page.getByText("Paid").first().waitFor({ timeout: 15_000 })
  expect(await state(page).textContent()).toContain("Paid")
  await page.getByRole("link", { name: "Payouts" }).click()
  await page.getByText("สมศรี ขยัน · 004 ••7890").waitFor()
  await photograph(page, "payouts")
  expect(maker.problems).toEqual([])
}, 180_000)
