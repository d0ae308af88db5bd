import { randomUUID } from "node:crypto"
import { readFile } from "node:fs/promises"
import type { Browser, BrowserContext, Locator, Page } from "playwright-core"
import { until } from "../setup/until"
import { lookUntil } from "./passing-time"
import { PATIENCE_MS } from "./patience"
import { untilServerSays } from "./payment-status"
import type { RunningDemo } from "./running-demo"

export interface Device {
  name: string
  viewport: { width: number; height: number }
  locale: "th" | "en"
  /** A finger instead of a mouse. */
  hasTouch: boolean
  /** The text of the link below the QR code. */
  link: string
}

export const PHONE: Device = {
  name: "phone",
  viewport: { width: 390, height: 844 },
  locale: "th",
  hasTouch: true,
  link: "ไปหน้าชำระเงิน (เปิดหน้าใหม่)",
}

export const DESKTOP: Device = {
  name: "desktop",
  viewport: { width: 1280, height: 900 },
  locale: "en",
  hasTouch: false,
  link: "Go to the payment page (opens a new page)",
}

const PAYER = {
  account_name: "สมชาย ใจดี",
  account_number: "123-4-56789-0",
  bank_code: "004",
}

interface Answer {
  status: number
  bytes: number
}

/** The answers that a page got over the wire. */
interface Answers {
  seen: readonly Answer[]
  /** Whether an answer is still to come. */
  isAsking: () => boolean
}

export interface Account {
  email: string
  password: string
}

/** A busy machine may take this long to answer a page. Then the page is made to look once more. */
const LOOK_MS = 5_000

/** A person in front of the demo's storefront, whose clock stands still but when a test moves it. */
export class Customer {
  /** Whatever the browser complained of, on any page. */
  readonly complaints: string[] = []

  private constructor(
    readonly context: BrowserContext,
    public page: Page,
    private readonly demo: RunningDemo
  ) {
    this.see = this.see.bind(this)
    context.on("console", (message) => {
      if (message.type() === "error") {
        this.complaints.push(message.text())
      }
    })
    context.on("weberror", (error) => {
      this.complaints.push(String(error.error()))
    })
  }

  static async arrive(
    browser: Browser,
    demo: RunningDemo,
    { viewport, locale, hasTouch }: Device,
    colorScheme: "light" | "dark" = "light"
  ): Promise<Customer> {
    const context = await browser.newContext({
      viewport,
      hasTouch,
      isMobile: hasTouch,
      colorScheme,
      locale: "en-US",
    })
    context.setDefaultTimeout(PATIENCE_MS)
    const now = Date.now()
    await context.clock.install({ time: now })
    await context.clock.pauseAt(now + 1000)
    const customer = new Customer(context, await context.newPage(), demo)
    await customer.page.goto(demo.storefrontUrl)
    await customer.see(`locale-${locale}`).click()
    return customer
  }

  /** The part of the page with this name: the shop's own parts have test ids, the plugin's components names of their own. */
  see(name: string, page = this.page): Locator {
    return page.locator(`[data-testid="${name}"], [data-one2pays="${name}"]`)
  }

  read(testId: string): Promise<string> {
    return this.see(testId).innerText()
  }

  /** Opens an account at the shop; the customer is logged in then. */
  async register(): Promise<Account> {
    const account = {
      email: `${randomUUID()}@example.com`,
      password: randomUUID(),
    }
    await this.see("account-link").click()
    await this.see("to-register").click()
    await this.see("account-first_name").fill("สมชาย")
    await this.see("account-last_name").fill("ใจดี")
    await this.logIn(account)
    await this.see("customer-name").waitFor()
    return account
  }

  /** Sends the form of the account's page. */
  async logIn({ email, password }: Account): Promise<void> {
    await this.see("account-email").fill(email)
    await this.see("account-password").fill(password)
    await this.see("account-send").click()
  }

  /** Puts a product into the cart and looks at the cart. */
  async bringToCart(handle: string): Promise<void> {
    await this.page.goto(`${this.demo.storefrontUrl}/#/`)
    const product = this.page.locator(`[data-handle="${handle}"]`)
    await product.getByTestId("add-to-cart").click()
    await product.getByTestId("view-cart").click()
    await this.see("cart-line").waitFor()
  }

  /** Puts a product into the cart and goes on to the checkout. */
  async bringToCheckout(handle: string): Promise<void> {
    await this.bringToCart(handle)
    await this.see("go-to-checkout").click()
  }

