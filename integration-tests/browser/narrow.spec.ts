import { PHONE } from "./customer"
import { sticksOut } from "./fits"
import { openDemo } from "./open-demo"
import { photograph } from "./pictures"

const { arrive } = openDemo()

it("the demo's pages fit into 320 pixels, in letters of the reader's own size, and sell in Thai", async () => {
  const customer = await arrive(PHONE)
  const { page, see } = customer
  await page.setViewportSize({ width: 320, height: 640 })
  await page.addInitScript(`
    addEventListener("DOMContentLoaded", () => {
      document.documentElement.style.fontSize = "200%"
    })`)
  const look = async (name: string) => {
    await photograph(page, `narrow-${name}`)
    return `${name}: ${await sticksOut(page)}`
  }
  await page.reload()
  await see("cart-link").waitFor()
  await page.getByText("ผ้าพันคอไหมสุรินทร์").first().waitFor()
  expect(await look("products")).toBe("products: 0")
  await page.route("**/line-items", (route) =>
    route.continue({
      postData: { ...(route.request().postDataJSON() as object), quantity: 99 },
    })
  )
  await customer.bringToCart("teak-bench")
  await page.getByText("฿1,277,100.00").first().waitFor()
  expect(await look("cart")).toBe("cart: 0")
  await see("go-to-checkout").click()
  await see("phone").fill("12345")
  await see("place-order").click()
  await see("phone-error").getByText("081-234-5678").waitFor()
  expect(await look("checkout")).toBe("checkout: 0")
  await see("phone").fill("081-234-5678")
  await customer.fillInPayer()
  await customer.placeOrder()
  await see("qr").waitFor()
  expect(await look("order")).toBe("order: 0")
})
