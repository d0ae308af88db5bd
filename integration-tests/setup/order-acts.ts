import { Modules } from "@medusajs/framework/utils"
import { orderIdOf, type Answer } from "./buyer"
import type { openShop } from "./open-shop"

type OpenShop = ReturnType<typeof openShop>
/** A payment of the gateway's in one of these cannot be paid any more. */
const ENDED = new Set(["succeeded", "failed", "expired", "canceled"])

type Json = Record<string, unknown>

/** What staff (and, by the store's API, customers and other apps) do to an order that One2Pays may be asking money for. */
export type OrderActs = ReturnType<typeof orderActs>

/** The acts on the orders of a shop, by Medusa's own HTTP API. Each throws unless Medusa answers 200. */
export function orderActs(shop: OpenShop) {
  const { buyer, admin, sandbox } = shop

  const post = async (path: string, body: Json = {}): Promise<Json> =>
    expectDone(path, await admin.post(path, body))

  const remove = async (path: string): Promise<Json> =>
    expectDone(path, await admin.delete(path))

  /** The id of the first line of an order. */
  async function lineOf(orderId: string): Promise<string> {
    const path = `/admin/orders/${orderId}?fields=id,items.id`
    const { order } = expectDone(path, await admin.get(path))
    return (order as { items: { id: string }[] }).items[0]!.id
  }

  const collectionsOf = async (orderId: string) =>
    (await shop.readOrder(orderId)).payment_collections as unknown as {
      id: string
      status: string
      amount: number
      captured_amount: number
    }[]

  /** The customer has so many pieces of a cart's one line. */
  async function setCartQuantity(
    cartId: string,
    quantity: number
  ): Promise<void> {
    const { data } = await buyer.get(`/store/carts/${cartId}`)
    const [line] = (data.cart as { items: { id: string }[] }).items
    const path = `/store/carts/${cartId}/line-items/${line!.id}`
    expectDone(path, await buyer.post(path, { quantity }))
  }

  async function beginEdit(orderId: string, quantity: number): Promise<void> {
    await post("/admin/order-edits", { order_id: orderId })
    const line = await lineOf(orderId)
    await post(`/admin/order-edits/${orderId}/items/item/${line}`, { quantity })
    await post(`/admin/order-edits/${orderId}/request`)
  }

  /** Pieces of an order's line, as returns, claims and exchanges name them. */
  const asItems = async (
    orderId: string,
    quantity: number,
    more: Json = {}
  ) => [{ id: await lineOf(orderId), quantity, ...more }]

  /** Medusa takes back only what was handed over. */
  const fulfill = async (orderId: string, quantity = 1) => {
    await post(`/admin/orders/${orderId}/fulfillments`, {
      items: await asItems(orderId, quantity),
      location_id: shop.stockLocationId,
      shipping_option_id: shop.shippingOptionId,
    })
  }

  return {
    /** The amounts that the payments ask for which are open at the gateway, the oldest first. */
    asked: (): string[] =>
      sandbox.payments
        .list()
        .filter(({ status }) => !ENDED.has(status))
        .map(({ requestedThb }) => requestedThb),
    /** A placed, unpaid order over so many pieces of the shop's variant. @returns the order's id */
    async place(pieces = 1): Promise<string> {
      const cart = await buyer.fillCart(shop.variant)
      if (pieces !== 1) await setCartQuantity(cart.id, pieces)
      const chosen = await buyer.choosePayment(
        await buyer.startPayment(cart.id)
      )
      expectDone("payment-sessions", chosen)
      return orderIdOf(await buyer.complete(cart.id))
    },
    collectionsOf,
    fulfill,
    beginEdit,
    /** Changes how many pieces of its one line an order has. */
    async edit(orderId: string, quantity: number): Promise<void> {
      await beginEdit(orderId, quantity)
      await post(`/admin/order-edits/${orderId}/confirm`)
    },
    /** Gives an edit up that was not confirmed. */
    cancelEdit: (orderId: string) => remove(`/admin/order-edits/${orderId}`),
    /** Lets the customer off so much of what they owe. */
    credit: (orderId: string, amount: number) =>
      post(`/admin/orders/${orderId}/credit-lines`, {
        amount,
        reference: "order",
        reference_id: orderId,
      }),
    /** Asks pieces back, and receives them where `receive` says so. They were fulfilled. */
    async takeBack(
      orderId: string,
      quantity: number,
      { receive }: { receive: boolean }
    ): Promise<void> {
      const begun = await post("/admin/returns", {
        order_id: orderId,
        location_id: shop.stockLocationId,
      })
      const path = `/admin/returns/${idOf(begun.return)}`
      const items = await asItems(orderId, quantity)
      await post(`${path}/request-items`, { items })
      await post(`${path}/request`)
      if (!receive) return
      await post(`${path}/receive`)
      await post(`${path}/receive-items`, { items })
      await post(`${path}/receive/confirm`)
    },
    /** A claim for pieces that were fulfilled: their money back, or the same anew. @returns the claim's id */
    async claim(
      orderId: string,
      type: "refund" | "replace",
      quantity = 1
    ): Promise<string> {
      const begun = await post("/admin/claims", { order_id: orderId, type })
      const id = idOf(begun.claim)
      const path = `/admin/claims/${id}`
      await post(`${path}/claim-items`, {
        items: await asItems(orderId, quantity, { reason: "wrong_item" }),
      })
      await post(`${path}/inbound/items`, {
        location_id: shop.stockLocationId,
        items: await asItems(orderId, quantity),
      })
      if (type === "replace") {
        await post(`${path}/outbound/items`, {
          items: [{ variant_id: shop.variant.id, quantity }],
        })
      }
      await post(`${path}/request`)
      return id
    },
    cancelClaim: (id: string) => post(`/admin/claims/${id}/cancel`),
    /** Pieces of an order, which were fulfilled, for so many of a variant. @returns the exchange's id */
    async exchange(
      orderId: string,
      variantId: string,
      { back = 1, instead = 1 }: { back?: number; instead?: number } = {}
    ): Promise<string> {
      const begun = await post("/admin/exchanges", { order_id: orderId })
      const id = idOf(begun.exchange)
      const path = `/admin/exchanges/${id}`
      await post(`${path}/inbound/items`, {
        location_id: shop.stockLocationId,
        items: await asItems(orderId, back),
      })
      await post(`${path}/outbound/items`, {
        items: [{ variant_id: variantId, quantity: instead }],
      })
      await post(`${path}/request`)
      return id
    },
    cancelExchange: (id: string) => post(`/admin/exchanges/${id}/cancel`),
    /** Another payment collection of an order, which the admin's "payment link" leads to. @returns its id */
    async requestPayment(orderId: string, amount: number): Promise<string> {
      const made = await post("/admin/payment-collections", {
        order_id: orderId,
        amount,
      })
      return idOf(made.payment_collection)
    },
    markAsPaid: (orderId: string, collectionId: string) =>
      post(`/admin/payment-collections/${collectionId}/mark-as-paid`, {
        order_id: orderId,
      }),
    /** Medusa takes the link of the collection to its order away; the collection and its sessions stay. */
    deleteCollection: (collectionId: string) =>
      remove(`/admin/payment-collections/${collectionId}`),
    /** The customer takes another provider for the first collection of an order. */
    async chooseOtherProvider(
      orderId: string,
      providerId = "pp_system_default"
    ): Promise<void> {
      const [collection] = await collectionsOf(orderId)
      const chosen = await buyer.choosePayment(collection!.id, {}, providerId)
      expectDone("payment-sessions", chosen)
    },
    /** Another provider's money for the first collection of an order, beside our session, booked as staff capture it. */
    async payByOtherProvider(orderId: string): Promise<void> {
      const [collection] = await collectionsOf(orderId)
      const payments = shop.resolve(Modules.PAYMENT)
      const session = await payments.createPaymentSession(collection!.id, {
        provider_id: "pp_system_default",
        amount: collection!.amount,
        currency_code: "thb",
        data: {},
      })
      const payment = await payments.authorizePaymentSession(session.id, {})
      await post(`/admin/payments/${payment!.id}/capture`)
    },
    /** A draft of staff's, over one piece of the shop's variant. @returns the order's id */
    async draft(more: Json = {}): Promise<string> {
      const { draft_order } = await post("/admin/draft-orders", {
        region_id: shop.regionId,
        sales_channel_id: shop.salesChannelId,
        email: "somchai@example.com",
        items: [{ variant_id: shop.variant.id, quantity: 1 }],
        ...more,
      })
      return idOf(draft_order)
    },
    /** Medusa takes the links of the draft to its collections away, too. */
    deleteDraft: (orderId: string) => remove(`/admin/draft-orders/${orderId}`),
    /** Makes an order of a draft. */
    confirmDraft: (orderId: string) =>
      post(`/admin/draft-orders/${orderId}/convert-to-order`),
    /** Refunds the money of an order's captured payment, or so much of it. */
    async refund(orderId: string, amount?: number): Promise<void> {
      const payments = (
        await shop.readOrder(orderId)
      ).payment_collections.flatMap((collection) => collection.payments)
      const captured = payments.find(({ captures }) => captures.length > 0)
      await post(
        `/admin/payments/${captured!.id}/refund`,
        amount === undefined ? {} : { amount }
      )
    },
    cancel: (orderId: string) => post(`/admin/orders/${orderId}/cancel`),
    setCartQuantity,
  }
}

function expectDone(path: string, { status, data }: Answer): Json {
  if (status !== 200) {
    throw new Error(`${path}: ${status} ${JSON.stringify(data)}`)
  }
  return data
}

const idOf = (made: unknown): string => (made as { id: string }).id
