import { PUBLIC_ERRORS } from "../../messages/texts/public-errors"
import type { PaymentChoice } from "../create-payment"
import { errorCode } from "../describe-error"
import { placeOrder } from "../place-order"
import type { StoreSdk } from "../store-sdk"

const CHOICE: PaymentChoice = {
  payment_method: "promptpay",
  payer: {
    account_name: "สมชาย ใจดี",
    account_number: "1234567890",
    bank_code: "004",
  },
}

const CART = { id: "cart_1", payment_collection: { id: "pay_col_1" } }
const COMPLETE = "/store/carts/cart_1/complete"
const SESSIONS = "/store/payment-collections/pay_col_1/payment-sessions"
const PLACED = { type: "order", order: { id: "order_1" } }

/** Answers completions in turn: with an answer, or with an error that it throws. */
function shopThatAnswers(...answers: unknown[]) {
  const paths: string[] = []
  const sdk: StoreSdk = {
    client: {
      fetch: async <T>(path: string) => {
        paths.push(path)
        const answer =
          path === COMPLETE ? answers.shift() : { payment_collection: {} }
        if (answer instanceof Error) {
          throw answer
        }
        return answer as T
      },
    },
  }
  return { sdk, paths }
}

const refusal = (status: number, message: string) =>
  Object.assign(new Error(message), { status })

it("returns the order of a completed cart", async () => {
  const { sdk, paths } = shopThatAnswers(PLACED)
  expect(await placeOrder(sdk, CART, CHOICE)).toBe("order_1")
  expect(paths).toEqual([COMPLETE])
})

it("completes once more when no answer came, since the order may exist", async () => {
  const { sdk, paths } = shopThatAnswers(new TypeError("fetch failed"), PLACED)
  expect(await placeOrder(sdk, CART, CHOICE)).toBe("order_1")
  expect(paths).toEqual([COMPLETE, COMPLETE])
})

it("passes a refusal on", async () => {
  const { sdk, paths } = shopThatAnswers(refusal(400, "no shipping"))
  await expect(placeOrder(sdk, CART, CHOICE)).rejects.toThrow("no shipping")
  expect(paths).toEqual([COMPLETE])
})

it("passes on why core placed no order", async () => {
  const { sdk } = shopThatAnswers({ type: "cart", error: { message: "why" } })
  await expect(placeOrder(sdk, CART, CHOICE)).rejects.toThrow("why")
})

it.each(["en", "th"] as const)(
  "makes a fresh payment session when the amount has changed, and lets the customer confirm it (%s)",
  async (locale) => {
    const { text } = PUBLIC_ERRORS.one2pays_amount_changed
    const { sdk, paths } = shopThatAnswers(refusal(409, text[locale]), PLACED)
    const failure = await placeOrder(sdk, CART, CHOICE).catch(
      (error: unknown) => error
    )
    expect(errorCode(failure)).toBe("one2pays_amount_changed")
    expect(paths).toEqual([COMPLETE, SESSIONS])
    expect(await placeOrder(sdk, CART, CHOICE)).toBe("order_1")
  }
)

it("takes a payment session that Medusa has deleted, as it does when the cart's total changes, for a changed amount", async () => {
  const { sdk, paths } = shopThatAnswers(
    refusal(400, "Payment sessions are required to complete cart"),
    PLACED
  )
  const failure = await placeOrder(sdk, CART, CHOICE).catch(
    (error: unknown) => error
  )
  expect(errorCode(failure)).toBe("one2pays_amount_changed")
  expect(paths).toEqual([COMPLETE, SESSIONS])
  expect(await placeOrder(sdk, CART, CHOICE)).toBe("order_1")
})
