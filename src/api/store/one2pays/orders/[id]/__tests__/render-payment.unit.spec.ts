import jsQR from "jsqr"
import { PAYMENT_STATUS_TEXT, PUBLIC_ERRORS } from "../../../../../../messages"
import { aPayment } from "../../../../../../modules/one2pays/payments/__tests__/payment"
import { statusOfOrder } from "../../../../../../modules/one2pays/payments/order-status"
import type { Payment } from "../../../../../../modules/one2pays/payments/payment"
import { etagOf, renderPayment } from "../render-payment"

const NOW = new Date("2026-01-01T12:10:00.000Z")
const EXPIRY = "2026-01-01T12:30:00.000Z"
const AFTER_EXPIRY = new Date("2026-01-01T12:30:00.001Z")

const EMV =
  "00020101021229370016A000000677010111011300668123456785802TH530376454071290.506304F447"
const PAGE = "https://pay.gateway.example/en/pay/token_123"

const QR: Payment["next_action"] = {
  type: "display_qr_code",
  paymentAppUrl: PAGE,
  qrCode: { payload: EMV, promptpayId: "0812345678", expiresAt: EXPIRY },
}

const facts = (payment: Payment, now = NOW) => ({
  payment,
  status: statusOfOrder(payment, null, now),
  maintenance: null,
  now,
})

const render = async (differences: Partial<Payment>, now = NOW) =>
  (await renderPayment(facts(aPayment(differences), now), "en")).payment

