import type Medusa from "@medusajs/js-sdk"
import {
  createPayment,
  retryPayment,
  type PaymentChoice,
} from "../create-payment"
import type { PayerFormValue } from "../react/payer/payer-form-value"
import type { StoreRequest, StoreSdk } from "../store-sdk"

const CHOICE: PaymentChoice = {
  payment_method: "promptpay",
  payer: {
    account_name: "สมชาย ใจดี",
    account_number: "1234567890",
    bank_code: "004",
  },
}

/** Answers as Medusa does, and records the requests. */
class Shop implements StoreSdk {
  readonly requests: ({ path: string } & StoreRequest)[] = []

  readonly client = {
    fetch: async <T>(path: string, init?: StoreRequest) => {
      this.requests.push({ path, ...init })
      return {
        payment_collection: { id: "pay_col_1" },
        payment: { order_id: "order_1" },
      } as T
    },
  }
}

describe("createPayment", () => {
  it("makes the cart's payment collection and chooses One2Pays in it", async () => {
    const shop = new Shop()
    expect(await createPayment(shop, { id: "cart_1" }, CHOICE)).toEqual({
      id: "pay_col_1",
    })
    expect(shop.requests).toMatchObject([
      {
        path: "/store/payment-collections",
        method: "POST",
        body: { cart_id: "cart_1" },
      },
      {
        path: "/store/payment-collections/pay_col_1/payment-sessions",
        method: "POST",
        body: { provider_id: "pp_one2pays_one2pays", data: CHOICE },
      },
    ])
  })

  it("passes on that the customer wants to be remembered", async () => {
    const shop = new Shop()
    await createPayment(shop, { id: "cart_1" }, { ...CHOICE, save_payer: true })
    expect(shop.requests[1]?.body?.data).toEqual({
      ...CHOICE,
      save_payer: true,
    })
  })

  it("sends a remembered account by its id alone", async () => {
    const shop = new Shop()
    const choice = {
      payment_method: "promptpay",
      saved_payer: "o2psp_1",
    } as const
    await createPayment(shop, { id: "cart_1" }, choice)
    expect(shop.requests[1]?.body?.data).toEqual(choice)
  })

  it.each([null, undefined])(
    "sends the account that was typed when the form says %s for a remembered one",
    async (saved_payer) => {
      const shop = new Shop()
      const typed: PayerFormValue = { ...CHOICE, saved_payer, save_payer: true }
      await createPayment(shop, { id: "cart_1" }, typed)
      expect(shop.requests[1]?.body?.data).toStrictEqual({
        ...CHOICE,
        save_payer: true,
      })
    }
  )

  it("sends a remembered account by its id alone, whatever was typed before", async () => {
    const shop = new Shop()
    const chosen: PayerFormValue = { ...CHOICE, saved_payer: "o2psp_1" }
    await createPayment(shop, { id: "cart_1" }, chosen)
    expect(shop.requests[1]?.body?.data).toStrictEqual({
      payment_method: "promptpay",
      saved_payer: "o2psp_1",
    })
  })

  it("uses the collection that the cart has", async () => {
    const shop = new Shop()
    const cart = { id: "cart_1", payment_collection: { id: "pay_col_7" } }
    await createPayment(shop, cart, CHOICE)
    expect(shop.requests.map(({ path }) => path)).toEqual([
      "/store/payment-collections/pay_col_7/payment-sessions",
    ])
  })

  it("sends nothing of the choice but method and payer", async () => {
    const shop = new Shop()
    const more = { ...CHOICE, note: "x" }
    await createPayment(shop, { id: "cart_1" }, more)
    expect(shop.requests[1]?.body).toEqual({
      provider_id: "pp_one2pays_one2pays",
      data: CHOICE,
    })
  })

  it("serves a provider of another id, in the language asked for", async () => {
    const shop = new Shop()
    await createPayment(shop, { id: "cart_1" }, CHOICE, {
      providerId: "pp_one2pays_main",
      locale: "th",
    })
    expect(shop.requests[1]).toMatchObject({
      body: { provider_id: "pp_one2pays_main" },
      headers: { "x-medusa-locale": "th" },
    })
  })
})

describe("retryPayment", () => {
  it("asks for another payment, with the payer of the last one", async () => {
    const shop = new Shop()
    expect(await retryPayment(shop, "order_1")).toEqual({ order_id: "order_1" })
    expect(shop.requests).toMatchObject([
      {
        path: "/store/one2pays/orders/order_1/payments",
        method: "POST",
        body: {},
      },
    ])
  })

  it.each([null, undefined])(
    "sends the account that was typed when the form says %s for a remembered one",
    async (saved_payer) => {
      const shop = new Shop()
      const typed: PayerFormValue = { ...CHOICE, saved_payer, save_payer: true }
      await retryPayment(shop, "order_1", typed)
      expect(shop.requests[0]?.body).toStrictEqual({
        ...CHOICE,
        save_payer: true,
      })
    }
  )

  it("sends a remembered account by its id alone", async () => {
    const shop = new Shop()
    await retryPayment(shop, "order_1", { ...CHOICE, saved_payer: "o2psp_1" })
    expect(shop.requests[0]?.body).toStrictEqual({
      payment_method: "promptpay",
      saved_payer: "o2psp_1",
    })
  })

  it("sends the method alone when nothing else is chosen anew", async () => {
    const shop = new Shop()
    await retryPayment(shop, "order_1", {
      payment_method: "promptpay",
      saved_payer: null,
    })
    expect(shop.requests[0]?.body).toStrictEqual({
      payment_method: "promptpay",
    })
  })

  it("sends what the customer chose anew", async () => {
    const shop = new Shop()
    await retryPayment(shop, "order_1", { payment_method: "bank_transfer" })
    expect(shop.requests[0]?.body).toStrictEqual({
      payment_method: "bank_transfer",
    })
  })
})

/** This does not compile when Medusa's own SDK no longer fits `StoreSdk`. */
export const accepts = (medusa: Medusa): StoreSdk => medusa
