import { source as axe } from "axe-core"
import { readFileSync } from "node:fs"
import { readFile } from "node:fs/promises"
import path from "node:path"
import type { BrowserContextOptions, Page } from "playwright-core"
import { PNG } from "pngjs"
import { toString as renderQr } from "qrcode"
import type { One2PaysPayment } from "../../src/storefront"
import { bundle } from "./bundle"
import { openChromium } from "./chromium"
import { PAYMENT } from "./one-order"
import { PATIENCE_MS } from "./patience"
import { photograph } from "./pictures"
import { readQr } from "./qr"

const STYLES = path.resolve(__dirname, "../../src/storefront/react/styles.css")
const PAYLOAD =
  "00020101021229370016A000000677010111011300660000000005802TH530376454071290.50630492CF"
const SHOP_URL = "https://shop.example/"

const ANDROID =
  "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  userAgent: ANDROID,
}

const SHOP = `
  import { createElement as h, Fragment } from "react"
  import { createRoot } from "react-dom/client"
  import { PayerForm, PaymentPanel, usePayerForm } from "./src/storefront/react"
  const sdk = { client: { fetch: () => window.ask() } }
  function Checkout({ locale }) {
    const form = usePayerForm({ locale })
    window.submit = form.submit
    const send = (event) => {
      event.preventDefault()
      window.isSent = true
    }
    return h("form", { onSubmit: send }, h(PayerForm, form.props), h("button", null, "Buy"))
  }
  const root = createRoot(document.getElementById("root"))
  window.openOrder = (locale) => root.render(h(Fragment, null,
    h(PaymentPanel, { sdk, orderId: "order_1", locale }), h("footer", null, "Contact the shop")))
  window.openCheckout = (locale) => root.render(h(Checkout, { locale }))`

const browser = openChromium()
let script: string
let page: Page
/** The shop's answer, which a test may hold back. */
let answer: () => object | Promise<object>

beforeAll(async () => {
  script = await bundle(SHOP, "browser")
})

afterEach(() => page.close())

