import { execFileSync } from "node:child_process"
import type { PaymentAnswer } from "../../src/storefront"
import { bundle } from "./bundle"
import { openChromium } from "./chromium"
import { PAYMENT } from "./one-order"
import { PATIENCE_MS } from "./patience"

const browser = openChromium()

/** By the page's clock, which stands still. */
const NOW = Date.parse("2026-11-20T09:00:00Z")
/** A clock has to stand before it: it runs until it is stopped. */
const AN_HOUR_MS = 3_600_000

const ANSWER: PaymentAnswer = {
  payment: {
    ...PAYMENT,
    next_action: {
      type: "qr",
      qr_svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>`,
      url: "https://pay.example/1",
    },
    expires_at: new Date(NOW + 20 * 60_000).toISOString(),
    expires_in: 20 * 60,
    message: "Waiting for your payment.",
  },
  maintenance: {
    message: "Closed.",
    retry_at: new Date(NOW + 60_000).toISOString(),
  },
}

/** A framework renders the same element in the browser as on the server. React complains when they differ. */
const ELEMENT = `
  import { createElement as h, Fragment } from "react"
  import { PayerForm, PaymentPanel, usePayerForm, useSavedPayers } from "./src/storefront/react"
  const sdk = { client: { fetch: () => new Promise(() => undefined) } }
  const Checkout = () =>
    h(PayerForm, usePayerForm({ locale: "en", saved: useSavedPayers(sdk) }).props)
  const props = { sdk, orderId: "order_1", locale: "en", initial: ${JSON.stringify(ANSWER)} }
  const element = h(Fragment, null, h(PaymentPanel, props), h(Checkout))`

const ON_THE_SERVER = `
  import { renderToString } from "react-dom/server"
  ${ELEMENT}
  process.stdout.write(renderToString(element))`

const IN_THE_BROWSER = `
  import { hydrateRoot } from "react-dom/client"
  ${ELEMENT}
  hydrateRoot(document.getElementById("root"), element, {
    onRecoverableError: (error) => console.error(error)
  })`

it("a page rendered on a server in another time zone goes on in the browser without a difference", async () => {
  const html = execFileSync(process.execPath, ["-"], {
    input: await bundle(ON_THE_SERVER, "node"),
    env: { TZ: "Asia/Bangkok" },
    encoding: "utf8",
  })
  expect(html).toContain("฿1,290.50")
  expect(html).toContain("Account number")

  const context = await browser.newContext({ timezoneId: "Pacific/Auckland" })
  context.setDefaultTimeout(PATIENCE_MS)
  await context.clock.install({ time: NOW - AN_HOUR_MS })
  await context.clock.pauseAt(NOW)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text())
  })
  page.on("pageerror", (error) => complaints.push(String(error)))
  await page.setContent(`<!doctype html><div id="root">${html}</div>`)
  await page.addScriptTag({
    content: await bundle(IN_THE_BROWSER, "browser"),
  })

  await page.getByText(/^20:00$/).waitFor()
  await page.getByText("(until 16:20)").waitFor()
  await page.getByText("We'll check again at 16:01.").waitFor()
  expect(complaints).toEqual([])
  await context.close()
})
