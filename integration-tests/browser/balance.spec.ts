import type { Page } from "playwright-core"
import { DESKTOP } from "./customer"
import { openDemo } from "./open-demo"
import { letAMinutePass, letMinutesPassUntil } from "./passing-time"
import { PATIENCE_MS } from "./patience"
import { pictureOf } from "./pictures"
import type { Look } from "./staff"
import { until } from "../setup/until"

const { demo, gateway, arrive, logIn } = openDemo()

const photograph = async (page: Page, name: string) => {
  await page.getByTestId("one2pays-balance").scrollIntoViewIfNeeded()
  await page.screenshot({ path: pictureOf(name) })
}

/** ฿100,000.00 */
const inBaht = (amount: string) =>
  `฿${Number(amount).toLocaleString("en", { minimumFractionDigits: 2 })}`

/** Somebody who looks at the orders. */
const look = (look: Look) => logIn({ ...look, at: "/orders" })

async function seeWallet(page: Page): Promise<void> {
  const amount = inBaht(await gateway.wallet())
  await letMinutesPassUntil(demo, page, "one2pays-wallet", amount)
}

it("staff see the balance change after a payment, without reloading; in maintenance the last known one", async () => {
  const english = await look({})
  await seeWallet(english.page)
  const before = await gateway.wallet()
  const customer = await arrive(DESKTOP)
  await gateway.payFor(await customer.buy("silk-scarf"))
  expect(Number(await gateway.wallet()) - Number(before)).toBeCloseTo(1290.5)
  await seeWallet(english.page)
  const text = await english.page.getByTestId("one2pays-balance").innerText()
  expect(text).toContain("In the wallet")
  expect(text).toContain("Active")
  await photograph(english.page, "balance-en")
  expect(english.problems).toEqual([])

  const { page, problems } = await look({ language: "th", dark: true })
  await seeWallet(page)
  const balance = page.getByTestId("one2pays-balance")
  expect(await balance.innerText()).toContain("ใช้งานได้")
  await photograph(page, "balance-th")
  const note = balance.getByText("One2Pays ปิดปรับปรุงชั่วคราว")
  await customer.bringToCheckout("silk-scarf")
  await customer.fillInPayer()
  await gateway.setMaintenance(true)
  try {
    // The customer who meets it first tells everybody.
    await customer.see("place-order").click()
    await customer.see("checkout-error").waitFor()
    await page.reload()
    await note.waitFor()
    await balance.getByTestId("one2pays-wallet").getByText("THB").waitFor()
    await balance.getByText("ยอดเงินที่แสดงเป็นยอดล่าสุดที่ทราบ").waitFor()
    await photograph(page, "balance-maintenance-th")
  } finally {
    await gateway.setMaintenance(false)
  }
  await until(
    async () => {
      await letAMinutePass(demo, page)
      return note.isVisible()
    },
    (isUnderMaintenance) => !isUnderMaintenance,
    PATIENCE_MS,
    250
  )
  await customer.leave()
  expect(problems).toEqual([])
})

it("a balance that takes long covers nothing of the page", async () => {
  const { page, problems } = await look({})
  await seeWallet(page)
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route("**/admin/one2pays/balance*", async (route) => {
    await held
    await route.continue()
  })
  const asked = page.waitForRequest("**/admin/one2pays/balance*")
  await page
    .getByTestId("one2pays-balance")
    .getByRole("button", { name: "Ask again" })
    .click()
  await asked
  const sheet = page.locator(".bg-ui-bg-disabled.absolute.inset-0")
  await sheet.first().waitFor()
  for (const each of await sheet.all()) {
    expect((await each.boundingBox())?.width).toBeLessThan(50)
  }
  answer()
  await sheet.first().waitFor({ state: "detached" })
  expect(problems).toEqual([])
})