  async fillInPayer(payer: Partial<typeof PAYER> = {}): Promise<void> {
    const { account_name, account_number, bank_code } = { ...PAYER, ...payer }
    await this.see("bank_code").selectOption(bank_code)
    await this.see("account_number").fill(account_number)
    await this.see("account_name").fill(account_name)
  }

  /** @returns the id of the order, whose page is open now. */
  async placeOrder(): Promise<string> {
    await this.see("place-order").click()
    await this.page.waitForURL(/#\/order\/order_/)
    return orderOn(this.page)
  }

  async buy(
    handle: string,
    method: "promptpay" | "bank_transfer" = "promptpay"
  ): Promise<string> {
    await this.bringToCheckout(handle)
    await this.see(`method-${method}`).check()
    await this.fillInPayer()
    return this.placeOrder()
  }

  /** Closes the tab and opens a new one. */
  async openAnew(url: string): Promise<void> {
    await this.page.close()
    this.page = await this.context.newPage()
    await this.page.goto(url)
  }

  /**
   * Tells the page that it is hidden, as a phone does when the customer goes to the banking app. A headless browser
   * shows every page for ever, also behind another or minimized, so the page's own answer is replaced.
   */
  async hidePage(): Promise<void> {
    await this.page.evaluate(`
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true })
      document.dispatchEvent(new Event("visibilitychange"))`)
  }

  async showPage(): Promise<void> {
    await this.page.evaluate(`
      delete document.visibilityState
      document.dispatchEvent(new Event("visibilitychange"))`)
  }

  /** Every further answer from an address that contains `part`, as it came over the wire. */
  async listenForAnswers(part: string): Promise<Answers> {
    const wire = await this.context.newCDPSession(this.page)
    const asked = new Set<string>()
    const statuses = new Map<string, number>()
    const seen: Answer[] = []
    wire.on("Network.requestWillBeSent", ({ requestId, request }) => {
      if (request.url.includes(part) && request.method === "GET") {
        asked.add(requestId)
      }
    })
    // Instead of a 304 the page sees the stored answer's 200.
    wire.on("Network.responseReceivedExtraInfo", ({ requestId, statusCode }) =>
      statuses.set(requestId, statusCode)
    )
    wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const status = statuses.get(requestId)
      if (asked.delete(requestId) && status !== undefined) {
        seen.push({ status, bytes: encodedDataLength })
      }
    })
    wire.on("Network.loadingFailed", ({ requestId }) => asked.delete(requestId))
    await wire.send("Network.enable")
    return { seen, isAsking: () => asked.size > 0 }
  }

  /**
   * Every further answer to anything that a page asks for, as `url body`. An answer is read on its way to the page, for a
   * browser throws it away with the page that asked.
   */
  async listenForTexts(): Promise<() => Promise<string[]>> {
    const texts: string[] = []
    await this.context.route("**/*", async (route) => {
      const response = await route.fetch({ maxRedirects: 0 })
      texts.push(`${response.url()} ${await response.text()}`)
      await route.fulfill({ response })
    })
    return async () => {
      await this.context.unrouteAll({ behavior: "wait" })
      return texts
    }
  }

  /** Waits until a field holds the text: what was kept comes back only after the field is there. */
  async seeHeld(field: string, text: string): Promise<void> {
    await until(
      () => this.see(field).inputValue(),
      (held) => held === text
    )
  }

  /** Saves the QR code and returns the picture, which a bank's app would read from the photos. */
  async saveQr(): Promise<Buffer> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.see("save-qr").click(),
    ])
    return readFile(await download.path())
  }

  /**
   * Waits until the page of an order says so, in words that a test need not know: the shop's server first, and then the
   * page when it looks next.
   */
  async waitForStatus(status: string, page = this.page): Promise<void> {
    await untilServerSays(this.demo, orderOn(page), status)
    await this.lookUntil(statusOn(page, status))
  }

  /** Waits until the page says so without another look, for its clock stands still. */
  async seeStatus(status: string): Promise<void> {
    await statusOn(this.page, status).waitFor()
  }

  /** Lets the page look again and again by itself. */
  lookUntil(
    shown: Locator,
    state: "visible" | "detached" = "visible"
  ): Promise<void> {
    return lookUntil(shown, { state, lookMs: LOOK_MS })
  }

  leave(): Promise<void> {
    return this.context.close()
  }
}

const orderOn = (page: Page) => page.url().split("/").pop() ?? ""

const statusOn = (page: Page, status: string) =>
  page.locator(`[data-status="${status}"]`)
