import { PROVIDER_ID } from "./provider-id"
import { countRestores } from "./restores"
import { secret } from "./secrets"
import type { Shop } from "./shop"

/** An answer as axios gives it, with every status accepted. */
export interface Answer<T = Record<string, unknown>> {
  status: number
  data: T
  headers: Record<string, string>
}

/** Medusa over HTTP, as axios calls it. */
export interface Api {
  get(path: string, config?: object): Promise<Answer>
  post(path: string, body?: unknown, config?: object): Promise<Answer>
  delete(path: string, config?: object): Promise<Answer>
}

/** The id of a variant, or what will have it when the shop is open. */
export type Wanted = string | { id: string }

export interface Cart {
  id: string
  total: number
  items: { requires_shipping: boolean }[]
  payment_collection?: { id: string }
}

export const PAYER = {
  account_name: secret("name", "สมชาย ใจดี"),
  account_number: secret("account number", "123-4-56789-0"),
  bank_code: "004",
}
export const PAYER_DIGITS = "1234567890"

/** A customer's browser: the store's HTTP calls, and nothing else. Never throws on a status. */
export class Buyer {
  /** Carts that were filled ahead, by variant, and those that the present test has not used yet. */
  private readonly filled = new Map<string, Cart[]>()
  private unused = new Map<string, Cart[]>()
  private restores: number | undefined

  constructor(
    private readonly api: Api,
    private readonly shop: Shop,
    private readonly locale?: string,
    /** Sent with every request, such as the token of a customer who is logged in. */
    private readonly ownHeaders: Record<string, string> = {}
  ) {}

  /** The same customer, with a browser in this language. */
  speaking(locale: string): Buyer {
    return new Buyer(this.api, this.shop, locale, this.ownHeaders)
  }

  /**
   * Fills carts in `beforeAll`; filling one takes longer than the rest of an order. Every test finds them as they are
   * then, since the database goes back.
   */
  async fillAhead(variant: Wanted, count = 2): Promise<void> {
    const carts: Cart[] = []
    while (carts.length < count) carts.push(await this.fillCart(variant))
    this.filled.set(idOf(variant), carts)
  }

  private takeFilled(variantId: string): Cart | undefined {
    if (this.restores !== countRestores()) {
      this.restores = countRestores()
      this.unused = new Map([...this.filled].map(([id, all]) => [id, [...all]]))
    }
    return this.unused.get(variantId)?.shift()
  }

  /** A cart with one item, an address and, where it needs it, shipping: all but the payment. */
  async fillCart(
    variant: Wanted,
    regionId = this.shop.regionId
  ): Promise<Cart> {
    if (regionId === this.shop.regionId) {
      const filled = this.takeFilled(idOf(variant))
      if (filled) return filled
    }
    const usd = regionId === this.shop.usdRegionId
    const created = await this.post("/store/carts", {
      region_id: regionId,
      sales_channel_id: this.shop.salesChannelId,
      email: "somchai@example.com",
      items: [{ variant_id: idOf(variant), quantity: 1 }],
      shipping_address: {
        first_name: "Somchai",
        last_name: "Jaidee",
        address_1: "1 Sukhumvit",
        city: "Bangkok",
        postal_code: "10110",
        country_code: usd ? "us" : "th",
      },
    })
    const cart = expectCart(created)
    if (!cart.items.some(({ requires_shipping }) => requires_shipping)) {
      return cart
    }
    const shipped = await this.post(
      `/store/carts/${cart.id}/shipping-methods`,
      {
        option_id: usd
          ? this.shop.usdShippingOptionId
          : this.shop.shippingOptionId,
      }
    )
    return expectCart(shipped)
  }

  /** The payment collection of a cart. */
  async startPayment(cartId: string): Promise<string> {
    const answer = await this.post("/store/payment-collections", {
      cart_id: cartId,
    })
    return (answer.data.payment_collection as { id: string }).id
  }

  choosePayment(
    paymentCollectionId: string,
    data: unknown = { payment_method: "promptpay", payer: PAYER },
    providerId = PROVIDER_ID
  ): Promise<Answer> {
    return this.post(
      `/store/payment-collections/${paymentCollectionId}/payment-sessions`,
      {
        provider_id: providerId,
        ...(data === undefined ? {} : { data }),
      }
    )
  }

  complete(cartId: string): Promise<Answer> {
    return this.post(`/store/carts/${cartId}/complete`)
  }

  payment(
    orderId: string,
    headers: Record<string, string> = {}
  ): Promise<Answer> {
    return this.get(`/store/one2pays/orders/${orderId}`, headers)
  }

  /** Another try to pay an order. */
  payAgain(orderId: string, data?: unknown): Promise<Answer> {
    return this.post(`/store/one2pays/orders/${orderId}/payments`, data)
  }

  /** A cart that is ready to be completed with One2Pays. */
  async checkout(
    variant: Wanted,
    data?: unknown
  ): Promise<Cart & { collectionId: string }> {
    const cart = await this.fillCart(variant)
    const collectionId = await this.startPayment(cart.id)
    const chosen = await this.choosePayment(collectionId, data)
    if (chosen.status !== 200) {
      throw new Error(`no payment session: ${JSON.stringify(chosen.data)}`)
    }
    return { ...cart, collectionId }
  }

  /** The whole way to a placed, unpaid order. @returns the order's id */
  async placeOrder(variant: Wanted, data?: unknown): Promise<string> {
    const cart = await this.checkout(variant, data)
    return orderIdOf(await this.complete(cart.id))
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.api.get(path, this.config(headers))
  }

  post(
    path: string,
    body: unknown = {},
    headers: Record<string, string> = {}
  ): Promise<Answer> {
    return this.api.post(path, body, this.config(headers))
  }

  private config(headers: Record<string, string> = {}) {
    return {
      validateStatus: () => true,
      headers: {
        "x-publishable-api-key": this.shop.publishableKey,
        ...(this.locale ? { "x-medusa-locale": this.locale } : {}),
        ...this.ownHeaders,
        ...headers,
      },
    }
  }
}

const idOf = (wanted: Wanted) =>
  typeof wanted === "string" ? wanted : wanted.id

function expectCart(answer: Answer): Cart {
  if (answer.status !== 200) {
    throw new Error(`no cart: ${JSON.stringify(answer.data)}`)
  }
  return answer.data.cart as Cart
}

export function orderIdOf(answer: Answer): string {
  if (answer.status !== 200 || answer.data.type !== "order") {
    throw new Error(`no order: ${answer.status} ${JSON.stringify(answer.data)}`)
  }
  return (answer.data.order as { id: string }).id
}
