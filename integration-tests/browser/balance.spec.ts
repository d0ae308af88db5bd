import type { Browser, Page } from "playwright-core"
import { launchChromium } from "./chromium"
import { Customer, DESKTOP } from "./customer"
import { gateway } from "./gateway"
import { pictureOf } from "./pictures"
import { runningDemo } from "./running-demo"
import { logIn } from "./staff"

/** The page asks every minute, and so does the server, at most. */
const ASKED_LIMIT_MS = 130_000
/** The plugin leaves a gateway in maintenance alone for 30 s at first, and then asks every minute. */
const RECOVERY_LIMIT_MS = 120_000

const demo = runningDemo()
let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser.close())

const photograph = async (page: Page, name: string) => {
  await page.getByTestId("one2pays-balance").scrollIntoViewIfNeeded()
  await page.screenshot({ path: pictureOf(name) })
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

it("staff see the balance change after a payment, without reloading; in maintenance the last known one", async () => {
  const english = await logIn(browser, demo, demo.administrator)
  await seeWallet(english.page)
  const before = await gateway(demo).wallet()
  const customer = await Customer.arrive(browser, demo, DESKTOP)
  await gateway(demo).payFor(await customer.buy("silk-scarf"))
  expect(Number(await gateway(demo).wallet()) - Number(before)).toBeCloseTo(
    1290.5
  )
  await seeWallet(english.page)
  const text = await english.page.getByTestId("one2pays-balance").innerText()
  expect(text).toContain("Wallet")
  expect(text).toContain("Active")
  await photograph(english.page, "balance-en")
  expect(english.problems).toEqual([])

  const { page, problems } = await logIn(browser, demo, demo.administrator, {
    language: "th",
    dark: true,
  })
  await seeWallet(page)
  const balance = page.getByTestId("one2pays-balance")
  expect(await balance.innerText()).toContain("ใช้งานได้")
  await photograph(page, "balance-th")
  const note = balance.getByText("One2Pays ปิดปรับปรุงชั่วคราว")
  await customer.bringToCheckout("silk-scarf")
  await customer.fillInPayer()
  await gateway(demo).setMaintenance(true)
  try {
    // Whoever meets it first tells everybody.
    await customer.see("place-order").click()
    await customer.see("checkout-error").waitFor()
    await page.reload()
    await note.waitFor()
    await balance.getByTestId("one2pays-wallet").waitFor()
    await photograph(page, "balance-maintenance-th")
  } finally {
    await gateway(demo).setMaintenance(false)
  }
  const deadline = Date.now() + RECOVERY_LIMIT_MS
  do {
    expect(Date.now()).toBeLessThan(deadline)
    await page.waitForTimeout(2000)
    await page.reload()
    await balance.getByTestId("one2pays-wallet").waitFor()
  } while (await note.isVisible())
  await customer.leave()
  expect(problems).toEqual([])
}, 400_000)
