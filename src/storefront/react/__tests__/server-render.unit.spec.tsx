/** This suite has no document: a customer first sees the server's rendering. */
import { useState } from "react"
import { renderToString } from "react-dom/server"
import type {
  PaymentAnswer,
  PaymentStatus,
  SavedPayer,
  StoreSdk,
  ThaiBank,
} from "../../index"
import { PayerForm } from "../payer/payer-form"
import type { PayerFormValue } from "../payer/payer-form-value"
import { OpenPayment } from "../payment/open-payment"
import { PaymentPanel } from "../payment/payment-panel"
import { TransferInstructions } from "../payment/pay/transfer-instructions"
import { SavedAccounts } from "../payer/saved-accounts"
import { usePayerForm, type PayerFormOptions } from "../payer/use-payer-form"
import { usePayment } from "../payment/use-payment"
import type { SavedPayersState } from "../payer/use-saved-payers"

const SDK: StoreSdk = {
  client: { fetch: () => Promise.reject(new Error("nobody asks on a server")) },
}

let complaints: jest.SpyInstance

beforeEach(() => {
  complaints = jest.spyOn(console, "error").mockReturnValue()
})

afterEach(() => {
  // React reports there the parts that do not work on a server.
  expect(complaints.mock.calls).toEqual([])
  complaints.mockRestore()
})

function answer(
  status: PaymentStatus,
  change: Partial<PaymentAnswer["payment"]> = {}
): PaymentAnswer {
  return {
    payment: {
      order_id: "order_1",
      status,
      amount: 1290.5,
      currency_code: "thb",
      payment_method: "promptpay",
      reference_id: "order_1",
      payer: { bank_code: "004", last4: "7890" },
      next_action: null,
      expires_at: "2026-11-21T03:50:25.920Z",
      expires_in: 1200,
      can_retry: false,
      message: `message of ${status}`,
      ...change,
    },
    maintenance: null,
  }
}

const panel = (initial?: PaymentAnswer, locale = "en") =>
  renderToString(
    <PaymentPanel
      sdk={SDK}
      orderId="order_1"
      locale={locale}
      initial={initial}
      paidAction={<a href="/orders">My orders</a>}
      unpaidAction={<a href="/">Back to the shop</a>}
      texts={{ titlePaid: "Thank you" }}
    />
  )

