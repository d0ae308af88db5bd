import { mkdirSync } from "node:fs"
import path from "node:path"
import type { Browser } from "playwright-core"
import { launchChromium } from "./chromium"
import { gateway } from "./gateway"
import { runningDemo } from "./running-demo"
import { logIn } from "./staff"

const PICTURES = path.join(__dirname, "../../test-results")

const demo = runningDemo()
let browser: Browser
let wallet: string

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  browser = await launchChromium()
  wallet = await gateway(demo).wallet()
})

afterAll(() => browser.close())

/** ฿100,000.00 */
const inBaht = (amount: string) =>
  `฿${Number(amount).toLocaleString("en", { minimumFractionDigits: 2 })}`

describe.each([
  ["en", false, "Wallet", "Active"],
  ["th", true, "ยอดเงินคงเหลือ", "ใช้งานได้"],
] as const)("the orders page in %s", (language, dark, label, status) => {
  it("shows staff what the shop has at One2Pays", async () => {
    const { page, problems } = await logIn(browser, demo, demo.administrator, {
      language,
      dark,
    })
    const balance = page.getByTestId("one2pays-balance")
    // The page asks every minute, and so does the server, at most.
    await balance
      .getByTestId("one2pays-wallet")
      .filter({ hasText: inBaht(wallet) })
      .waitFor({ timeout: 130_000 })
    const text = await balance.innerText()
    expect(text).toContain(label)
    expect(text).toContain(status)
    await balance.scrollIntoViewIfNeeded()
    await page.screenshot({
      path: path.join(PICTURES, `balance-${language}.png`),
    })
    expect(problems).toEqual([])
    await page.context().close()
  }, 180_000)
})
