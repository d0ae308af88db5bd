import fs from "node:fs"
import path from "node:path"
import { Modules } from "@medusajs/framework/utils"
import { emvFields, readQr } from "../browser/qr"
import { PAYER } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { until } from "../setup/until"

const MERCHANT = path.resolve(__dirname, "../apps/merchant")

const shop = openShop({
  price: 990,
  configDirectory: MERCHANT,
  env: {
    STOREFRONT_URL: "https://shop.example",
    MEDUSA_BACKEND_URL: "https://api.shop.example",
  },
})
const { variant, buyer } = shop

const mailOf = async () => {
  const notifications = shop.resolve(Modules.NOTIFICATION)
  const [mail] = await until(
    () => notifications.listNotifications({ channel: "email" }),
    (all) => all.length > 0
  )
  return mail as unknown as {
    to: string
    data: { subject: string; payment_html: string }
  }
}

it("is sent as docs/email.md says, with the page of the order and a picture that can be scanned", async () => {
  const orderId = await buyer.placeOrder(variant)
  const { to, data } = await mailOf()
  expect(to).toBe("somchai@example.com")
  expect(data.subject).toMatch(/^Order #\d+: how to pay$/)
  expect(data.payment_html).toContain(
    `href="https://shop.example/th/order/${orderId}/confirmed"`
  )
  const [, address] = /<img src="https:\/\/api\.shop\.example([^"]+)"/.exec(
    data.payment_html
  )!
  const picture: { data: Buffer } = await shop.api.get(address!, {
    responseType: "arraybuffer",
  })
  expect(emvFields(readQr(picture.data))["54"]).toBe("990.00")
  expect(data.payment_html).not.toContain(PAYER.account_name)
})

it("shows no QR to a customer who pays by bank transfer", async () => {
  await buyer.placeOrder(variant, {
    payment_method: "bank_transfer",
    payer: PAYER,
  })
  const { data } = await mailOf()
  expect(data.payment_html).toContain("Pay for my order")
  expect(data.payment_html).not.toContain("<img")
})

it("is the code that the document shows", () => {
  const code = fs.readFileSync(
    path.join(MERCHANT, "src/subscribers/order-placed.ts"),
    "utf8"
  )
  const page = fs.readFileSync(
    path.resolve(__dirname, "../../docs/email.md"),
    "utf8"
  )
  expect(page).toContain(`\`\`\`ts\n${code}\`\`\``)
})