describe("PaymentPanel", () => {
  it.each(["en", "th"])("is rendered without an answer, in %s", (locale) => {
    const html = panel(undefined, locale)
    expect(html).toContain('role="status"')
    expect(html).toContain('aria-busy="true"')
    expect(html).toContain(locale === "th" ? "กำลังโหลด" : "Loading")
  })

  it("shows nothing of an answer that is another order's", () => {
    const html = panel(answer("paid", { order_id: "order_2" }))
    expect(html).toContain("Loading")
    expect(html).not.toContain("Thank you")
  })

  it.each<[PaymentStatus, string, string]>([
    ["awaiting_payment", "Scan to pay", "ชำระเงิน"],
    ["processing", "One moment", "กรุณารอสักครู่"],
    ["expired", "Payment time expired", "หมดเวลาชำระเงิน"],
    ["failed", "Payment failed", "ชำระเงินไม่สำเร็จ"],
    ["canceled", "Payment canceled", "รายการถูกยกเลิก"],
    ["under_review", "We are checking", "กำลังตรวจสอบ"],
  ])("names %s in both languages", (status, en, th) => {
    expect(panel(answer(status))).toContain(en)
    expect(panel(answer(status), "th-TH")).toContain(th)
    expect(panel(answer(status))).toContain(`message of ${status}`)
  })

  it("shows the amount, the QR code and the end by the shop's clock, but no countdown, which differs from the browser's", () => {
    const html = panel(
      answer("awaiting_payment", {
        next_action: { type: "qr", qr_svg: "<svg></svg>", url: "https://p/1" },
      })
    )
    expect(html).toContain("฿1,290.50")
    expect(html).toContain('alt="PromptPay QR code for ฿1,290.50"')
    expect(html).toContain('href="https://p/1"')
    expect(html).toContain("–:––")
    expect(html).toContain("(until 10:50)")
  })

  it("never puts what an SVG holds into the page itself", () => {
    const html = panel(
      answer("awaiting_payment", {
        next_action: {
          type: "qr",
          qr_svg: `<svg onload="alert(1)"><script>alert(2)</script></svg>`,
        },
      })
    )
    expect(html).not.toContain("<script")
    expect(html).not.toContain("onload=")
    expect(html).toContain("%3Cscript%3E")
  })

  it("explains a bank transfer instead of a QR code", () => {
    const html = panel(
      answer("awaiting_payment", {
        payment_method: "bank_transfer",
        next_action: { type: "redirect", url: "https://p/2" },
      })
    )
    expect(html).toContain('href="https://p/2"')
    expect(html).toContain("Transfer exactly ฿1,290.50")
    expect(html).not.toContain("<img")
  })

  it("leads to the payment page where PromptPay has no QR code, and speaks of no transfer", () => {
    const html = panel(
      answer("awaiting_payment", {
        next_action: { type: "redirect", url: "https://p/3" },
      })
    )
    expect(html).toContain('href="https://p/3"')
    expect(html).toContain("with your banking app")
    expect(html).not.toMatch(/5 to 30 minutes|Transfer exactly/)
  })

  it("says that the account is being checked while there is nothing to pay by yet", () => {
    const html = panel(answer("awaiting_payment"))
    expect(html).toContain("The QR code appears here by itself")
    expect(html).toContain("please contact the shop")
  })

  it("asks for the exact amount where the gateway added satang, and names the bank's limits from ฿50,000", () => {
    const raised = panel(answer("awaiting_payment", { amount_to_pay: 1290.57 }))
    expect(raised).toContain("Pay exactly ฿1,290.57")
    expect(raised).not.toContain("face scan")
    const large = panel(answer("awaiting_payment", { amount: 50_000 }))
    expect(large).toContain("face scan")
    expect(large).not.toContain("Pay exactly")
  })

  it("offers another try exactly when there is one", () => {
    expect(panel(answer("expired", { can_retry: true }))).toContain(
      'data-one2pays="try-again"'
    )
    const closed = panel(answer("expired"))
    expect(closed).not.toContain('data-one2pays="try-again"')
    expect(closed).toContain("can no longer be paid")
    expect(closed).toContain("Back to the shop")
  })

  it("offers to pay the rest of an order that is paid in part, where the shop takes it", () => {
    const owing = panel(
      answer("partially_paid", { can_retry: true, rest: 250 })
    )
    expect(owing).toContain('data-one2pays="try-again"')
    expect(owing).toContain("Pay the rest (฿250.00)")
    expect(panel(answer("partially_paid", { rest: 250 }))).not.toContain(
      'data-one2pays="try-again"'
    )
  })

  it("leads onward when paid, in the shop's own words", () => {
    const html = panel(answer("paid"))
    expect(html).toContain("Thank you")
    expect(html).toContain("My orders")
  })

  it("tells of a maintenance beside the payment", () => {
    const html = panel({
      ...answer("awaiting_payment"),
      maintenance: { message: "Closed.", retry_at: "2026-11-21T03:50:25Z" },
    })
    expect(html).toContain("Closed.")
    expect(html).toContain("your money and your order are safe")
    expect(html).toContain("check again at 10:50")
  })

  it.each<PaymentStatus>(["paid", "failed", "canceled"])(
    "says nothing of a maintenance beside a payment that is %s for good, which it cannot change",
    (status) => {
      const html = panel({
        ...answer(status),
        maintenance: { message: "Closed.", retry_at: "2026-11-21T03:50:25Z" },
      })
      expect(html).not.toContain("Closed.")
    }
  )
})

/** The attribute that tells a screen reader the language of a part of the page. */
const languageOf = (html: string) => /^<\w+[^>]* lang="(\w+)"/.exec(html)?.[1]

describe.each([
  ["th-TH", "th"],
  ["en-GB", "en"],
  ["de", "en"],
])("for the locale %s", (locale, language) => {
  it(`the panel says that it is in ${language}`, () => {
    expect(languageOf(panel(answer("paid"), locale))).toBe(language)
    expect(languageOf(panel(undefined, locale))).toBe(language)
  })

  it(`the form says that it is in ${language}`, () => {
    const html = renderToString(
      <PayerForm
        locale={locale}
        value={{
          payment_method: "promptpay",
          payer: { account_name: "", account_number: "", bank_code: "" },
        }}
        onChange={() => undefined}
      />
    )
    expect(languageOf(html)).toBe(language)
  })

  it.each([null, { type: "redirect" as const, url: "https://p/2" }])(
    `the instructions for a transfer say that they are in ${language}`,
    (next_action) => {
      const { payment } = answer("awaiting_payment", { next_action })
      const html = renderToString(
        <TransferInstructions {...{ payment, locale }} />
      )
      expect(languageOf(html)).toBe(language)
    }
  )
})

