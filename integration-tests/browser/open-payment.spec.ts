import { DESKTOP, PHONE, type Customer } from "./customer"
import { openDemo } from "./open-demo"
import { lookAt } from "./looks"
import { photograph } from "./pictures"

const { demo, gateway, arrive } = openDemo()
let customer: Customer

const kept = () =>
  customer.page.evaluate<string | null>(
    "localStorage.getItem('one2pays.orders')"
  )

describe.each([PHONE, DESKTOP])("on a $name, in $locale", (device) => {
  it("a customer who has left the order's page is led back to the payment, until it is paid", async () => {
    customer = await arrive(device)
    const orderId = await customer.buy("silk-scarf")
    await customer.see("qr").waitFor()
    expect(await customer.see("open-payment").count()).toBe(0)
    expect(await kept()).toBe(JSON.stringify([orderId]))

    await customer.page.goBack()
    await customer.see("open-payment").waitFor()
    await customer.see("open-payment-go").click()
    await customer.see("qr").waitFor()

    await customer.openAnew(demo.storefrontUrl)
    await customer.page.locator('[data-open="awaiting_payment"]').waitFor()
    expect(await customer.read("open-payment")).toMatch(
      device.locale === "th"
        ? /รอการชำระเงิน ฿1,290\.50 \(ก่อน \d\d:\d\d น\.\)/
        : /waiting for your payment: ฿1,290\.50 \(until \d\d:\d\d\)/
    )
    await photograph(customer.page, `open-payment-${device.name}`)
    expect(await lookAt(customer, `open-payment-${device.name}`)).toEqual([])

    await gateway.payFor(orderId)
    await customer.lookUntil(customer.page.locator('[data-open="paid"]'))
    await photograph(customer.page, `open-payment-${device.name}-paid`)
    expect(await kept()).toBeNull()
    await customer.page.reload()
    await customer.page.locator("[data-handle]").first().waitFor()
    expect(await customer.see("open-payment").count()).toBe(0)
    expect(customer.complaints).toEqual([])
  })
})

it("a customer copies the link to the payment, and whoever opens it sees the same code", async () => {
  customer = await arrive(PHONE)
  await customer.context.grantPermissions(["clipboard-read", "clipboard-write"])
  await customer.buy("mango-strips")
  await customer.see("copy-link").click()
  await customer.see("link-copied").filter({ hasText: "คัดลอกลิงก์แล้ว" }).waitFor()
  const link = await customer.page.evaluate<string>(
    "navigator.clipboard.readText()"
  )
  expect(link).toBe(customer.page.url())
  await photograph(customer.page, "copy-link")

  const friend = await arrive(DESKTOP)
  await friend.page.goto(link)
  await friend.see("qr").waitFor()
  await friend.leave()
})

it("a customer who is reminded of a payment can be rid of it, and of one that the shop does not know", async () => {
  customer = await arrive(DESKTOP)
  const first = await customer.buy("mango-strips")
  await customer.see("qr").waitFor()
  const second = await customer.buy("silk-scarf")
  await customer.see("qr").waitFor()
  await customer.page.evaluate(
    `localStorage.setItem("one2pays.orders", JSON.stringify(["order_gone", "${first}", "${second}"]))`
  )
  await customer.openAnew(demo.storefrontUrl)
  await customer.see("open-payment").getByText("฿1,290.50").waitFor()
  await customer.see("open-payment-hide").click()
  await customer.page.locator('[data-open="awaiting_payment"]').waitFor()
  expect(await customer.see("open-payment-go").getAttribute("href")).toBe(
    `#/order/${first}`
  )
  await customer.see("open-payment-hide").click()
  await customer.see("open-payment").waitFor({ state: "detached" })
  expect(await kept()).toBeNull()
})

it("who logs out leaves no order behind", async () => {
  customer = await arrive(DESKTOP)
  await customer.register()
  await customer.buy("mango-strips")
  await customer.see("qr").waitFor()
  await customer.see("account-link").click()
  await customer.see("open-payment").waitFor()
  await customer.see("log-out").click()
  await customer.see("open-payment").waitFor({ state: "detached" })
  expect(await kept()).toBeNull()
  await customer.openAnew(demo.storefrontUrl)
  await customer.page.locator("[data-handle]").first().waitFor()
  expect(await customer.see("open-payment").count()).toBe(0)
})
