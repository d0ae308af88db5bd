import type { Browser } from "playwright-core"
import { until } from "../setup/until"
import { launchChromium } from "./chromium"
import { Customer, DESKTOP, PHONE } from "./customer"
import { gateway } from "./gateway"
import { runningDemo } from "./running-demo"

/** The gateway's webhook, and a page that looks every 2 to 10 seconds. */
const STATUS_LIMIT_MS = 15_000
/** After coming back: sooner than the page would look by itself. */
const AT_ONCE_MS = 5_000

const demo = runningDemo()
let browser: Browser
let customer: Customer

beforeAll(async () => {
  browser = await launchChromium()
})

afterEach(() => customer.leave())

afterAll(() => browser.close())

/** Waits until the shop's server knows that an order is paid, without the help of any page. */
async function untilServerSaysPaid(orderId: string): Promise<void> {
  const { publishableKey, medusaUrl } = demo
  await until(
    async () => {
      const answer = await fetch(
        `${medusaUrl}/store/one2pays/orders/${orderId}`,
        {
          headers: { "x-publishable-api-key": publishableKey },
        }
      )
      return ((await answer.json()) as { payment: { status: string } }).payment
        .status
    },
    (status) => status === "paid",
    STATUS_LIMIT_MS,
    200
  )
}

/** The QR code as the page has drawn it. */
const drawnQr = () =>
  customer.page
    .locator('[data-one2pays="qr"][data-drawn="png"]')
    .getAttribute("src")

describe.each([PHONE, DESKTOP])("on a $name, in $locale", (device) => {
  it("a customer whose time ran out tries again and pays", async () => {
    customer = await Customer.arrive(browser, demo, device)
    const orderId = await customer.buy("mango-strips")
    await customer.see("qr").waitFor()
    await gateway(demo).expirePaymentOf(orderId)
    await customer.waitForStatus("expired", STATUS_LIMIT_MS)
    expect(await customer.see("qr").count()).toBe(0)

    await customer.see("try-again").press("Enter")
    await customer.see("qr").waitFor()
    expect(await customer.read("countdown")).toMatch(/^(30:00|29:\d\d)$/)
    // The button is gone: the focus is where the news is, not at the top of the page.
    expect(await customer.page.evaluate("document.activeElement.tagName")).toBe(
      "H2"
    )
    await gateway(demo).payFor(`${orderId}.2`)
    await customer.waitForStatus("paid", STATUS_LIMIT_MS)
    expect(customer.complaints).toEqual([])
  })
})

describe("while the customer waits", () => {
  it("a closed tab loses nothing: opened again it shows the same QR code, and later that it is paid", async () => {
    customer = await Customer.arrive(browser, demo, PHONE)
    const orderId = await customer.buy("mango-strips")
    const qr = await drawnQr()
    const url = customer.page.url()

    await customer.openAnew(url)
    expect(await drawnQr()).toBe(qr)

    await customer.openAnew("about:blank")
    await gateway(demo).payFor(orderId)
    await untilServerSaysPaid(orderId)
    await customer.openAnew(url)
    await customer.waitForStatus("paid", AT_ONCE_MS)
  })

  it("a lost connection is told without taking the QR code away, and the news comes with its return", async () => {
    customer = await Customer.arrive(browser, demo, PHONE)
    const orderId = await customer.buy("mango-strips")
    await customer.see("qr").waitFor()
    await customer.context.setOffline(true)
    await customer.see("connection").waitFor({ timeout: STATUS_LIMIT_MS })
    expect(await customer.read("connection")).toContain("ขาดการเชื่อมต่อ")
    expect(await customer.see("qr").isVisible()).toBe(true)

    await gateway(demo).payFor(orderId)
    await untilServerSaysPaid(orderId)
    await customer.context.setOffline(false)
    await customer.waitForStatus("paid", AT_ONCE_MS)
    expect(await customer.see("connection").count()).toBe(0)
  })

  it("two tabs that try again at once share one payment, and both see it paid", async () => {
    customer = await Customer.arrive(browser, demo, DESKTOP)
    const orderId = await customer.buy("mango-strips")
    await customer.see("qr").waitFor()
    const second = await customer.context.newPage()
    await second.goto(customer.page.url())
    await customer.see("qr", second).waitFor()

    await gateway(demo).expirePaymentOf(orderId)
    const tabs = [customer.page, second]
    for (const tab of tabs) {
      await customer.waitForStatus("expired", STATUS_LIMIT_MS, tab)
    }
    await Promise.all(
      tabs.map((tab) => customer.see("try-again", tab).dispatchEvent("click"))
    )
    for (const tab of tabs) {
      await customer.see("qr", tab).waitFor()
    }
    expect(await gateway(demo).references(orderId)).toEqual([
      orderId,
      `${orderId}.2`,
    ])

    await gateway(demo).payFor(`${orderId}.2`)
    for (const tab of tabs) {
      await customer.waitForStatus("paid", STATUS_LIMIT_MS, tab)
    }
  })

  it("a hidden page asks nothing, and tells a payment made meanwhile as soon as it is seen", async () => {
    customer = await Customer.arrive(browser, demo, PHONE)
    await customer.page.clock.install()
    const orderId = await customer.buy("mango-strips")
    await customer.see("qr").waitFor()
    const requests: string[] = []
    customer.page.on("request", (request) => {
      if (request.url().includes("/store/one2pays/"))
        requests.push(request.url())
    })

    await customer.hidePage()
    await gateway(demo).payFor(orderId)
    await untilServerSaysPaid(orderId)
    await customer.page.clock.runFor(120_000)
    expect(requests).toEqual([])
    expect(await customer.see("qr").count()).toBe(1)

    await customer.showPage()
    await customer.waitForStatus("paid", AT_ONCE_MS)
  })

  it("the browser asks with the last answer's ETag, and an unchanged payment is not sent again", async () => {
    customer = await Customer.arrive(browser, demo, DESKTOP)
    await customer.buy("mango-strips")
    const answers = await customer.listenForAnswers("/store/one2pays/orders/")
    await until(
      () => answers,
      (seen) => seen.length >= 3,
      STATUS_LIMIT_MS
    )
    for (const { status, bytes } of answers.slice(0, 3)) {
      expect(status).toBe(304)
      expect(bytes).toBeLessThan(1_500)
    }
  })

  it("the QR code is there within a second of the page's load", async () => {
    customer = await Customer.arrive(browser, demo, PHONE)
    await customer.buy("mango-strips")
    await customer.see("qr").waitFor()
    const times: number[] = []
    for (let load = 0; load < 5; load++) {
      await customer.page.reload()
      times.push(await customer.page.evaluate<number>(QR_SHOWN_AT))
    }
    const median = [...times].sort((a, b) => a - b)[2]!
    console.log(
      `QR shown after ${times.map((ms) => ms.toFixed(0)).join(", ")} ms; median ${median.toFixed(0)} ms`
    )
    expect(median).toBeLessThan(1_000)
  })
})

/** In the page: ms from the start of its navigation until the QR code is drawn. */
const QR_SHOWN_AT = `new Promise((resolve) => {
  const look = () => {
    const qr = document.querySelector('[data-one2pays="qr"]')
    if (qr?.complete && qr.naturalWidth > 0) {
      // One more frame: then it is on the screen.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())))
    } else {
      requestAnimationFrame(look)
    }
  }
  look()
})`