describe("usePayment", () => {
  it("begins with the answer of the order that it is given, also where it had another before", () => {
    const Page = () => {
      const [orderId, setOrderId] = useState("order_1")
      const initial = answer("awaiting_payment", { order_id: orderId })
      const { payment } = usePayment(SDK, orderId, { initial })
      // A framework that navigates to the page of another order keeps the component.
      if (orderId === "order_1") setOrderId("order_2")
      return <p>{payment?.order_id}</p>
    }
    expect(renderToString(<Page />)).toBe("<p>order_2</p>")
  })
})

describe("PayerForm", () => {
  const form = (showErrors: boolean, locale = "en") =>
    renderToString(
      <PayerForm
        locale={locale}
        value={{
          payment_method: "promptpay",
          payer: { account_name: "", account_number: "123", bank_code: "004" },
        }}
        onChange={() => undefined}
        showErrors={showErrors}
      />
    )

  it("ties every control to its label, its hint and what is wrong with it", () => {
    const html = form(true)
    const input = /<input[^>]*data-one2pays="account_number"[^>]*>/.exec(html)
    const [, id] = /\bid="([^"]+)"/.exec(input![0])!
    expect(html).toContain(`<label for="${id}">Account number</label>`)
    expect(input![0]).toContain('aria-invalid="true"')
    expect(input![0]).toContain(`aria-describedby="${id}-hint ${id}-error"`)
    expect(html).toContain(`id="${id}-error"`)
    expect(html).toContain("too short by 7. Please enter 10 digits.")
  })

  it("says nothing is wrong before the customer has had the chance to type", () => {
    expect(form(false)).not.toContain("aria-invalid")
  })

  it("shows the color of the chosen bank", () => {
    expect(form(false)).toContain("background-color:#138f2d")
  })

  const withBank = (bank_code: string, banks?: ThaiBank[]) =>
    renderToString(
      <PayerForm
        locale="th"
        value={{
          payment_method: "promptpay",
          payer: { account_name: "", account_number: "", bank_code },
        }}
        onChange={() => undefined}
        banks={banks}
      />
    )

  it("offers the shop's own list of banks", () => {
    const name = { en: "New Bank", th: "ธนาคารใหม่" }
    const html = withBank("052", [{ code: "052", color: "#123456", name }])
    expect(html).toContain(">ใหม่<")
    expect(html).toContain("background-color:#123456")
    expect(html).not.toContain("กสิกร")
  })

  it("shows a bank that is not in the list, since it is what would be sent", () => {
    const html = withBank("999")
    expect(html).toMatch(/<option value="another" selected="">/)
    expect(html).toMatch(/data-one2pays="bank_number" value="999"/)
  })

  it("speaks Thai", () => {
    const html = form(true, "th")
    expect(html).toContain("พร้อมเพย์")
    expect(html).toContain(">กสิกรไทย<")
    expect(html).toContain("ขาดไป 7 หลัก กรุณากรอกให้ครบ 10 หลัก")
  })
})

describe("usePayerForm", () => {
  /** The choice of a checkout that offers these methods, after the customer has filled in the form. */
  const choiceOf = (options: Partial<PayerFormOptions>) => {
    let submit: () => unknown = () => undefined
    const Checkout = () => {
      const payer = {
        account_name: "สมชาย ใจดี",
        account_number: "1234567890",
        bank_code: "004",
      }
      const initial = { payer, ...options.initial }
      const form = usePayerForm({ locale: "en", ...options, initial })
      submit = form.submit
      return <PayerForm {...form.props} />
    }
    return { html: renderToString(<Checkout />), choice: submit() }
  }

  it("sends the only method that the shop offers, without asking for it", () => {
    const { html, choice } = choiceOf({ methods: ["bank_transfer"] })
    expect(choice).toMatchObject({ payment_method: "bank_transfer" })
    expect(html).not.toContain("method-")
  })

  it("begins with the first of the methods, or with what it is told to", () => {
    const methods = ["bank_transfer", "promptpay"] as const
    expect(choiceOf({ methods }).choice).toMatchObject({
      payment_method: "bank_transfer",
    })
    const initial = { payment_method: "promptpay" } as const
    expect(choiceOf({ methods, initial }).choice).toMatchObject(initial)
    expect(choiceOf({}).choice).toMatchObject(initial)
  })
})

