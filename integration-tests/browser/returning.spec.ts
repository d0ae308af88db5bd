import type { Route } from "playwright-core"
import { type Customer, DESKTOP, PHONE } from "./customer"
import { openDemo } from "./open-demo"
import { lookAt } from "./looks"
import { photograph } from "./pictures"

/** A form that waits for remembered accounts goes on without them then. */
const PATIENCE_OF_THE_FORM_MS = 5_000

const { demo, gateway, arrive } = openDemo()
let customer: Customer

/** Buys once as a customer who is logged in, and has the account remembered. */
async function buyAndBeRemembered(handle: string): Promise<string> {
  await customer.bringToCheckout(handle)
  await customer.fillInPayer()
  await customer.see("remember").check()
  return customer.placeOrder()
}

const focused = () =>
  customer.page.evaluate<string | null>(
    "document.activeElement?.dataset.one2pays ?? null"
  )

describe.each([PHONE, DESKTOP])("on a $name, in $locale", (device) => {
  it("a customer pays again from a remembered account without typing it, and has it forgotten", async () => {
    customer = await arrive(device)
    const heard = await customer.listenForTexts()

    // The goods that were put into the cart before the log-in are the customer's, too.
    await customer.bringToCheckout("silk-scarf")
    await customer.see("account_number").waitFor()
    expect(await customer.see("remember").count()).toBe(0)
    await customer.register()
    expect(await customer.read("cart-count")).toBe("1")
    await customer.see("cart-link").click()
    await customer.see("go-to-checkout").click()
    await customer.see("remember").waitFor()
    expect(await customer.see("saved-account").count()).toBe(0)
    expect(await customer.see("remember").isChecked()).toBe(false)
    await photograph(customer.page, `returning-${device.name}-consent`)
    await customer.fillInPayer()
    await customer.see("remember").check()
    const first = await customer.placeOrder()
    await customer.see("qr").waitFor()

    await customer.openAnew(demo.storefrontUrl)
    await customer.bringToCheckout("mango-strips")
    await customer.see("saved-account").waitFor()
    const card = customer.page.locator(".one2pays-account")
    expect(await card.innerText()).toContain("••7890")
    expect(await card.innerText()).toContain(
      device.locale === "th" ? "ธนาคารกสิกรไทย" : "Kasikornbank"
    )
    expect(await customer.see("saved-account").isChecked()).toBe(true)
    expect(await customer.see("account_number").count()).toBe(0)
    await photograph(customer.page, `returning-${device.name}-offered`)
    const second = await customer.placeOrder()
    await customer.see("qr").waitFor()
    const { payerOf } = gateway
    expect(await payerOf(second)).toEqual({
      name: "สมชาย ใจดี",
      maskedAccountNumber: "1234****7890",
      bankCode: "004",
    })
    expect(await payerOf(second)).toEqual(await payerOf(first))

    await customer.bringToCheckout("mango-strips")
    await customer.see("forget").click()
    expect(await focused()).toBe("forget-no")
    await photograph(customer.page, `returning-${device.name}-forget`)
    await customer.page.keyboard.press("Escape")
    expect(await focused()).toBe("forget")
    await customer.see("forget").click()
    await customer.see("forget-yes").click()
    await customer.see("account_number").waitFor()
    await customer.page
      .getByRole("status")
      .filter({ hasText: "7890" })
      .waitFor({ state: "attached" })
    expect(await focused()).toBe("bank_code")
    await customer.page.reload()
    await customer.see("remember").waitFor()
    expect(await customer.see("saved-account").count()).toBe(0)

    const texts = await heard()
    for (const part of ["/payment-sessions", "/complete", "/payers", second]) {
      expect(texts.some((text) => text.includes(part))).toBe(true)
    }
    expect(texts.filter((text) => /123-?4-?56789/.test(text))).toEqual([])
    expect(customer.complaints).toEqual([])
  })
})

it("a guest is asked for the account, and the shop for none that is remembered", async () => {
  customer = await arrive(DESKTOP)
  const asked: string[] = []
  customer.context.on("request", (request) => asked.push(request.url()))
  await customer.buy("mango-strips")
  await customer.see("qr").waitFor()
  expect(asked.filter((url) => url.includes("/one2pays/payers"))).toEqual([])
  expect(customer.complaints).toEqual([])
})

