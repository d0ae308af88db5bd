import { type Customer, PHONE } from "./customer"
import { openDemo } from "./open-demo"
import { lookAt } from "./looks"

const { demo, gateway, arrive } = openDemo()
let customer: Customer

beforeEach(async () => {
  customer = await arrive(PHONE)
})

/** axe-core on every state that a customer meets, each in two sizes, two languages, light and dark. */
describe("nothing keeps a customer with a disability out", () => {
  it("of the checkout, empty or filled in wrongly", async () => {
    await customer.bringToCheckout("silk-scarf")
    expect(await lookAt(customer, "checkout")).toEqual([])
    await customer.fillInPayer({ account_number: "12345", account_name: "" })
    await customer.see("place-order").click()
    await customer.see("account_number-error").waitFor()
    expect(await lookAt(customer, "checkout-wrong")).toEqual([])
  })

  it("of a QR code, also without a connection", async () => {
    await customer.buy("silk-scarf")
    await customer.see("qr").waitFor()
    expect(await lookAt(customer, "waiting")).toEqual([])
    await customer.see("i-have-paid").click()
    await customer.page
      .locator('[data-one2pays="looking"]:not(:empty)')
      .waitFor()
    expect(await lookAt(customer, "says-paid")).toEqual([])
    await customer.context.setOffline(true)
    await customer.lookUntil(customer.see("connection"))
    expect(await lookAt(customer, "offline")).toEqual([])
  })

  it("of a bank transfer", async () => {
    await customer.buy("silk-scarf", "bank_transfer")
    await customer.see("transfer").waitFor()
    expect(await lookAt(customer, "transfer")).toEqual([])
  })

  it.each([
    ["paid", (id: string) => gateway.payFor(id)],
    ["failed", (id: string) => gateway.failPaymentOf(id)],
    ["under_review", (id: string) => gateway.payFor(id, "1.00")],
  ])("of a payment that is %s", async (status, happen) => {
    const orderId = await customer.buy("silk-scarf")
    await happen(orderId)
    await customer.waitForStatus(status)
    expect(await lookAt(customer, status)).toEqual([])
  })

  it("of a payment whose time ran out, also when another try fails", async () => {
    const orderId = await customer.buy("silk-scarf")
    await gateway.expirePaymentOf(orderId)
    await customer.waitForStatus("expired")
    expect(await lookAt(customer, "expired")).toEqual([])
    await customer.page.route("**/payments", (route) => route.abort())
    await customer.see("try-again").click()
    await customer.see("retry-error").waitFor()
    expect(await lookAt(customer, "retry-failed")).toEqual([])
    await customer.see("change-account").click()
    await customer.see("account_number").waitFor()
    expect(await lookAt(customer, "change-account")).toEqual([])
  })

  // Too brief or too rare to wait for: the server's answer is given another status on its way.
  it.each(["processing", "canceled"])(
    "of a payment that is %s",
    async (status) => {
      await customer.page.route("**/store/one2pays/orders/*", async (route) => {
        const response = await route.fetch()
        const answer = (await response.json()) as { payment: object }
        await route.fulfill({
          response,
          json: {
            ...answer,
            payment: { ...answer.payment, status, next_action: null },
          },
        })
      })
      await customer.buy("silk-scarf")
      await customer.seeStatus(status)
      expect(await lookAt(customer, status)).toEqual([])
    }
  )

  it("of an order that is not there", async () => {
    await customer.openAnew(`${demo.storefrontUrl}/#/order/order_x`)
    await customer.see("payment-error").waitFor()
    expect(await lookAt(customer, "unknown")).toEqual([])
  })
})