describe("PayerForm for a customer who is logged in", () => {
  const KASIKORN: SavedPayer = {
    id: "o2psp_1",
    bank_code: "004",
    last4: "7890",
    last_used_at: "2026-11-21T08:12:45.120Z",
  }
  const SIAM: SavedPayer = {
    ...KASIKORN,
    id: "o2psp_2",
    bank_code: "014",
    last4: "4321",
  }
  const saved = (change: Partial<SavedPayersState> = {}): SavedPayersState => ({
    payers: [KASIKORN, SIAM],
    isLoading: false,
    canRemember: true,
    forget: () => Promise.resolve(true),
    error: undefined,
    ...change,
  })
  const form = (
    state: SavedPayersState | undefined,
    value: Partial<PayerFormValue> = {},
    locale = "en"
  ) =>
    renderToString(
      <PayerForm
        locale={locale}
        value={{
          payment_method: "promptpay",
          payer: { account_name: "", account_number: "", bank_code: "" },
          ...value,
        }}
        onChange={() => undefined}
        saved={state}
        canRemember={state?.canRemember}
      />
    )
  const chosen = (html: string) =>
    [...html.matchAll(/<input[^>]*checked=""[^>]*>/g)]
      .map(([input]) => /value="([^"]*)"/.exec(input)![1])
      .filter((value) => value !== "promptpay")

  it("offers the remembered accounts, the one used last chosen, in place of the fields", () => {
    const html = form(saved())
    expect(chosen(html)).toEqual(["o2psp_1"])
    expect(html).toContain("••7890")
    expect(html).toContain(
      'aria-label="Remove Kasikornbank (KBank) ending in 7890"'
    )
    expect(html).not.toContain('data-one2pays="account_number"')
    expect(html).not.toContain('data-one2pays="remember"')
    expect(form(saved(), {}, "th")).toContain("ธนาคารกสิกรไทย")
  })

  it("shows the fields for another account, with a box for the consent that is not ticked", () => {
    const html = form(saved(), { saved_payer: null })
    expect(chosen(html)).toEqual([""])
    expect(html).toContain('data-one2pays="account_number"')
    expect(html).toContain('data-one2pays="remember"')
  })

  it("chooses the first when the one that was chosen has been forgotten", () => {
    const html = form(saved({ payers: [SIAM] }), { saved_payer: KASIKORN.id })
    expect(chosen(html)).toEqual([SIAM.id])
  })

  it("keeps a place for the fields while it is not known whether they are needed", () => {
    const html = form(saved({ payers: [], isLoading: true }))
    expect(html).toContain('data-waiting="true"')
    expect(html).toContain("Loading your accounts")
  })

  it("says why an account could not be forgotten", () => {
    expect(form(saved({ error: new TypeError("fetch failed") }))).toContain(
      "cannot be reached"
    )
  })

  it("is for a guest what it is without remembered accounts", () => {
    const guest = form(saved({ payers: [], canRemember: false }))
    const plain = form(undefined)
    expect(plain).not.toContain('data-one2pays="remember"')
    // The place for later messages to screen readers is there from the start.
    expect(
      guest.replace(/<p class="[^"]*" role="status"[^>]*><\/p>/g, "")
    ).toBe(plain)
  })
})

describe("OpenPayment", () => {
  it("is nothing on a server, which does not know the browser's orders", () => {
    expect(
      renderToString(<OpenPayment sdk={SDK} href="/{order_id}" locale="th" />)
    ).toBe("")
  })
})

describe("the link to copy", () => {
  it.each<[PaymentStatus, boolean]>([
    ["awaiting_payment", true],
    ["processing", true],
    ["expired", true],
    ["under_review", true],
    ["paid", false],
    ["refunded", false],
    ["canceled", false],
  ])("of a payment that is %s is there: %s", (status, isThere) => {
    const html = panel(answer(status))
    expect(html.includes('data-one2pays="copy-link"')).toBe(isThere)
  })
})

describe("SavedAccounts", () => {
  const state = (change: Partial<SavedPayersState>): SavedPayersState => ({
    payers: [],
    isLoading: false,
    canRemember: true,
    forget: () => Promise.resolve(true),
    error: undefined,
    ...change,
  })
  const payers: SavedPayer[] = [
    { id: "p_1", bank_code: "004", last4: "7890", last_used_at: "" },
  ]

  it("lists each account with a button that removes it, and no number", () => {
    const html = renderToString(
      <SavedAccounts saved={state({ payers })} locale="en" />
    )
    expect(html).toContain("Kasikornbank")
    expect(html).toContain("••7890")
    expect(html).toContain('data-one2pays="forget"')
    expect(html).not.toContain('type="radio"')
  })

  it.each<[string, Partial<SavedPayersState>, string]>([
    ["none is saved", {}, "No bank account is saved."],
    ["they are loading", { isLoading: true }, "Loading your accounts…"],
  ])("says so when %s", (_when, change, text) => {
    expect(
      renderToString(<SavedAccounts saved={state(change)} locale="en" />)
    ).toContain(text)
  })

  it("claims nothing when the shop did not tell", () => {
    const saved = state({ canRemember: false })
    expect(renderToString(<SavedAccounts saved={saved} locale="en" />)).toBe("")
  })
})
