import { readFile } from "node:fs/promises"
import type { Browser, BrowserContext, Locator, Page } from "playwright-core"
import type { RunningDemo } from "./running-demo"

export interface Device {
  name: string
  viewport: { width: number; height: number }
  locale: "th" | "en"
}

export const PHONE: Device = {
  name: "phone",
  viewport: { width: 390, height: 844 },
  locale: "th",
}

export const DESKTOP: Device = {
  name: "desktop",
  viewport: { width: 1280, height: 900 },
  locale: "en",
}

const PAYER = {
  account_name: "สมชาย ใจดี",
  account_number: "123-4-56789-0",
  bank_code: "004",
}

/** A person in front of the demo's storefront. */
export class Customer {
  /** Whatever the browser complained of, on any page. */
  readonly complaints: string[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly storefrontUrl: string
  ) {
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
    { viewport, locale }: Device
  ): Promise<Customer> {
    const context = await browser.newContext({ viewport, locale: "en-US" })
    context.setDefaultTimeout(30_000)
    const customer = new Customer(
      context,
      await context.newPage(),
      demo.storefrontUrl
    )
    await customer.page.goto(demo.storefrontUrl)
    await customer.see(`locale-${locale}`).click()
    return customer
  }

  see(testId: string): Locator {
    return this.page.getByTestId(testId)
  }

  read(testId: string): Promise<string> {
    return this.see(testId).innerText()
  }

  /** Puts a product into the cart and goes on to the checkout. */
  async bringToCheckout(handle: string): Promise<void> {
    await this.page.goto(`${this.storefrontUrl}/#/`)
    const product = this.page.locator(`[data-handle="${handle}"]`)
    await product.getByTestId("add-to-cart").click()
    await product.getByTestId("view-cart").click()
    await this.see("cart-line").waitFor()
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
    return this.page.url().split("/").pop() ?? ""
  }

  async buy(handle: string): Promise<string> {
    await this.bringToCheckout(handle)
    await this.fillInPayer()
    return this.placeOrder()
  }

  /** Saves the QR code and returns the picture, which a bank's app would read from the photos. */
  async saveQr(): Promise<Buffer> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.see("save-qr").click(),
    ])
    return readFile(await download.path())
  }

  /** Waits until the order's page says so, in words that a test need not know. */
  async waitForStatus(status: string, timeout: number): Promise<void> {
    await this.page.locator(`[data-status="${status}"]`).waitFor({ timeout })
  }

  leave(): Promise<void> {
    return this.context.close()
  }
}