it("a customer who types another account keeps what was typed, and one that cannot be forgotten stays", async () => {
  customer = await arrive(PHONE)
  await customer.register()
  await buyAndBeRemembered("mango-strips")
  await customer.bringToCheckout("mango-strips")
  await customer.see("another-account").check()
  await customer.fillInPayer({ account_number: "9876543210" })
  await customer.see("saved-account").check()
  await customer.see("another-account").check()
  expect(await customer.see("account_number").inputValue()).toBe("9876543210")

  await customer.page.route("**/one2pays/payers/*", (route) => route.abort())
  await customer.see("forget").click()
  await customer.see("forget-yes").click()
  expect(await customer.read("forget-error")).toContain("ไม่สามารถเชื่อมต่อ")
  expect(await focused()).toBe("forget")
  expect(await customer.see("saved-account").count()).toBe(1)
  const order = await customer.placeOrder()
  expect(await gateway.payerOf(order)).toMatchObject({
    maskedAccountNumber: "9876****3210",
  })
})

it.each<[string, (route: Route) => void]>([
  ["does not answer", () => undefined],
  ["takes the customer for a guest", (route) => route.fulfill({ status: 401 })],
  ["is older than this form", (route) => route.fulfill({ status: 404 })],
])(
  "a customer can buy when the shop, asked for remembered accounts, %s",
  async (_what, answer) => {
    customer = await arrive(DESKTOP)
    await customer.register()
    await customer.page.route("**/one2pays/payers", answer)
    const asked = customer.page.waitForRequest("**/one2pays/payers")
    await customer.bringToCheckout("mango-strips")
    await asked
    await customer.page.clock.fastForward(PATIENCE_OF_THE_FORM_MS)
    await customer.see("account_number").waitFor()
    expect(await customer.see("remember").count()).toBe(0)
    await customer.fillInPayer()
    await customer.placeOrder()
    await customer.see("qr").waitFor()
  }
)

it("a customer who has logged out is a guest, and who logs in again is known", async () => {
  customer = await arrive(DESKTOP)
  const account = await customer.register()
  await buyAndBeRemembered("mango-strips")
  await customer.see("account-link").click()
  await customer.see("log-out").click()
  await customer.bringToCheckout("mango-strips")
  await customer.see("account_number").waitFor()
  expect(await customer.see("remember").count()).toBe(0)

  await customer.see("account-link").click()
  await customer.logIn({ ...account, password: "wrong" })
  expect(await customer.read("account-error")).toMatch(/password is wrong/)
  await customer.logIn(account)
  await customer.see("customer-name").waitFor()
  await customer.bringToCheckout("mango-strips")
  await customer.see("saved-account").waitFor()
})

it("what a customer has typed outlives a reload and a log-in, but for the account number", async () => {
  customer = await arrive(PHONE)
  const { see, page } = customer
  const toCheckout = async () => {
    await see("cart-link").click()
    await see("go-to-checkout").click()
    await see("account_number").waitFor()
  }
  const seeContact = async ([phone, address]: string[]) => {
    await customer.seeHeld("phone", phone!)
    await customer.seeHeld("address_1", address!)
  }
  const typed = ["089-765-4321", "12/3 ถนนเจริญกรุง"]
  const untyped = ["0812345678", "99/9 Sukhumvit Road"]

  await customer.bringToCheckout("silk-scarf")
  await see("phone").fill(typed[0]!)
  await see("address_1").fill(typed[1]!)
  await see("account_number").fill("9876543210")
  await page.reload()
  await see("account_number").waitFor()
  await seeContact(typed)
  expect(await see("account_number").inputValue()).toBe("")
  expect(
    await page.evaluate(
      "JSON.stringify({ ...sessionStorage, ...localStorage })"
    )
  ).not.toContain("9876543210")

  const { email } = await customer.register()
  await toCheckout()
  await seeContact(typed)
  await customer.seeHeld("email", email)
  await customer.fillInPayer()
  await customer.placeOrder()

  // Somebody else may sit here now, also after a log-out.
  await customer.bringToCheckout("silk-scarf")
  await seeContact(untyped)
  await see("phone").fill(typed[0]!)
  await see("account-link").click()
  await see("log-out").click()
  await customer.bringToCheckout("silk-scarf")
  await seeContact(untyped)
})

it("nothing keeps a customer with a disability out of an account, the shop's or a remembered one", async () => {
  customer = await arrive(PHONE)
  await customer.see("account-link").click()
  await customer.see("account-send").click()
  await customer.see("account-email-error").waitFor()
  expect(await lookAt(customer, "account-log-in")).toEqual([])
  await customer.register()
  expect(await lookAt(customer, "account")).toEqual([])
  await buyAndBeRemembered("silk-scarf")
  await customer.bringToCheckout("silk-scarf")
  await customer.see("saved-account").waitFor()
  expect(await lookAt(customer, "checkout-remembered")).toEqual([])
  await customer.see("forget").click()
  expect(await lookAt(customer, "checkout-forget")).toEqual([])
  await customer.see("another-account").check()
  expect(await lookAt(customer, "checkout-another")).toEqual([])
})
