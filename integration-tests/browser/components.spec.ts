import { readFileSync } from "node:fs"
import path from "node:path"
import type { BrowserContextOptions, Page } from "playwright-core"
import { toString as renderQr } from "qrcode"
import type { One2PaysPayment } from "../../src/storefront"
import { until } from "../setup/until"
import { bundle } from "./bundle"
import { openChromium } from "./chromium"
import { PAYMENT } from "./one-order"
import { lookUntil } from "./passing-time"
import { PATIENCE_MS } from "./patience"
import { readQr } from "./qr"

const STYLES = path.resolve(__dirname, "../../src/storefront/react/styles.css")
const PAYLOAD = "00020101021229370016A000000677010111"
/** By the page's clock, which stands still but when a test moves it. */
const NOW = Date.parse("2026-11-20T09:00:00Z")
/** The longest pause between two looks at the payment. */
const NEXT_LOOK_MS = 10_000
const BUSY = { failure: { status: 503, message: "busy" } }

/** The components on a page of their own, in front of a shop whose answers the test gives. */
const SHOP = `
  import { createElement as h, useState } from "react"
  import { createRoot } from "react-dom/client"
  import { PayerForm, PaymentPanel, usePayerForm, useSavedPayers } from "./src/storefront/react"
  const sdk = { client: { fetch: async (path, { method = "GET", headers } = {}) => {
    const { failure, ...answer } = await window.ask(method + " " + path, headers?.["x-medusa-locale"])
    if (failure) throw Object.assign(new Error(failure.message), failure)
    return answer
  } } }
  function Order({ locale = "en" }) {
    const [order, setOrder] = useState({ orderId: "order_1" })
    window.showOrder = (orderId, initial) => setOrder({ orderId, initial })
    return h(PaymentPanel, { sdk, locale, ...order })
  }
  function Checkout() {
    const saved = useSavedPayers(sdk)
    const form = usePayerForm({ locale: "en", saved, initial: { payer: {
      account_name: "Somchai", account_number: "1234567890", bank_code: "004" } } })
    window.submit = form.submit
    return h(PayerForm, { ...form.props, methods: ["bank_transfer"] })
  }
  const root = createRoot(document.getElementById("root"))
  window.openOrder = (locale) => root.render(h(Order, { locale }))
  window.openCheckout = () => root.render(h(Checkout))`

const browser = openChromium()
let script: string
let page: Page
let complaints: string[]
let answer: (asked: string, locale?: string) => object | Promise<object>
/** Whatever the page has asked for, and how often it got an answer. */
let asked: string[]
let answered: number

beforeAll(async () => {
  script = await bundle(SHOP, "browser")
})

beforeEach(async () => {
  complaints = []
  asked = []
  answered = 0
  page = await openShop()
})

async function openShop(device: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage(device)
  page.setDefaultTimeout(PATIENCE_MS)
  await page.clock.install({ time: NOW - 1000 })
  await page.clock.pauseAt(NOW)
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text())
  })
  page.on("pageerror", (error) => complaints.push(String(error)))
  await page.exposeFunction("ask", async (what: string, locale?: string) => {
    asked.push(what)
    const told = await answer(what, locale)
    answered++
    return told
  })
  await page.setContent(
    `<!doctype html><title>Shop</title><meta name="viewport" content="width=device-width"><div id="root"></div>`
  )
  // A shop with Tailwind has this before everything else.
  await page.addStyleTag({ content: "ol { list-style: none }" })
  await page.addStyleTag({ content: readFileSync(STYLES, "utf8") })
  await page.addScriptTag({ content: script })
  return page
}

afterEach(async () => {
  await page.close()
  expect(complaints).toEqual([])
})

const payment = (change: Partial<One2PaysPayment> = {}) => ({
  payment: {
    ...PAYMENT,
    ...change,
  } satisfies One2PaysPayment,
  maintenance: null,
})

/** @param expires_in seconds, by the clock of a shop for which this device's is three years late */
async function withQr(expires_in: number | null = null) {
  const qr_svg = await renderQr(PAYLOAD, { type: "svg", margin: 2 })
  const expires_at = expires_in === null ? null : "2029-11-20T11:23:00Z"
  const next_action = { type: "qr", qr_svg } as const
  return payment({ expires_at, expires_in, next_action })
}

/** The page looks again, twice: it has drawn by then what it was told before. */
async function letItLookTwice(): Promise<void> {
  const enough = asked.length + 2
  await until(
    async () => {
      // A look that takes ten seconds by the page's clock is given up.
      if (asked.length === answered) await page.clock.fastForward(NEXT_LOOK_MS)
      return asked.length
    },
    (looks) => looks >= enough,
    PATIENCE_MS
  )
}