describe("renderPayment", () => {
  it("shows an open payment with its QR and its page", async () => {
    expect(await render({ next_action: QR })).toEqual({
      order_id: "order_1",
      status: "awaiting_payment",
      amount: 1290.5,
      currency_code: "thb",
      payment_method: "promptpay",
      reference_id: "order_1",
      payer: { bank_code: "004", last4: "7890" },
      next_action: {
        type: "qr",
        qr_payload: EMV,
        qr_svg: expect.stringMatching(/^<svg [^]*<\/svg>\s*$/),
        url: PAGE,
        expires_at: EXPIRY,
      },
      expires_at: EXPIRY,
      expires_in: 20 * 60,
      can_retry: expect.any(Boolean),
      message: "Waiting for your payment.",
    })
  })

  it("names the shop where it has told its name, which changes the answer's tag", async () => {
    const payment = aPayment({ next_action: QR })
    const named = { ...facts(payment), merchantName: "ร้านน้ำผึ้ง" }
    const { payment: shown } = await renderPayment(named, "th")
    expect(shown.merchant_name).toBe("ร้านน้ำผึ้ง")
    expect(etagOf(named, "th")).not.toBe(etagOf(facts(payment), "th"))
  })

  it("draws a QR that a scanner reads back as the gateway's text", async () => {
    const { next_action } = await render({ next_action: QR })
    expect(scan(next_action!.qr_svg!)).toBe(EMV)
  })

  it("shows of the payer the bank and the last four digits, and nothing of an issue or of the gateway's own state", async () => {
    const shown = JSON.stringify(
      await render({
        next_action: QR,
        payer_sealed: "s1.sealed-number",
        issue_detail: "for the merchant",
      })
    )
    expect(shown).not.toMatch(
      /สมชาย|\d7890"|sealed|merchant|550e8400|o2ppay|payses/
    )
  })

  it.each<[string, Partial<Payment>, keyof typeof PAYMENT_STATUS_TEXT]>([
    ["initiated", { state: "initiated" }, "processing"],
    ["creating", { state: "creating" }, "processing"],
    ["open", { state: "open" }, "awaiting_payment"],
    ["open without a time limit", { expires_at: null }, "awaiting_payment"],
    [
      "open, but to be canceled as soon as the gateway answers",
      { cancel_requested_at: NOW },
      "canceled",
    ],
    ["succeeded", { state: "succeeded" }, "paid"],
    [
      "succeeded for an order that was canceled, before that is an issue",
      { state: "succeeded", closed_at: NOW },
      "under_review",
    ],
    [
      "succeeded and settled before its order was canceled",
      { state: "succeeded", closed_at: NOW, settled_at: NOW },
      "paid",
    ],
    [
      "succeeded, with an issue",
      { state: "succeeded", issue: "amount_mismatch" },
      "under_review",
    ],
    [
      "succeeded, whose money goes back",
      { state: "succeeded", issue: "amount_mismatch", paid_back_at: NOW },
      "canceled",
    ],
    [
      "succeeded, though it was to be canceled",
      { state: "succeeded", cancel_requested_at: NOW },
      "paid",
    ],
    ["expired", { state: "expired" }, "expired"],
    ["failed", { state: "failed" }, "failed"],
    ["canceled", { state: "canceled" }, "canceled"],
    [
      "canceled, with an issue of its QR",
      { state: "canceled", issue: "qr_amount_mismatch" },
      "canceled",
    ],
  ])(
    "shows a payment that is %s as such, in both languages",
    async (_, differences, status) => {
      const known = aPayment({ next_action: QR, ...differences })
      for (const locale of ["en", "th"] as const) {
        const { payment } = await renderPayment(facts(known), locale)
        expect(payment).toMatchObject({
          status,
          message: PAYMENT_STATUS_TEXT[status][locale],
        })
        expect(payment.next_action !== null).toBe(status === "awaiting_payment")
      }
    }
  )

  it("takes an open payment's QR away the moment its time is over", async () => {
    const open = { next_action: QR }
    const before = new Date("2026-01-01T12:29:59.999Z")
    expect((await render(open, before)).status).toBe("awaiting_payment")
    for (const now of [new Date(EXPIRY), AFTER_EXPIRY]) {
      expect(await render(open, now)).toMatchObject({
        status: "expired",
        next_action: null,
        expires_at: EXPIRY,
        expires_in: null,
      })
    }
  })

  it("tells the seconds that are left by the server's clock, rounded up, and none of a payment without a limit", async () => {
    const left = async (now: string, differences: Partial<Payment> = {}) =>
      (await render({ next_action: QR, ...differences }, new Date(now)))
        .expires_in
    expect(await left("2026-01-01T12:29:58.999Z")).toBe(2)
    expect(await left("2026-01-01T12:29:59.999Z")).toBe(1)
    expect(await left("2026-01-01T12:29:00.000Z", { state: "failed" })).toBe(
      null
    )
    expect(await left("2026-01-01T12:29:00Z", { expires_at: null })).toBe(null)
  })

  it("shows money that came as received, long after the time to pay", async () => {
    expect((await render({ state: "succeeded" }, AFTER_EXPIRY)).status).toBe(
      "paid"
    )
  })

  it("tells what came, and when it made the order paid", async () => {
    const settled_at = new Date("2026-01-01T12:05:00.000Z")
    expect(
      await render({ state: "succeeded", settled_at, asked_amount: "1290.57" })
    ).toMatchObject({ received: 1290.57, paid_at: settled_at.toISOString() })
    expect(
      await render({
        state: "succeeded",
        issue: "amount_mismatch",
        issue_message: {
          key: "other_amount",
          values: { received: "1.00", expected: "1290.50" },
        },
      })
    ).toMatchObject({ status: "under_review", received: 1 })
    for (const differences of [
      { next_action: QR },
      { state: "failed", settled_at: null },
      { state: "succeeded", issue: "currency_mismatch" },
    ] as Partial<Payment>[]) {
      expect(await render(differences)).not.toHaveProperty("received")
    }
  })

  it("sends the customer to the gateway's page when there is no QR", async () => {
    expect(
      (await render({ next_action: { paymentAppUrl: PAGE } })).next_action
    ).toEqual({ type: "redirect", url: PAGE, expires_at: EXPIRY })
  })

  it("lets a bank transfer without a page be a transfer", async () => {
    const transfer = {
      payment_method: "bank_transfer",
      next_action: null,
    } as const
    expect((await render(transfer)).next_action).toEqual({
      type: "transfer",
      expires_at: EXPIRY,
    })
  })

  it("asks for nothing while a PromptPay payment has nothing to show", async () => {
    for (const next_action of [null, {}, { qrCode: { payload: "" } }]) {
      expect((await render({ next_action })).next_action).toBeNull()
    }
  })

  it("names no time limit where the gateway gave none", async () => {
    const payment = await render({ next_action: QR, expires_at: null })
    expect(payment.expires_at).toBeNull()
    expect(payment.next_action).not.toHaveProperty("expires_at")
  })

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://shop.example/x",
    "intent://pay#Intent;end",
    "//evil.example",
    "/pay",
    "pay.example.com",
    "https://",
    "",
  ])("drops %j, to which no browser should be sent", async (paymentAppUrl) => {
    expect(
      (await render({ next_action: { paymentAppUrl } })).next_action
    ).toBeNull()
    expect(
      (await render({ next_action: { ...QR, paymentAppUrl } })).next_action
    ).not.toHaveProperty("url")
  })

  it.each([
    ["of another amount", EMV, "1290.51"],
    ["whose checksum is wrong", `${EMV.slice(0, -4)}C0DE`, "1290.50"],
    ["that is cut short", EMV.slice(0, -1), "1290.50"],
    ["that is markup", '"><script>alert(1)</script>', "1290.50"],
    ["that is longer than a QR can be", "x".repeat(5000), "1290.50"],
  ])(
    "shows no QR %s, as an older row may hold it, and no page with it",
    async (_, payload, amount) => {
      const next_action = { ...QR, qrCode: { payload } }
      expect((await render({ next_action, amount })).next_action).toBeNull()
    }
  )

  it("names a later payment by its own reference", async () => {
    expect(
      await render({ attempt: 2, reference_id: "order_1.2" })
    ).toMatchObject({ order_id: "order_1", reference_id: "order_1.2" })
  })
})

