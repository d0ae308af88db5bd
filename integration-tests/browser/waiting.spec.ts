import { until } from "../setup/until"
import { type Customer, DESKTOP, PHONE } from "./customer"
import { openDemo } from "./open-demo"
import { PATIENCE_MS } from "./patience"
import { untilServerSays } from "./payment-status"

const { demo, gateway, arrive } = openDemo()
let customer: Customer

/** The QR code as the page has drawn it. */
const drawnQr = () =>
  customer.page
    .locator('[data-one2pays="qr"][data-drawn="png"]')
    .getAttribute("src")

describe.each([PHONE, DESKTOP])("on a $name, in $locale", (device) => {
  it("a customer whose time ran out tries again and pays", async () => {
    customer = await arrive(device)
    const orderId = await customer.buy("mango-strips")
    await customer.see("qr").waitFor()
    await gateway.expirePaymentOf(orderId)
    await customer.waitForStatus("expired")
    expect(await customer.see("qr").count()).toBe(0)

    const before = Date.now()
    await customer.see("try-again").press("Enter")
    await customer.see("qr").waitFor()
    // The server counts: this page's clock stands still, and is late.
    const left = secondsIn(await customer.read("countdown"))
    const took = Date.now() - before
    expect(left).toBeGreaterThan(30 * 60 - took / 1000 - 1)
    expect(left).toBeLessThanOrEqual(30 * 60)
    // The button is gone: the focus is where the news is, not at the top of the page.
    expect(await customer.page.evaluate("document.activeElement.tagName")).toBe(
      "H2"
    )
    await gateway.payFor(`${orderId}.2`)
    await customer.waitForStatus("paid")
    expect(customer.complaints).toEqual([])
  })
})

describe("while the customer waits", () => {
  it("a closed tab loses nothing: opened again it shows the same QR code, and later that it is paid", async () => {
    customer = await arrive(PHONE)
    const orderId = await customer.buy("mango-strips")
    const qr = await drawnQr()
    const url = customer.page.url()

    await customer.openAnew(url)
    expect(await drawnQr()).toBe(qr)

    await customer.openAnew("about:blank")
    await gateway.payFor(orderId)
    await untilServerSays(demo, orderId, "paid")
    await customer.openAnew(url)
    await customer.seeStatus("paid")
  })

  it("a lost connection is told without taking the QR code away, and the news comes with its return", async () => {
    customer = await arrive(PHONE)
    const orderId = await customer.buy("mango-strips")
    await customer.see("qr").waitFor()
    await customer.context.setOffline(true)
    await customer.lookUntil(customer.see("connection"))
    expect(await customer.read("connection")).toContain("ขาดการเชื่อมต่อ")
    expect(await customer.see("qr").isVisible()).toBe(true)

    await gateway.payFor(orderId)
    await untilServerSays(demo, orderId, "paid")
    await customer.context.setOffline(false)
    await customer.seeStatus("paid")
    expect(await customer.see("connection").count()).toBe(0)
  })

  it("two tabs that try again at once share one payment, and both see it paid", async () => {
    customer = await arrive(DESKTOP)
    const orderId = await customer.buy("mango-strips")
    await customer.see("qr").waitFor()
    const second = await customer.context.newPage()
    await second.goto(customer.page.url())
    await customer.see("qr", second).waitFor()

    await gateway.expirePaymentOf(orderId)
    const tabs = [customer.page, second]
    for (const tab of tabs) {
      await customer.waitForStatus("expired", tab)
    }
    await Promise.all(
      tabs.map((tab) => customer.see("try-again", tab).dispatchEvent("click"))
    )
    for (const tab of tabs) {
      await customer.see("qr", tab).waitFor()
    }
    expect(await gateway.references(orderId)).toEqual([orderId, `${orderId}.2`])

    await gateway.payFor(`${orderId}.2`)
    for (const tab of tabs) {
      await customer.waitForStatus("paid", tab)
    }
  })

  it("a hidden page asks nothing, and tells a payment made meanwhile as soon as it is seen", async () => {
    customer = await arrive(PHONE)
    const orderId = await customer.buy("mango-strips")
    await customer.see("qr").waitFor()
    const requests: string[] = []
    customer.page.on("request", (request) => {
      if (request.url().includes("/store/one2pays/"))
        requests.push(request.url())
    })

    await customer.hidePage()
    await gateway.payFor(orderId)
    await untilServerSays(demo, orderId, "paid")
    await customer.page.clock.runFor(120_000)
    expect(await customer.see("qr").count()).toBe(1)
    // Requests are told in their order: what was asked meanwhile would come first.
    await customer.page.evaluate(`fetch("/store/one2pays/shown-again")`)

    await customer.showPage()
    await customer.seeStatus("paid")
    expect(requests[0]).toContain("/shown-again")
  })

  it("the browser asks with the last answer's ETag, and an unchanged payment is not sent again", async () => {
    customer = await arrive(DESKTOP)
    await customer.buy("mango-strips")
    // By then the page has had the whole answer.
    await drawnQr()
    const answers = await customer.listenForAnswers("/store/one2pays/orders/")
    await until(
      async () => {
        // A look that is ten seconds old by the page's clock is given up.
        if (!answers.isAsking()) {
          await customer.page.clock.fastForward(10_000)
        }
        return answers.seen
      },
      (seen) => seen.length >= 3,
      PATIENCE_MS
    )
    for (const { status, bytes } of answers.seen) {
      expect(status).toBe(304)
      expect(bytes).toBeLessThan(1_500)
    }
  })

  it("the QR code is there with the shop's first answer: nothing else is waited for", async () => {
    customer = await arrive(PHONE)
    await customer.buy("mango-strips")
    await customer.see("qr").waitFor()
    // The page's clock stands still, and what it does not need gets no answer.
    await customer.page.route("**/store/**", (route) =>
      /\/(regions|one2pays\/orders)\b/.test(route.request().url())
        ? route.continue()
        : undefined
    )
    const asked: string[] = []
    customer.page.on("request", (request) => {
      if (request.url().includes("/one2pays/")) asked.push(request.method())
    })
    await customer.page.reload()
    await drawnQr()
    expect(asked.filter((method) => method === "GET")).toHaveLength(1)
  })
})

/** 29:59 */
function secondsIn(countdown: string): number {
  const [minutes = NaN, seconds = NaN] = countdown.split(":").map(Number)
  return minutes * 60 + seconds
}
