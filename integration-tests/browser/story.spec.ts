import { type Customer, DESKTOP, PHONE } from "./customer"
import { openDemo } from "./open-demo"

const { gateway, arrive } = openDemo()
let customer: Customer

const OTHER = { account_number: "111-2-22432-1", bank_code: "014" }

/** Fills in another account, of the same name, and goes on. */
async function chooseOther(): Promise<void> {
  await customer.seeHeld("account_name", "สมชาย ใจดี")
  expect(await customer.see("account_number").inputValue()).toBe("")
  expect(await customer.see("bank_code").inputValue()).toBe("004")
  await customer.see("bank_code").selectOption(OTHER.bank_code)
  await customer.see("account_number").fill(OTHER.account_number)
  await customer.see("change-send").press("Enter")
  await customer.see("pay-from").getByText("••4321").waitFor()
  await customer.see("qr").waitFor()
}

describe.each([PHONE, DESKTOP])("on a $name, in $locale", (device) => {
  it("a customer whose time ran out pays from another account", async () => {
    customer = await arrive(device)
    const orderId = await customer.buy("mango-strips")
    await gateway.expirePaymentOf(orderId)
    await customer.waitForStatus("expired")
    await customer.see("change-account").press("Enter")
    await chooseOther()
    expect(await gateway.payerOf(`${orderId}.2`)).toMatchObject({
      bankCode: "014",
    })

    await gateway.payFor(`${orderId}.2`)
    await customer.waitForStatus("paid")
    expect(await customer.read("facts")).toContain(`${orderId}.2`)
    expect(await customer.page.title()).toMatch(/^✓ ฿/)
    expect(customer.complaints).toEqual([])
  })
})

it("a customer with a QR code changes the account before they pay, and says that they have paid", async () => {
  customer = await arrive(PHONE)
  const orderId = await customer.buy("mango-strips")
  await customer.see("qr").waitFor()
  await customer.see("change-account").click()
  await customer.see("not-paid").click()
  await chooseOther()
  expect(await gateway.references(orderId)).toEqual([orderId, `${orderId}.2`])

  await customer.see("i-have-paid").click()
  await customer.see("looking").getByText("กรุณาอย่าชำระซ้ำ").waitFor()
  await gateway.payFor(`${orderId}.2`)
  // The page's clock stands still: nothing but the button looks again.
  await customer.see("i-have-paid").click()
  await customer.seeStatus("paid")
  expect(customer.complaints).toEqual([])
})
