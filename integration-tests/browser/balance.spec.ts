import { mkdirSync } from "node:fs"
import path from "node:path"
import type { Browser, Page } from "playwright-core"
import { launchChromium } from "./chromium"
import { gateway } from "./gateway"
import { runningDemo } from "./running-demo"

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

async function logIn(language: string, dark: boolean): Promise<Page> {
  const context = await browser.newContext({
    locale: language === "th" ? "th-TH" : "en-US",
    viewport: { width: 1280, height: 900 },
    colorScheme: dark ? "dark" : "light",
  })
  const page = await context.newPage()
  const theme = dark ? "dark" : "light"
  await page.addInitScript(
    `localStorage.setItem("lng", "${language}"); localStorage.setItem("medusa_admin_theme", "${theme}")`
  )
  await page.goto(`${demo.medusaUrl}/app/login`)
  await page.fill("input[name=email]", demo.administrator.email)
  await page.fill("input[name=password]", demo.administrator.password)
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/app\/orders/)
  return page
}

/** ฿100,000.00 */
const inBaht = (amount: string) =>
  `฿${Number(amount).toLocaleString("en", { minimumFractionDigits: 2 })}`

describe.each([
  ["en", false, "Wallet", "Active"],
  ["th", true, "ยอดเงินคงเหลือ", "ใช้งานได้"],
] as const)("the orders page in %s", (language, dark, label, status) => {
  it("shows staff what the shop has at One2Pays", async () => {
    const page = await logIn(language, dark)
    const problems: string[] = []
    page.on("pageerror", (error) => problems.push(String(error)))
    const balance = page.getByTestId("one2pays-balance")
    await balance.getByTestId("one2pays-wallet").waitFor({ timeout: 60_000 })
    expect(
      await balance.getByTestId("one2pays-wallet").textContent()
    ).toContain(inBaht(wallet))
    const text = await balance.innerText()
    expect(text).toContain(label)
    expect(text).toContain(status)
    await balance.scrollIntoViewIfNeeded()
    await page.screenshot({
      path: path.join(PICTURES, `balance-${language}.png`),
    })
    expect(problems).toEqual([])
    await page.context().close()
  })
})
