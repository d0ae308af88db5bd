import type { One2PaysPayment, PaymentStatus } from "../../../index"
import { afterNews, isMadeUpFor } from "../use-payment"

const payment = (
  reference_id: string,
  status: PaymentStatus
): One2PaysPayment => ({
  order_id: "order_1",
  status,
  amount: 1290.5,
  currency_code: "thb",
  payment_method: "promptpay",
  reference_id,
  payer: { bank_code: "004", last4: "7890" },
  next_action: null,
  expires_at: null,
  expires_in: null,
  can_retry: true,
  message: status,
})

const failedTry = {
  orderId: "order_1",
  payment: payment("order_1", "expired"),
  maintenance: null,
  retry: { error: new Error("the gateway cannot be asked") },
}

describe("what went wrong with another try", () => {
  it.each<PaymentStatus>(["expired", "failed", "canceled"])(
    "stays when the payment that it left behind is %s",
    (status) => {
      const news = { payment: payment("order_1.2", status) }
      expect(afterNews(failedTry, news).retry).toBe(failedTry.retry)
    }
  )

  it.each<PaymentStatus>(["processing", "awaiting_payment", "paid"])(
    "is over when there is another payment, made in another tab perhaps, that is %s",
    (status) => {
      const news = { payment: payment("order_1.3", status) }
      expect(afterNews(failedTry, news).retry).toBeUndefined()
    }
  )

  it("stays when the payment before it is read again", () => {
    const news = { payment: payment("order_1", "awaiting_payment") }
    expect(afterNews(failedTry, news).retry).toBe(failedTry.retry)
  })
})

describe("what went wrong with a try that ends now", () => {
  const tried = payment("order_1", "expired")

  it.each<[PaymentStatus, boolean]>([
    ["processing", true],
    ["awaiting_payment", true],
    ["paid", true],
    ["expired", false],
  ])(
    "with another payment seen meanwhile that is %s, is over: %s",
    (status, isOver) => {
      expect(isMadeUpFor(tried, payment("order_1.2", status))).toBe(isOver)
    }
  )

  it("is shown while the payment is the one that was tried, or none was seen", () => {
    expect(isMadeUpFor(tried, tried)).toBe(false)
    expect(isMadeUpFor(undefined, undefined)).toBe(false)
  })
})
