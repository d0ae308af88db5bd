import type { Page } from "playwright-core"
import { DESKTOP, PHONE } from "./customer"
import { sticksOut } from "./fits"
import { openDemo } from "./open-demo"
import { lookUntil } from "./passing-time"
import { photograph } from "./pictures"

const { demo, gateway, arrive, logIn } = openDemo()

async function placeOrder(): Promise<string> {
  const customer = await arrive(DESKTOP)
  const orderId = await customer.buy("silk-scarf")
  await customer.see("qr").waitFor()
  await customer.leave()
  return orderId
}

const WORDS = {
  en: {
    received: "Received",
    waiting: "Still to pay",
    refunded: "Refunded",
    expired: "Expired",
    make: "New payment link",
    copied: "The payment link over ฿1,290.50 is copied.",
    byHand: "Your browser did not copy it",
  },
  th: {
    received: "ยอดที่ได้รับ",
    waiting: "ยอดค้างชำระ",
    refunded: "ยอดคืนเงิน",
    expired: "หมดเวลาชำระเงิน",
    make: "ลิงก์ชำระเงินใหม่",
    copied: "คัดลอกลิงก์ชำระเงิน ฿1,290.50 แล้ว",
    byHand: "เบราว์เซอร์ไม่อนุญาตให้คัดลอก",
  },
} as const

const money = (page: Page) => page.getByTestId("one2pays-order-money")

/** One line of the order's money, such as `Received ฿0.00`. */
const line = (page: Page, name: string, amount: string) =>
  money(page).locator("dl > div").filter({ hasText: name }).getByText(amount)

it.each([
  { language: "en", dark: false, viewport: DESKTOP.viewport },
  { language: "th", dark: true, viewport: PHONE.viewport },
] as const)(
  "after a payment has expired, staff copy a new link at the order, and its customer pays by it ($language)",
  async ({ language, dark, viewport }) => {
    const words = WORDS[language]
    const orderId = await placeOrder()
    const { page, problems } = await logIn({
      ...{ language, dark, viewport },
      at: `/orders/${orderId}`,
    })
    await line(page, words.waiting, "฿1,290.50").waitFor()
    await line(page, words.received, "฿0.00").waitFor()
    await line(page, words.refunded, "฿0.00").waitFor()
    await gateway.expirePaymentOf(orderId)
    const state = page.getByTestId("one2pays-payment-state")
    await lookUntil(state.filter({ hasText: words.expired }))

    await page
      .context()
      .grantPermissions(["clipboard-read", "clipboard-write"], {
        origin: demo.medusaUrl,
      })
    await page.getByRole("button", { name: words.make }).click()
    await page.getByText(words.copied).first().waitFor()
    const url = String(await page.evaluate("navigator.clipboard.readText()"))
    expect(url).toContain(`?order_id=${orderId}`)
    const link = page.getByTestId("one2pays-payment-link")
    expect(await link.locator("code").innerText()).toBe(url)
    expect(await sticksOut(page)).toBeLessThanOrEqual(0)
    await money(page).scrollIntoViewIfNeeded()
    await photograph(page, `order-money-link-${language}`)

    const customer = await arrive(DESKTOP)
    await customer.openAnew(url)
    await customer.see("try-again").click()
    await customer.see("qr").waitFor()
    await gateway.payFor(`${orderId}.2`)
    await lookUntil(line(page, words.received, "฿1,290.50"))
    await line(page, words.waiting, "฿0.00").waitFor()
    // Nobody is asked for money that nobody owes.
    expect(await page.getByRole("button", { name: words.make }).count()).toBe(0)
    expect(await link.count()).toBe(0)
    await photograph(page, `order-money-paid-${language}`)
    await customer.leave()
    expect(problems).toEqual([])
  }
)

it("a refusal is told, and a link that the browser did not copy stands there", async () => {
  const orderId = await placeOrder()
  const { page } = await logIn({ at: `/orders/${orderId}` })
  const make = page.getByRole("button", { name: WORDS.en.make })
  await make.waitFor()
  const path = `**/admin/one2pays/orders/${orderId}/payment-link`
  await page.route(path, (route) =>
    route.fulfill({ status: 409, json: { message: "The order owes nothing." } })
  )
  await make.click()
  await page.getByText("The order owes nothing.").first().waitFor()
  expect(await page.getByTestId("one2pays-payment-link").count()).toBe(0)

  await page.unroute(path)
  await page.evaluate(
    "navigator.clipboard.writeText = () => Promise.reject(new Error())"
  )
  await make.click()
  await page.getByText(WORDS.en.byHand).first().waitFor()
  await page
    .getByTestId("one2pays-payment-link")
    .getByText("/payment-collection/")
    .waitFor()
})

it("who may not make payment links sees no button, and who may not read withdraws sees no refunds", async () => {
  const orderId = await placeOrder()
  const { page } = await logIn()
  await page.route("**/admin/feature-flags", (route) =>
    route.fulfill({ json: { feature_flags: { rbac: true } } })
  )
  await page.route("**/admin/rbac/me/permissions", (route) =>
    route.fulfill({ json: { permissions: ["one2pays_payment:read"] } })
  )
  await page.route("**/admin/one2pays/payments?**", async (route) => {
    const response = await route.fetch()
    const answer = (await response.json()) as { order_money?: object }
    const order_money = { ...answer.order_money, refunded: null }
    await route.fulfill({ response, json: { ...answer, order_money } })
  })
  await page.goto(`${demo.medusaUrl}/app/orders/${orderId}`)
  await line(page, WORDS.en.waiting, "฿1,290.50").waitFor()
  const make = page.getByRole("button", { name: WORDS.en.make })
  await make.waitFor({ state: "detached" })
  expect(await money(page).getByText(WORDS.en.refunded).count()).toBe(0)
})