const see = (name: string) => page.locator(`[data-one2pays="${name}"]`)
const title = () => page.locator("h2").innerText()
const focused = () => page.evaluate("document.activeElement.tagName")

describe("the payment panel", () => {
  const open = () => page.evaluate("openOrder()")

  it("draws the QR code as PNG, in the same place, for whoever presses and holds it", async () => {
    const shown = await withQr()
    answer = () => shown
    // As in a browser that draws no pictures.
    await page.evaluate(`
      window.draw = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = () => null`)
    await open()
    await see("qr").waitFor()
    expect(await see("qr").getAttribute("src")).toMatch(/^data:image\/svg/)
    const before = await see("qr").screenshot()
    const place = await see("qr").boundingBox()

    await page.evaluate(`
      HTMLCanvasElement.prototype.getContext = window.draw
      showOrder("order_2")`)
    await page.locator('[data-one2pays="qr"][data-drawn="png"]').waitFor()
    expect(await see("qr").getAttribute("src")).toMatch(/^data:image\/png/)
    expect(await see("qr").boundingBox()).toEqual(place)
    expect(readQr(before)).toBe(PAYLOAD)
    expect(readQr(await see("qr").screenshot())).toBe(PAYLOAD)
  })

  it("numbers its steps, whatever the shop's styles say of lists", async () => {
    const shown = await withQr()
    answer = () => shown
    await open()
    await see("qr").waitFor()
    expect(
      await page.evaluate(
        `getComputedStyle(document.querySelector("ol")).listStyleType`
      )
    ).toBe("decimal")
  })

  it("offers no QR code whose time has run out, also without a connection", async () => {
    const shown = await withQr(60)
    answer = () => shown
    await open()
    await see("save-qr").focus()
    answer = () => ({ failure: { message: "offline" } })
    await page.clock.fastForward(60_000)
    await see("time-over").waitFor()
    expect(await see("countdown").innerText()).toBe("0:00")
    expect(await see("qr").count()).toBe(0)
    expect(await title()).toBe("One moment")
    expect(await see("status-message").count()).toBe(0)
    expect(await focused()).toBe("H2")
  })

  it("counts the shop's seconds and shows the end by the shop's clock, whatever this device takes for the time", async () => {
    const shown = await withQr(600)
    answer = () => shown
    await open()
    const countdown = page.locator(".one2pays-countdown")
    await countdown.getByText("Pay within 10:00 (until 18:23)").waitFor()
    await page.clock.setSystemTime("2031-01-01T00:00:00Z")
    await page.clock.runFor(30_000)
    await countdown.getByText("Pay within 9:30 (until 18:23)").waitFor()
    expect(await see("qr").count()).toBe(1)
    expect(await title()).toBe("Scan to pay")
  })

  it("tells screen readers of five minutes and of one, as they pass", async () => {
    const shown = await withQr(600)
    answer = () => shown
    await open()
    const told = see("time-warning")
    await told.waitFor({ state: "attached" })
    expect(await told.innerText()).toBe("")
    await page.clock.fastForward(301_000)
    await told.getByText("Five minutes left to pay.").waitFor()
    await page.clock.fastForward(240_000)
    await told.getByText("One minute left to pay.").waitFor()

    answer = () => ({ ...shown, payment: { ...shown.payment, expires_in: 55 } })
    await page.evaluate(`showOrder("order_2")`)
    await see("countdown").getByText("0:55").waitFor()
    expect(await told.innerText()).toBe("")
  })

  it("makes the saved picture the way on a phone, readable under a finger, and says what to do with it", async () => {
    await page.close()
    page = await openShop({ hasTouch: true, isMobile: true })
    const url = "https://pay.example/1"
    const { payment: shown } = await withQr()
    answer = () => payment({ next_action: { ...shown.next_action!, url } })
    await open()
    await see("save-qr").waitFor()
    const colors = () =>
      page.evaluate<string>(`
        { const style = getComputedStyle(document.querySelector(".one2pays-save"))
          style.color + " on " + style.backgroundColor }`)
    const before = await colors()
    await see("save-qr").hover()
    expect(await colors()).toBe(before)
    const linked = await see("open-payment-page").evaluate(
      "(link) => getComputedStyle(link).backgroundColor"
    )
    expect(before).not.toContain(` on ${String(linked)}`)
    await see("save-qr").click()
    await see("saved")
      .getByText(/Open the app of Kasikornbank/)
      .waitFor()
  })

  it("says what went wrong with another try, whatever that has left behind", async () => {
    answer = () => payment({ status: "expired", can_retry: true })
    await open()
    await see("try-again").waitFor()
    answer = (asked) =>
      asked.startsWith("POST")
        ? BUSY
        : payment({
            status: "canceled",
            can_retry: true,
            reference_id: "order_1.2",
          })
    await see("try-again").click()
    await page.locator('[data-status="canceled"]').waitFor()
    await letItLookTwice()
    expect(await see("retry-error").count()).toBe(1)
  })

  it("asks for the server's texts in the language of its own", async () => {
    const languages = new Set<string | undefined>()
    let isRetried = false
    answer = (asked, locale) => {
      languages.add(locale)
      isRetried ||= asked.startsWith("POST")
      return payment({ status: "failed", can_retry: true })
    }
    await page.evaluate(`openOrder("de")`)
    await see("try-again").click()
    await until(() => isRetried, Boolean, PATIENCE_MS)
    expect([...languages]).toEqual(["en"])
  })

  it("keeps the focus when what could not be loaded is there", async () => {
    answer = () => BUSY
    await open()
    await see("reload").focus()
    answer = () => payment()
    await page.keyboard.press("Enter")
    await see("amount").waitFor()
    expect(await focused()).toBe("H2")
  })

  it("keeps the focus when there is no other try any more", async () => {
    answer = () => payment({ status: "failed", can_retry: true })
    await open()
    await see("try-again").focus()
    answer = (asked) =>
      asked.startsWith("POST")
        ? { failure: { status: 409, message: "closed" } }
        : payment({ status: "failed" })
    await page.keyboard.press("Enter")
    await see("try-again").waitFor({ state: "detached" })
    expect(await focused()).toBe("H2")
  })

  it("says that it checks, and that nothing has come", async () => {
    answer = () => payment({ status: "canceled" })
    await open()
    await see("check-again").waitFor()
    let tell: (found: object) => void = () => undefined
    answer = () => new Promise((resolve) => (tell = resolve))
    await see("check-again").click()
    await page.getByText("Checking…").waitFor()
    tell(payment({ status: "canceled" }))
    await see("still-unpaid").getByText("No payment has arrived").waitFor()
    expect(await see("check-again").innerText()).toMatch(/I have paid/)
  })

  it("shows the order that it is given, also when a try for the one before ends later", async () => {
    answer = () => payment({ status: "expired", can_retry: true })
    await open()
    await see("try-again").waitFor()
    let tell: (found: object) => void = () => undefined
    answer = (asked) =>
      asked.startsWith("POST")
        ? new Promise((resolve) => (tell = resolve))
        : payment({ status: "under_review", order_id: "order_2" })
    await see("try-again").click()
    await page.evaluate(`showOrder("order_2")`)
    await page.locator('[data-status="under_review"]').waitFor()
    answer = () => new Promise(() => undefined)
    const before = asked.length
    tell(payment())
    // A try that has ended is followed by another look.
    await until(
      () => asked.length,
      (looks) => looks > before,
      PATIENCE_MS
    )
    expect(
      await page.locator("[data-status]").getAttribute("data-status")
    ).toBe("under_review")
  })
})

