import { DESKTOP, PHONE, type Customer } from "./customer"
import { openDemo } from "./open-demo"
import { lookAt } from "./looks"
import { photograph } from "./pictures"

const { gateway, arrive } = openDemo()
let customer: Customer

describe.each([PHONE, DESKTOP])("on a $name, in $locale", (device) => {
  it("a customer sees their orders with their payments, goes on to one, and removes a remembered account", async () => {
    customer = await arrive(device)
    await customer.register()
    await customer.see("saved-accounts").waitFor()
    expect(await customer.see("order").count()).toBe(0)

    await customer.bringToCheckout("silk-scarf")
    await customer.fillInPayer()
    await customer.see("remember").check()
    const paid = await customer.placeOrder()
    await gateway.payFor(paid)
    await customer.waitForStatus("paid")
    await customer.bringToCheckout("mango-strips")
    await customer.see("saved-account").waitFor()
    const waiting = await customer.placeOrder()
    await customer.see("qr").waitFor()

    await customer.see("account-link").click()
    const orders = customer.see("order")
    await orders.first().waitFor()
    const shown = await orders.evaluateAll((links) =>
      links.map((link) => [
        link.getAttribute("href"),
        link.getAttribute("data-payment"),
      ])
    )
    expect(shown).toEqual([
      [`#/order/${waiting}`, "awaiting_payment"],
      [`#/order/${paid}`, "paid"],
    ])
    expect(await orders.last().innerText()).toMatch(
      device.locale === "th" ? /฿1,290\.50\s+ชำระแล้ว/ : /฿1,290\.50\s+Paid/
    )
    await photograph(customer.page, `account-page-${device.name}`)
    expect(await lookAt(customer, `account-page-${device.name}`)).toEqual([])

    const accounts = customer.see("saved-accounts")
    expect(await accounts.innerText()).toContain("••7890")
    await customer.see("forget").click()
    await customer.see("forget-yes").click()
    await customer.see("forget-yes").waitFor({ state: "detached" })
    expect(
      await customer.page.evaluate("document.activeElement?.tagName")
    ).toBe("H2")

    await orders.first().click()
    await customer.see("qr").waitFor()
    expect(customer.complaints).toEqual([])
  })
})