async function openShop(device: BrowserContextOptions): Promise<void> {
  page = await browser.newPage(device)
  page.setDefaultTimeout(PATIENCE_MS)
  await page.exposeFunction("ask", () => answer())
  await page.addInitScript(`
    window.shifted = 0
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.shifted += value
    }).observe({ type: "layout-shift", buffered: true })`)
  await page.route(SHOP_URL, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><title>Shop</title><meta name="viewport" content="width=device-width">
        <style>:root { color-scheme: light dark } body { margin: 16px; font-family: sans-serif }
        ${readFileSync(STYLES, "utf8")}</style><div id="root"></div><script>${script.replaceAll("</script", "<\\/script")}</script>`,
    })
  )
  await page.goto(SHOP_URL)
}

const see = (name: string) => page.locator(`[data-one2pays="${name}"]`)

const payment = (change: Partial<One2PaysPayment> = {}) => ({
  payment: {
    ...PAYMENT,
    reference_id: "order_01M7Y1X5581X6HNMH6VCVNT5A4",
    merchant_name: "ร้านน้ำผึ้งป้าศรี",
    expires_at: "2099-11-20T11:23:00Z",
    ...change,
  } satisfies One2PaysPayment,
  maintenance: null,
})

const withQr = async (change: Partial<One2PaysPayment> = {}) =>
  payment({
    next_action: {
      type: "qr",
      qr_svg: await renderQr(PAYLOAD, { type: "svg", margin: 2 }),
      url: "https://pay.example/1",
    },
    ...change,
  })

async function openOrder(locale = "th"): Promise<void> {
  await page.evaluate(`openOrder("${locale}")`)
  await page.locator('[data-one2pays="qr"][data-drawn="png"]').waitFor()
}

const isCard = (png: Buffer) => {
  const { width, height } = PNG.sync.read(png)
  return Math.abs(width / height - 9 / 14) < 0.01
}

describe("the Thai QR card", () => {
  it.each([
    ["th", "light"],
    ["en", "dark"],
  ] as const)(
    "is the picture on the page and the one that is saved, in %s",
    async (locale, colorScheme) => {
      const shown = await withQr()
      answer = () => shown
      await openShop({ ...PHONE, colorScheme })
      await openOrder(locale)
      await photograph(page, `card-phone-${locale}-${colorScheme}`)
      const onPage = await see("qr").screenshot()
      expect(readQr(onPage)).toBe(PAYLOAD)
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        see("save-qr").click(),
      ])
      const saved = await readFile(await download.path())
      expect(isCard(saved)).toBe(true)
      expect(readQr(saved)).toBe(PAYLOAD)
      expect(download.suggestedFilename()).toMatch(/^promptpay-order_.*\.png$/)
    }
  )

  it("is seen on a desktop, where nothing stands out but the card", async () => {
    const shown = await withQr()
    answer = () => shown
    await openShop({ viewport: { width: 1280, height: 900 } })
    await openOrder("en")
    await photograph(page, "card-desktop-en-light")
    expect(readQr(await see("qr").screenshot())).toBe(PAYLOAD)
    expect(await see("share-qr").isVisible()).toBe(false)
  })
})

describe("on a phone", () => {
  it("the picture goes to another app where the browser has a share sheet", async () => {
    const shown = await withQr()
    answer = () => shown
    await openShop(PHONE)
    await page.evaluate(`
      window.shared = []
      navigator.canShare = () => true
      navigator.share = async ({ files }) => { shared.push(files[0].type, files[0].size > 1000) }`)
    await openOrder()
    await see("share-qr").click()
    await page.waitForFunction("shared.length === 2")
    expect(await page.evaluate("shared")).toEqual(["image/png", true])
  })

  it.each([
    ["LINE", "Line/14.19.1/IAB"],
    ["Facebook", "[FB_IAB/FB4A;FBAV/480.0.0;]"],
  ])(
    "inside %s, where nothing is downloaded, the page says to press and hold the picture",
    async (app, sign) => {
      const shown = await withQr()
      answer = () => shown
      await openShop({ ...PHONE, userAgent: `${ANDROID} ${sign}` })
      await openOrder()
      await see("hold-qr").getByText("กดค้างที่รูป QR").waitFor()
      expect(await see("hold-qr").innerText()).toContain("เปิดแอปธนาคารกสิกรไทย")
      expect(await see("save-qr").count()).toBe(0)
      expect(await see("share-qr").count()).toBe(0)
      expect(await see("qr").getAttribute("src")).toMatch(/^data:image\/png/)
      await photograph(page, `card-${app.toLowerCase()}`)
    }
  )

  it("the payment page is a link that says that it opens a page", async () => {
    const shown = await withQr()
    answer = () => shown
    await openShop(PHONE)
    await openOrder()
    const link = see("open-payment-page")
    expect(await link.innerText()).toContain("เปิดหน้าใหม่")
    expect(await link.getAttribute("class")).not.toContain("one2pays-button")
  })
})

describe("nothing jumps", () => {
  const shifted = () =>
    page.evaluate<number>(`new Promise((tell) =>
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => tell(window.shifted)))))`)

  it.each([
    ["a phone", PHONE],
    ["a desktop", { viewport: { width: 1280, height: 900 } }],
  ])("when the card arrives, on %s", async (_, device) => {
    const shown = await withQr()
    let tell: (shown: object) => void = () => undefined
    answer = () => new Promise((resolve) => (tell = resolve))
    await openShop(device)
    await page.evaluate(`openOrder("th")`)
    await page.locator('[data-one2pays="payment"][aria-busy="true"]').waitFor()
    tell(shown)
    await page.locator('[data-one2pays="qr"][data-drawn="png"]').waitFor()
    expect(await shifted()).toBeLessThan(0.05)
  })

  it("when the account was checked first", async () => {
    const shown = await withQr()
    answer = () => payment()
    await openShop(PHONE)
    await page.evaluate(`openOrder("th")`)
    await page.locator(".one2pays-qr__place").waitFor()
    const before = await shifted()
    answer = () => shown
    await page.locator('[data-one2pays="qr"][data-drawn="png"]').waitFor()
    expect((await shifted()) - before).toBeLessThan(0.05)
  })

  it("while a bank is looked for with a finger", async () => {
    await openShop(PHONE)
    await page.evaluate(`openCheckout("th")`)
    await see("bank_search").waitFor()
    const before = await shifted()
    for (const text of ["ก", "กรุง", "กสิกร", "ไม่มี", ""]) {
      await see("bank_search").fill(text)
    }
    expect(await shifted()).toBe(before)
  })
})

describe("nothing sticks out at 320 pixels in letters of double size", () => {
  const NARROW = { ...PHONE, viewport: { width: 320, height: 640 } }
  const sticksOut = () =>
    page.evaluate<number>(`{
      const { scrollWidth, clientWidth } = document.documentElement
      scrollWidth - clientWidth
    }`)
  const enlarge = () =>
    page.addStyleTag({ content: "html { font-size: 200% }" })

  it.each(["th", "en"])("of a payment of a million, in %s", async (locale) => {
    const shown = await withQr({ amount: 1_277_100 })
    answer = () => shown
    await openShop(NARROW)
    await enlarge()
    await openOrder(locale)
    await photograph(page, `card-320-double-${locale}`)
    expect(await sticksOut()).toBe(0)
    const amount = see("amount")
    expect(
      await amount.evaluate(
        (line: { scrollWidth: number; clientWidth: number }) =>
          line.scrollWidth - line.clientWidth
      )
    ).toBe(0)
  })

  it.each(["th", "en"])("of a bank transfer, in %s", async (locale) => {
    answer = () =>
      payment({
        amount: 1_277_100,
        payment_method: "bank_transfer",
        next_action: { type: "transfer", url: "https://pay.example/1" },
      })
    await openShop(NARROW)
    await enlarge()
    await page.evaluate(`openOrder("${locale}")`)
    await see("transfer").waitFor()
    expect(await sticksOut()).toBe(0)
  })

  it.each(["th", "en"])("of the form, in %s", async (locale) => {
    await openShop(NARROW)
    await enlarge()
    await page.evaluate(`openCheckout("${locale}")`)
    await see("account_number").fill("12")
    await page.evaluate("submit()")
    await see("account_number-error").waitFor()
    await photograph(page, `form-320-double-${locale}`)
    expect(await sticksOut()).toBe(0)
  })
})

describe("the form", () => {
  const open = async (locale = "th") => {
    await page.evaluate(`openCheckout("${locale}")`)
    await see("account_number").waitFor()
  }
  const bank = () => see("bank_code").inputValue()

  it.each([
    ["กสิกร", "004"],
    ["kasikorn", "004"],
    ["k plus", "004"],
    ["กรุงศรี", "025"],
    ["gsb", "030"],
  ])("finds a bank by %s, typed ahead", async (typed, code) => {
    await openShop({})
    await open()
    await see("bank_code").focus()
    // As a Thai keyboard does: Playwright's own would paste letters that no English one has.
    for (const key of typed)
      await see("bank_code").dispatchEvent("keydown", { key })
    expect(await bank()).toBe(code)
    await page.getByText(code === "030" ? "12 หลัก" : "10 หลัก").waitFor()
  })

  describe("on a phone, whose list takes no letters", () => {
    const names = async () =>
      (await see("bank_code").locator("option").allInnerTexts()).slice(0, -1)

    it.each([
      ["กสิกร", "004"],
      ["kasi", "004"],
      ["ธนาคารออมสิน", "030"],
    ])("finds a bank by %s", async (typed, code) => {
      await openShop(PHONE)
      await open()
      await see("bank_search").fill(typed)
      expect(await bank()).toBe(code)
      await page.getByText(code === "030" ? "12 หลัก" : "10 หลัก").waitFor()
    })

    it.each([
      ["th", "กรุง", 3, "พบ 3 ธนาคาร แตะเพื่อเลือก", "ไม่พบธนาคารนี้ แตะเพื่อดูทั้งหมด"],
      [
        "en",
        "krung",
        2,
        "2 banks found, tap to choose",
        "No such bank, tap to see all",
      ],
    ])(
      "lists the banks that fit, and chooses none of several unasked, in %s",
      async (locale, typed, count, several, none) => {
        await openShop(PHONE)
        await open(locale)
        const all = await names()
        await see("bank_search").fill("kasikorn")
        await see("bank_search").fill(typed)
        expect(await bank()).toBe("")
        const [prompt, ...fitting] = await names()
        expect(prompt).toBe(several)
        expect(fitting).toHaveLength(count)
        await page.getByRole("status").getByText(several).waitFor()
        await photograph(page, `form-bank-search-${locale}`)
        await page.evaluate(axe)
        expect(
          await page.evaluate(
            `axe.run("#root", { runOnly: ["wcag2a", "wcag2aa", "wcag22aa"] })
              .then(({ violations }) => violations.map(({ id }) => id))`
          )
        ).toEqual([])

        await see("bank_code").selectOption("025")
        expect(await see("bank_search").inputValue()).toBe("")
        expect(await names()).toEqual(all)
        expect(await bank()).toBe("025")

        await see("bank_search").fill("xyz")
        expect(await bank()).toBe("")
        expect((await names())[0]).toBe(none)
        expect((await names()).slice(1)).toEqual(all.slice(1))
      }
    )

    it("takes the likeliest at Enter, and sends no form", async () => {
      await openShop(PHONE)
      await open()
      await see("bank_search").fill("กรุงเทพ")
      await see("bank_search").fill("กรุง")
      await see("bank_search").press("Enter")
      expect(await bank()).not.toBe("")
      expect(await page.evaluate("window.isSent")).toBeUndefined()
      await see("bank_search").fill("ธนาค")
      expect((await names())[0]).toBe("เลือกธนาคาร")
    })

    it("is large enough for a finger, and not there for a keyboard", async () => {
      await openShop(PHONE)
      await open()
      const { height } = (await see("bank_search").boundingBox())!
      expect(height).toBeGreaterThanOrEqual(44)
      await page.close()
      await openShop({})
      await open()
      expect(await see("bank_search").isVisible()).toBe(false)
    })
  })

  it("asks about a number that is a phone's, once", async () => {
    await openShop(PHONE)
    await open()
    await see("bank_code").selectOption("004")
    await see("account_number").fill("081-234-5678")
    await see("account_name").fill("สมชาย ใจดี")
    expect(await page.evaluate("submit()")).toBeNull()
    await see("account_number-question").getByText("เบอร์มือถือ").waitFor()
    await photograph(page, "form-question")
    expect(await page.evaluate("submit()")).toMatchObject({
      payer: { account_number: "0812345678" },
    })
  })

  it("survives a reload, but for the number", async () => {
    await openShop(PHONE)
    await open()
    await see("method-bank_transfer").check()
    await see("bank_code").selectOption("030")
    await see("account_number").fill("123456789012")
    await see("account_name").fill("สมชาย ใจดี")
    await page.reload()
    await open()
    await page.waitForFunction(
      `document.querySelector('[data-one2pays="account_name"]').value === "สมชาย ใจดี"`
    )
    expect(await bank()).toBe("030")
    expect(await see("method-bank_transfer").isChecked()).toBe(true)
    expect(await see("account_number").inputValue()).toBe("")
    expect(
      await page.evaluate(
        "JSON.stringify({ ...sessionStorage, ...localStorage })"
      )
    ).not.toContain("123456789012")
  })
})
