import { orderForAdmin } from "./admin-api"
import { type Customer, DESKTOP, PHONE } from "./customer"
import { openDemo } from "./open-demo"
import { lookAt } from "./looks"
import { untilOpen } from "./passing-time"
import { photograph, pictureOf } from "./pictures"
import { emvFields, readQr } from "./qr"

const { demo, gateway, arrive } = openDemo()
let customer: Customer

describe.each([PHONE, DESKTOP])("on a $name, in $locale", (device) => {
  it("a customer buys by PromptPay and sees the payment arrive without reloading", async () => {
    customer = await arrive(device)
    const orderId = await customer.buy("silk-scarf")

    await customer.see("qr").waitFor()
    expect(await customer.read("amount")).toBe("฿1,290.50")
    expect(await customer.read("countdown")).toMatch(/^\d+:\d\d$/)
    expect(await customer.read("open-payment-page")).toBe(device.link)
    await customer.see("total").waitFor()
    await photograph(customer.page, `${device.name}-waiting`)

    const placed = await orderForAdmin(demo, orderId)
    expect(placed.payment_status).not.toBe("captured")
    const picture = await customer.see("qr").screenshot({
      path: pictureOf(`${device.name}-qr`),
    })
    const payload = readQr(picture)
    expect(readQr(await customer.saveQr())).toBe(payload)
    const fields = emvFields(payload)
    expect(fields["54"]).toBe(placed.total.toFixed(2))
    expect(fields["53"]).toBe("764") // THB in ISO 4217

    await customer.page.evaluate("window.neverReloaded = true")
    const [payPage] = await Promise.all([
      customer.context.waitForEvent("page"),
      customer.see("open-payment-page").click(),
    ])
    await payPage.getByRole("button", { name: /^Pay ฿/ }).click()
    await payPage.getByText("Payment received").waitFor()
    await payPage.close()

    await customer.waitForStatus("paid")
    await photograph(customer.page, `${device.name}-paid`)
    expect(await customer.page.evaluate("window.neverReloaded")).toBe(true)

    const paid = await orderForAdmin(demo, orderId)
    expect(paid).toMatchObject({
      payment_status: "captured",
      total: 1290.5,
      summary: { paid_total: 1290.5, pending_difference: 0 },
      payment_collections: [{ amount: 1290.5, captured_amount: 1290.5 }],
    })
    expect(await customer.page.title()).toContain(`#${paid.display_id}`)
    expect(customer.complaints).toEqual([])
  })
})

describe("what can go wrong", () => {
  it("the form says what is wrong before anything is sent, in the customer's language", async () => {
    customer = await arrive(PHONE)
    await customer.bringToCheckout("mango-strips")
    await customer.fillInPayer({ account_number: "12345" })
    await customer.see("place-order").click()
    expect(await customer.read("account_number-error")).toBe(
      "เลขที่บัญชีขาดไป 5 หลัก กรุณากรอกให้ครบ 10 หลัก"
    )
    await photograph(customer.page, "phone-wrong-number")
    await customer.see("locale-en").click()
    expect(await customer.read("account_number-error")).toBe(
      "The account number is too short by 5. Please enter 10 digits."
    )
    expect(customer.page.url()).toMatch(/#\/checkout$/)
  })

  it("an order whose answer is lost on the way is found again, not placed twice", async () => {
    customer = await arrive(DESKTOP)
    await customer.bringToCheckout("mango-strips")
    await customer.fillInPayer()
    let placed = ""
    await customer.page.route(
      "**/store/carts/*/complete",
      async (route) => {
        const answer = await route.fetch()
        placed = ((await answer.json()) as { order: { id: string } }).order.id
        await route.abort()
      },
      { times: 1 }
    )
    expect(await customer.placeOrder()).toBe(placed)
    await customer.see("qr").waitFor()
  })

  it("in maintenance a customer reads why, keeps the cart and can order once it is over; one who waits for a payment is told too", async () => {
    const waiting = await arrive(DESKTOP)
    const waitingFor = await waiting.buy("mango-strips")
    await waiting.see("qr").waitFor()
    customer = await arrive(PHONE)
    await customer.bringToCheckout("silk-scarf")
    await customer.fillInPayer()
    await gateway.setMaintenance(true)
    try {
      await customer.see("place-order").click()
      expect(await customer.read("checkout-error")).toContain(
        "ขออภัย ขณะนี้ระบบชำระเงินปิดปรับปรุงชั่วคราว กรุณาลองใหม่อีกครั้งภายหลัง"
      )
      expect(await lookAt(customer, "checkout-maintenance")).toEqual([])
      expect(await customer.read("cart-count")).toBe("1")
      expect(customer.complaints).toEqual([
        expect.stringContaining("503 (Service Unavailable)"),
      ])

      await waiting.lookUntil(waiting.see("maintenance"))
      expect(await waiting.read("maintenance")).toMatch(
        /temporarily under maintenance/
      )
      expect(await waiting.read("maintenance-time")).toMatch(/at \d\d:\d\d\./)
      expect(await lookAt(waiting, "waiting-maintenance")).toEqual([])
    } finally {
      await gateway.setMaintenance(false)
    }
    await untilOpen(demo)
    await customer.placeOrder()
    await customer.see("qr").waitFor()
    await waiting.lookUntil(waiting.see("maintenance"), "detached")
    await gateway.payFor(waitingFor)
    await waiting.waitForStatus("paid")
    await waiting.leave()
  })
})
