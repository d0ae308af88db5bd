import { source as axe } from "axe-core"
import { readFileSync } from "node:fs"
import path from "node:path"
import type { BrowserContextOptions, Page } from "playwright-core"
import { toString as renderQr } from "qrcode"
import { PUBLIC_ERRORS } from "../../src/messages"
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
/** A clock has to stand before it: it runs until it is stopped. */
const AN_HOUR_MS = 3_600_000
/** The longest pause between two looks at the payment. */
const NEXT_LOOK_MS = 10_000
const BUSY = { failure: { status: 503, message: "busy" } }

/** The components on a page of their own, in front of a shop whose answers the test gives. */
const SHOP = `
  import { createElement as h, useState } from "react"
  import { createRoot } from "react-dom/client"
  import { PayerForm, PaymentPanel, usePayerForm, useSavedPayers } from "./src/storefront/react"
  const sdk = { client: { fetch: async (path, { method = "GET", headers, body } = {}) => {
    const { failure, ...answer } = await window.ask(method + " " + path, headers?.["x-medusa-locale"], body)
    if (failure) throw Object.assign(new Error(failure.message), failure)
    return answer
  } } }
  function Order({ locale = "en" }) {
    const [order, setOrder] = useState({ orderId: "order_1" })
    window.showOrder = (orderId, initial) => setOrder({ orderId, initial })
    return h(PaymentPanel, { sdk, locale, contact: "Call 02 123 4567", ...order })
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
/** The bodies of what it has sent. */
let sent: object[]

beforeAll(async () => {
  script = await bundle(SHOP, "browser")
})

beforeEach(async () => {
  complaints = []
  asked = []
  answered = 0
  sent = []
  page = await openShop()
})

async function openShop(device: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage(device)
  page.setDefaultTimeout(PATIENCE_MS)
  await page.clock.install({ time: NOW - AN_HOUR_MS })
  await page.clock.pauseAt(NOW)
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text())
  })
  page.on("pageerror", (error) => complaints.push(String(error)))
  await page.exposeFunction(
    "ask",
    async (what: string, locale?: string, body?: object) => {
      asked.push(what)
      if (body) sent.push(body)
      const told = await answer(what, locale)
      answered++
      return told
    }
  )
  await page.setContent(
    `<!doctype html><html lang="en"><title>Shop</title><meta name="viewport" content="width=device-width"><main><h1>Order</h1><div id="root"></div></main>`
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
    // Each timer rings once, at the end: whatever an answer takes, the page counts at this very second.
    await page.clock.fastForward(30_000)
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

  it("asks the gateway once for a customer who has paid, and then waits calmly", async () => {
    const shown = await withQr(600)
    answer = () => shown
    await open()
    await see("i-have-paid").waitFor()
    let tell: (found: object) => void = () => undefined
    answer = (asked) =>
      asked.startsWith("POST")
        ? new Promise((resolve) => (tell = resolve))
        : shown
    await see("i-have-paid").click()
    await page.getByText("Checking…").waitFor()
    await see("i-have-paid").click({ force: true })
    tell(shown)
    await see("looking").getByText("It can take a minute").waitFor()
    expect(asked.filter((what) => what.startsWith("POST"))).toEqual([
      "POST /store/one2pays/orders/order_1/check",
    ])
    expect(await focused()).toBe("BUTTON")
    expect(await see("qr").count()).toBe(1)

    answer = () => payment({ status: "expired", can_retry: true })
    await lookUntil(page.locator('[data-status="expired"]'))
    // Nothing urges whoever has paid to pay once more.
    expect(await page.locator(".one2pays-button--primary").innerText()).toBe(
      "I have paid: check the status"
    )
    expect(await see("looking").innerText()).toContain("do not pay again")
    expect(await see("under-way").count()).toBe(0)
  })

  it("says why it could not ask, but not to whoever has asked enough", async () => {
    answer = (asked) =>
      asked.startsWith("POST") ? BUSY : payment({ status: "canceled" })
    await open()
    await see("i-have-paid").click()
    await see("check-error").waitFor()
    const message = PUBLIC_ERRORS.one2pays_busy.text.en
    answer = (asked) =>
      asked.startsWith("POST")
        ? { failure: { status: 503, message } }
        : payment({ status: "canceled" })
    await see("i-have-paid").click()
    await see("looking").getByText("We are looking").waitFor()
    expect(await see("check-error").count()).toBe(0)
  })

  it("puts the waiting in the countdown's place for a transfer", async () => {
    const { payment: shown } = await withQr(600)
    answer = () => ({
      payment: {
        ...shown,
        payment_method: "bank_transfer",
        next_action: { type: "redirect", url: "https://pay.example/1" },
      },
      maintenance: null,
    })
    await open()
    await see("countdown").waitFor()
    await see("i-have-paid").click()
    await see("looking").getByText("5–30 minutes").waitFor()
    expect(await see("countdown").count()).toBe(0)
    expect(await see("transfer").count()).toBe(1)
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

describe("another account", () => {
  const open = () => page.evaluate("openOrder()")
  const OFFER = { payment_methods: ["promptpay", "bank_transfer"], banks: null }
  const NEXT = {
    reference_id: "order_1.2",
    payer: { bank_code: "014", last4: "4321" },
  } as const

  it("is chosen beside the QR code, after the question whether it was paid, and takes its place", async () => {
    const shown = await withQr(600)
    answer = (asked) => (asked.includes("payment-methods") ? OFFER : shown)
    await open()
    expect(await see("pay-from").innerText()).toContain("••7890")
    await see("change-account").press("Enter")
    const heading = see("change").locator("h3")
    await heading.getByText("Have you already paid?").waitFor()
    expect(await focused()).toBe("H3")
    expect(await see("qr").count()).toBe(0)
    await see("not-paid").press("Enter")
    await heading.getByText("another account").waitFor()
    expect(await focused()).toBe("H3")
    expect(await see("bank_code").inputValue()).toBe("004")
    expect(await see("account_number").inputValue()).toBe("")
    await see("change-send").click()
    await see("account_number-error").waitFor()

    await see("bank_code").selectOption("014")
    await see("account_number").fill("1112224321")
    await see("account_name").fill("Malee")
    answer = (asked) =>
      asked.startsWith("POST")
        ? {
            failure: {
              status: 403,
              message: PUBLIC_ERRORS.one2pays_payer_not_yours.text.en,
            },
          }
        : shown
    await see("change-send").click()
    await see("retry-error").getByText("log in").waitFor()
    expect(await see("account_number").inputValue()).toBe("1112224321")

    const next = { ...shown, payment: { ...shown.payment, ...NEXT } }
    answer = () => next
    await see("account_number").press("Enter")
    await see("pay-from").getByText("••4321").waitFor()
    expect(await see("change").count()).toBe(0)
    expect(await see("qr").count()).toBe(1)
    expect(await focused()).toBe("H2")
    expect(sent.at(-1)).toMatchObject({
      replace: "order_1",
      payer: { bank_code: "014", account_number: "1112224321" },
    })
  })

  it("is not needed by whoever has paid: the shop looks for the money", async () => {
    const shown = await withQr(600)
    answer = () => shown
    await open()
    await see("change-account").click()
    await see("change-cancel").press("Enter")
    await see("qr").waitFor()
    expect(await page.evaluate("document.activeElement.dataset.one2pays")).toBe(
      "change-account"
    )
    await see("i-have-paid").focus()
    const expired = payment({ status: "expired", can_retry: true })
    answer = () => expired
    await lookUntil(page.locator('[data-status="expired"]'))
    expect(await focused()).toBe("H2")
    answer = () => shown
    await lookUntil(page.locator('[data-status="awaiting_payment"]'))
    await see("change-account").click()
    await see("paid-already").click()
    await see("looking").getByText("We are looking").waitFor()
    expect(asked.filter((what) => what.startsWith("POST"))).toEqual([
      "POST /store/one2pays/orders/order_1/check",
    ])
  })

  it("is chosen after the time is over, without giving up anything, and gives way to news", async () => {
    const expired = payment({ status: "expired", can_retry: true })
    answer = (asked) =>
      asked.startsWith("POST")
        ? BUSY
        : asked.includes("payment-methods")
          ? OFFER
          : expired
    await open()
    await see("try-again").click()
    await see("retry-error").waitFor()
    await see("change-account").click()
    await see("account_name").fill("Malee")
    expect(await see("retry-error").count()).toBe(0)
    await see("account_number").fill("1112224321")
    await see("method-bank_transfer").check()
    await see("change-send").click()
    await see("retry-error").waitFor()
    expect(sent.at(-1)).toMatchObject({ payment_method: "bank_transfer" })
    expect(sent.at(-1)).not.toHaveProperty("replace")
    answer = () => payment({ status: "paid" })
    await lookUntil(page.locator('[data-status="paid"]'))
    expect(await see("change").count()).toBe(0)
    expect(await focused()).toBe("H2")
  })
})

describe("the outcome", () => {
  const open = () => page.evaluate("openOrder()")

  it("of a payment that arrived tells amount, time and reference, also in the tab's title", async () => {
    answer = () =>
      payment({
        status: "paid",
        received: 1290.5,
        paid_at: "2026-11-20T08:55:00Z",
        surplus: 10,
      })
    await open()
    await see("facts").waitFor()
    const facts = await see("facts").innerText()
    for (const fact of ["฿1,290.50", "20 Nov 2026, 15:55", "order_1"]) {
      expect(facts).toContain(fact)
    }
    expect(await see("surplus").innerText()).toContain("฿10.00 too much")
    expect(await page.title()).toBe("✓ ฿1,290.50 Payment received · Shop")
    answer = () => payment({ status: "processing", order_id: "order_2" })
    await page.evaluate(`showOrder("order_2")`)
    await page.locator('[data-status="processing"]').waitFor()
    expect(await page.title()).toBe("Shop")
  })

  it("of money that does not fit tells what came of what was due, and who answers", async () => {
    answer = () => payment({ status: "under_review", received: 1 })
    await open()
    await see("received").waitFor()
    expect(await see("received").innerText()).toBe(
      "We received ฿1.00. The amount due is ฿1,290.50. Please do not pay again."
    )
    expect(await see("facts").innerText()).toContain("order_1")
    expect(await see("contact").innerText()).toBe("Call 02 123 4567")
  })

  it("of a maintenance is open: it says that the QR code can still be paid, and until when", async () => {
    const shown = await withQr(600)
    answer = () => ({
      ...shown,
      maintenance: { message: "Closed.", retry_at: "2026-11-20T11:00:00Z" },
    })
    await open()
    await see("maintenance-qr").getByText("until 18:23").waitFor()
  })
})

/** In a tab that was opened before: what it shows does not depend on the demo. */
describe("nothing keeps a customer with a disability out", () => {
  const QUIET =
    "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target).join(' ')))"
  const check = async () => {
    await page.evaluate(axe)
    const checking = page.evaluate<string[]>(QUIET)
    const done = checking.then(() => true)
    while (
      !(await Promise.race([done, page.clock.runFor(1).then(() => false)]))
    );
    return checking
  }

  it.each([
    ["the question", "change-account"],
    ["the waiting", "i-have-paid"],
  ])("of %s", async (_, pressed) => {
    const shown = await withQr(600)
    answer = () => shown
    await page.evaluate(`openOrder("th")`)
    await see(pressed).click()
    await see(pressed === "change-account" ? "change" : "looking").waitFor()
    expect(await check()).toEqual([])
  })

  it("of the form, with and without mistakes", async () => {
    answer = (asked) =>
      asked.includes("payment-methods")
        ? { payment_methods: ["promptpay", "bank_transfer"], banks: null }
        : payment({ status: "expired", can_retry: true })
    await page.evaluate(`openOrder("th")`)
    await see("change-account").click()
    await see("method-promptpay").waitFor()
    expect(await check()).toEqual([])
    await see("change-send").click()
    await see("account_number-error").waitFor()
    expect(await check()).toEqual([])
  })

  it.each(["paid", "under_review"] as const)(
    "of the facts when %s",
    async (status) => {
      answer = () =>
        payment({ status, received: 1290.5, paid_at: "2026-11-20T08:55:00Z" })
      await page.evaluate(`openOrder("th")`)
      await see("facts").waitFor()
      expect(await check()).toEqual([])
    }
  )
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
