import { source as axe } from "axe-core"
import { readFileSync } from "node:fs"
import path from "node:path"
import type { Page } from "playwright-core"
import { toString as renderQr } from "qrcode"
import { compileScript, parse } from "vue/compiler-sfc"
import type { One2PaysPayment } from "../../src/storefront"
import { bundle } from "./bundle"
import { openChromium } from "./chromium"
import { PAYMENT } from "./one-order"
import { PATIENCE_MS } from "./patience"
import { photograph } from "./pictures"
import { readQr } from "./qr"

const GUIDE = path.resolve(__dirname, "../../docs/storefront.md")
const PAYLOAD = "00020101021229370016A000000677010111"

const browser = openChromium()
let script: string
let page: Page
let complaints: string[]
let answer: (asked: string) => Partial<One2PaysPayment>

/** The page of the guide, word for word, in front of a shop whose answers the test gives. */
beforeAll(async () => {
  const [, file = ""] = /```vue\n([\s\S]*?)```/.exec(
    readFileSync(GUIDE, "utf8")
  )!
  const { content } = compileScript(parse(file).descriptor, {
    id: "page",
    genDefaultAs: "PaymentPage",
    inlineTemplate: true,
  })
  script = await bundle(
    `import { createApp, h } from "vue"
    ${content.replace("one2pays-storefront", "./src/storefront")}
    const fetch = async (path, { method = "GET" } = {}) => window.ask(method + " " + path)
    createApp({ render: () => h(PaymentPage, { sdk: { client: { fetch } }, orderId: "order_1" }) }).mount("#app")`,
    "browser"
  )
})

beforeEach(async () => {
  complaints = []
  page = await browser.newPage({
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  })
  page.setDefaultTimeout(PATIENCE_MS)
  page.on("console", (message) => {
    const text = message.text()
    if (message.type() === "error" || text.startsWith("[Vue warn]")) {
      complaints.push(text)
    }
  })
  page.on("pageerror", (error) => complaints.push(String(error)))
  await page.exposeFunction("ask", (asked: string) => ({
    payment: { ...PAYMENT, ...answer(asked) },
    maintenance: null,
  }))
})

afterEach(() => page.close())

async function open(): Promise<void> {
  await page.setContent(
    `<!doctype html><html lang="th"><title>Shop</title><meta name="viewport" content="width=device-width"><main><h1>Shop</h1><div id="app"></div></main>`
  )
  await page.addScriptTag({ content: script })
}

const status = (is: string) => page.locator(`h2[data-status="${is}"]`)

it("the guide's page in Vue shows the QR code, looks for the money, and says when it is paid", async () => {
  const qr_svg = await renderQr(PAYLOAD, { type: "svg", margin: 2 })
  let isPaid = false
  answer = () =>
    isPaid
      ? { status: "paid", payer: null, message: "ชำระเงินแล้ว" }
      : { next_action: { type: "qr", qr_svg }, message: "รอการชำระเงิน" }
  await open()
  const image = page.getByRole("img", { name: "QR พร้อมเพย์" })
  await image.waitFor()
  expect(await image.getAttribute("src")).toMatch(/^data:image\/png/)
  expect(readQr(await image.screenshot())).toBe(PAYLOAD)
  await page.getByText("จ่ายจาก ธนาคารกสิกรไทย ••7890").waitFor()
  await page.getByText("฿1,290.50").waitFor()
  await photograph(page, "vue-waiting")
  await page.evaluate(axe)
  expect(
    await page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id }) => id))"
    )
  ).toEqual([])
  expect(
    await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
  ).toBe(0)

  const check = page.getByRole("button", { name: "ฉันชำระแล้ว" })
  await check.click()
  await page.getByText("เรากำลังตรวจสอบยอดเงินของคุณ").waitFor()
  isPaid = true
  await check.click()
  await status("paid").waitFor()
  expect(await page.getByRole("button").count()).toBe(0)
  expect(complaints).toEqual([])
})

it("the guide's page in Vue makes another payment after the time to pay", async () => {
  let attempt = 1
  answer = (asked) => {
    if (asked === "POST /store/one2pays/orders/order_1/payments") attempt = 2
    return attempt === 1
      ? { status: "expired", can_retry: true, message: "หมดเวลาชำระเงิน" }
      : { reference_id: "order_1.2", message: "รอการชำระเงิน" }
  }
  await open()
  await status("expired").waitFor()
  await page.getByText("กรุณาอย่าชำระซ้ำ").waitFor()
  await page.getByRole("button", { name: "ทำรายการใหม่" }).click()
  await status("awaiting_payment").waitFor()
  await page.getByText("order_1.2").waitFor()
  await page.waitForFunction("document.activeElement.tagName === 'H2'")
  expect(complaints).toEqual([])
})
