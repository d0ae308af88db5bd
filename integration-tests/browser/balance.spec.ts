import { mkdirSync } from "node:fs"
import path from "node:path"
import type { Browser, Page } from "playwright-core"
import { launchChromium } from "./chromium"
import { Customer, DESKTOP } from "./customer"
import { gateway } from "./gateway"
import { runningDemo } from "./running-demo"
import { logIn } from "./staff"

const PICTURES = path.join(__dirname, "../../test-results")
/** The page asks every minute, and so does the server, at most. */
const ASKED_LIMIT_MS = 130_000
/** The plugin leaves a gateway in maintenance alone for 30 s at first, and the page asks every minute. */
const RECOVERY_LIMIT_MS = 150_000

const demo = runningDemo()
let browser: Browser

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  browser = await launchChromium()
})

afterAll(() => browser.close())

const photograph = async (page: Page, name: string) => {
  await page.getByTestId("one2pays-balance").scrollIntoViewIfNeeded()
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}

/** ฿100,000.00 */
const inBaht = (amount: string) =>
  `฿${Number(amount).toLocaleString("en", { minimumFractionDigits: 2 })}`

async function seeWallet(page: Page): Promise<void> {
  await page
    .getByTestId("one2pays-wallet")
    .filter({ hasText: inBaht(await gateway(demo).wallet()) })
    .waitFor({ timeout: ASKED_LIMIT_MS })
}

it("staff see the balance change after a payment, without reloading", async () => {
  const { page, problems } = await logIn(browser, demo, demo.administrator)
  await seeWallet(page)
  const before = await gateway(demo).wallet()
  const customer = await Customer.arrive(browser, demo, DESKTOP)
  await gateway(demo).payFor(await customer.buy("silk-scarf"))
  await customer.leave()
  expect(Number(await gateway(demo).wallet()) - Number(before)).toBeCloseTo(
    1290.5
  )
  await seeWallet(page)
  const text = await page.getByTestId("one2pays-balance").innerText()
  expect(text).toContain("Wallet")
  expect(text).toContain("Active")
  await photograph(page, "balance-en")
  expect(problems).toEqual([])
}, 300_000)

it("in maintenance staff see the last known balance, and when One2Pays is asked again", async () => {
  const { page, problems } = await logIn(browser, demo, demo.administrator, {
    language: "th",
    dark: true,
  })
  await seeWallet(page)
  const balance = page.getByTestId("one2pays-balance")
  expect(await balance.innerText()).toContain("ใช้งานได้")
  await photograph(page, "balance-th")
  const customer = await Customer.arrive(browser, demo, DESKTOP)
  await customer.bringToCheckout("silk-scarf")
  await customer.fillInPayer()
  await gateway(demo).setMaintenance(true)
  try {
    // Whoever meets it first tells everybody.
    await customer.see("place-order").click()
    await customer.see("checkout-error").waitFor()
    await page.reload()
    await balance.getByText("One2Pays ปิดปรับปรุงชั่วคราว").waitFor()
    await balance.getByTestId("one2pays-wallet").waitFor()
    await photograph(page, "balance-maintenance-th")
  } finally {
    await gateway(demo).setMaintenance(false)
  }
  await balance
    .getByText("One2Pays ปิดปรับปรุงชั่วคราว")
    .waitFor({ state: "detached", timeout: RECOVERY_LIMIT_MS })
  await customer.leave()
  expect(problems).toEqual([])
}, 400_000)