describe("the payment panel that is given another order", () => {
  it("shows what a server has read of it, and takes that for known", async () => {
    answer = () => payment({ status: "paid" })
    await page.evaluate("openOrder()")
    await page.locator('[data-status="paid"]').waitFor()
    answer = () => ({ failure: { status: 404, message: "of a proxy" } })
    const read = payment({ status: "processing", order_id: "order_2" })
    await page.evaluate(`showOrder("order_2", ${JSON.stringify(read)})`)
    await page.locator('[data-status="processing"]').waitFor()
    await see("connection").waitFor()
    answer = () => payment({ status: "under_review", order_id: "order_2" })
    await lookUntil(page.locator('[data-status="under_review"]'))
  })
})

describe("the payer form", () => {
  it("says that the accounts are still being loaded to whoever wants to go on, and sends the only method on offer", async () => {
    let tell: (found: object) => void = () => undefined
    answer = () => new Promise((resolve) => (tell = resolve))
    await page.evaluate("openCheckout()")
    await see("accounts-awaited").waitFor({ state: "attached" })
    expect(await page.evaluate("submit()")).toBeNull()
    await see("accounts-awaited").getByText("One moment").waitFor()
    tell({ payers: [] })
    await until(
      () => page.evaluate("submit()"),
      (choice) => choice !== null,
      PATIENCE_MS
    )
    expect(await see("accounts-awaited").innerText()).toBe("")
    expect(await page.evaluate("submit()")).toMatchObject({
      payment_method: "bank_transfer",
    })
  })
})