describe("etagOf", () => {
  const shown = aPayment({ next_action: QR })
  const etag = etagOf(facts(shown), "en")

  it("is a quoted tag that tells nothing of the payment", () => {
    expect(etag).toMatch(/^"[\w-]{22}"$/)
  })

  it.each<[string, Partial<Payment>]>([
    ["a look at the clock", {}],
    ["a refresh that found nothing new", { updated_at: new Date(NOW) }],
    ["the gateway's own status", { gateway_status: "requires_action" }],
    ["a note for the merchant", { issue_detail: "x" }],
    ["a new seal", { payer_sealed: "s1.other" }],
  ])(
    "stays the same after %s, which the customer does not see",
    async (_, differences) => {
      const payment = { ...shown, ...differences }
      const later = new Date("2026-01-01T12:20:00.000Z")
      expect(etagOf(facts(payment, later), "en")).toBe(etag)
      const rendered = await renderPayment(facts(payment, later), "en")
      const { expires_in, ...before } = (
        await renderPayment(facts(shown), "en")
      ).payment
      expect(rendered.payment).toEqual({ ...before, expires_in: 10 * 60 })
      expect(expires_in).toBe(20 * 60)
    }
  )

  it.each<[string, Partial<Payment>]>([
    ["the money", { state: "succeeded" }],
    ["an issue", { state: "succeeded", issue: "paid_twice" }],
    ["the end", { state: "failed" }],
    ["the request to cancel", { cancel_requested_at: NOW }],
    ["the amount", { amount: "1290.51" }],
    ["another method", { payment_method: "bank_transfer" }],
    ["the next payment", { reference_id: "order_1.2" }],
    ["a later expiry", { expires_at: AFTER_EXPIRY }],
    ["another QR", { next_action: { qrCode: { payload: `${EMV}0` } } }],
    ["another page", { next_action: { ...QR, paymentAppUrl: `${PAGE}4` } }],
    ["a QR that is gone", { next_action: null }],
  ])(
    "changes with %s, even within the same millisecond",
    async (_, differences) => {
      const payment = { ...shown, ...differences }
      expect(etagOf(facts(payment), "en")).not.toBe(etag)
      expect(await renderPayment(facts(payment), "en")).not.toEqual(
        await renderPayment(facts(shown), "en")
      )
    }
  )

  it("changes with the language, and when the time to pay runs out", () => {
    expect(etagOf(facts(shown), "th")).not.toBe(etag)
    expect(etagOf(facts(shown, AFTER_EXPIRY), "en")).not.toBe(etag)
  })
})

/** Reads a QR drawing as a camera does: as dots of light and dark. */
function scan(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1])
  const stroke = /<path stroke="#000000" d="([^"]+)"/.exec(svg)?.[1] ?? ""
  const scale = 4
  const width = size * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  let [x, y] = [0, 0]
  for (const [, command, ...numbers] of stroke.matchAll(
    /([Mmh])(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?/g
  )) {
    const [first = 0, second = 0] = numbers.map(Number)
    if (command === "h") {
      paint(x, Math.floor(y), first)
      x += first
    } else if (command === "M") {
      ;[x, y] = [first, second]
    } else {
      x += first
      y += second
    }
  }
  return jsQR(pixels, width, width)?.data

  function paint(left: number, top: number, length: number) {
    for (let row = top * scale; row < (top + 1) * scale; row++) {
      for (let at = left * scale; at < (left + length) * scale; at++) {
        pixels.fill(0, (row * width + at) * 4, (row * width + at) * 4 + 3)
      }
    }
  }
}

describe("a maintenance of the gateway", () => {
  const maintained = {
    ...facts(aPayment({})),
    maintenance: { retry_at: "2026-01-01T12:11:00.000Z" },
  }

  it.each([
    [
      "en",
      "Payment service is temporarily under maintenance. Please try again later.",
    ],
    ["th", PUBLIC_ERRORS.one2pays_maintenance.text.th],
  ] as const)(
    "is told beside the payment, in the customer's language (%s)",
    async (locale, message) => {
      expect(await renderPayment(maintained, locale)).toMatchObject({
        payment: { status: "awaiting_payment" },
        maintenance: { message, retry_at: "2026-01-01T12:11:00.000Z" },
      })
    }
  )

  it("changes the ETag when it begins", () => {
    expect(etagOf(maintained, "en")).not.toBe(etagOf(facts(aPayment({})), "en"))
  })
})
