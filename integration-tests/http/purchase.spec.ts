import { orderIdOf, PAYER } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { taxThailand } from "../setup/tax"

// Kept in stock and shipped, as most goods are.
const shop = openShop({ price: 1290.5, pieces: 100 })
const { variant, buyer, sandbox } = shop

it("takes a PromptPay payment: order, QR over the order's amount, paid by webhook", async () => {
  const orderId = await buyer.placeOrder(variant)

  const placed = await shop.readOrder(orderId)
  expect(placed.payment_status).toBe("awaiting")
  const [payment] = sandbox.payments.list()
  expect(payment).toMatchObject({
    referenceId: orderId,
    amount: "129050.00",
    currency: "THB",
    paymentMethod: "promptpay",
  })

  const shown = await buyer.payment(orderId)
  expect(shown.status).toBe(200)
  expect(shown.data.payment).toMatchObject({
    order_id: orderId,
    status: "awaiting_payment",
    amount: 1290.5,
    currency_code: "thb",
    payment_method: "promptpay",
    reference_id: orderId,
    next_action: {
      type: "qr",
      qr_payload: expect.stringContaining("54071290.50"),
      qr_svg: expect.stringMatching(/^<svg /),
      url: expect.stringContaining("/pay/"),
    },
  })

  sandbox.payments.pay(orderId)
  const paid = await shop.untilPaid(orderId)
  expect(paid.summary).toMatchObject({
    paid_total: 1290.5,
    pending_difference: 0,
  })
  expect(paid.payment_collections).toHaveLength(1)
  expect(paid.payment_collections[0]!.payments[0]!.captures).toHaveLength(1)
  expect((await buyer.payment(orderId)).data.payment).toMatchObject({
    status: "paid",
    next_action: null,
  })
  expect(sandbox.callCounts()).toEqual({
    "payments.create": 1,
    "payments.retrieve": 1,
  })
})

it("takes a bank transfer", async () => {
  const orderId = await buyer.placeOrder(variant, {
    payment_method: "bank_transfer",
    payer: PAYER,
  })

  expect((await buyer.payment(orderId)).data.payment).toMatchObject({
    status: "awaiting_payment",
    payment_method: "bank_transfer",
    next_action: {
      type: "redirect",
      url: expect.stringContaining("/pay/"),
    },
  })
  sandbox.payments.pay(orderId)
  const paid = await shop.untilPaid(orderId)
  expect(paid.summary.paid_total).toBe(1290.5)
})

it.each([
  [0.01, "1.00", "0.01"],
  [19.99, "1999.00", "19.99"],
  [1290.5, "129050.00", "1290.50"],
  [99_999_999.99, "9999999999.00", "99999999.99"],
])("charges THB %d as %s, and the QR says %s", async (price, sent, tag54) => {
  const exact = await shop.sell(price)
  const orderId = await buyer.placeOrder(exact)

  expect(sandbox.payments.get(orderId)?.amount).toBe(sent)
  const shown = await buyer.payment(orderId)
  expect(shown.data.payment).toMatchObject({
    amount: price,
    next_action: {
      qr_payload: expect.stringContaining(
        `54${String(tag54.length).padStart(2, "0")}${tag54}`
      ),
    },
  })
  sandbox.payments.pay(orderId)
  const paid = await shop.untilPaid(orderId)
  expect(paid.summary).toMatchObject({
    paid_total: price,
    pending_difference: 0,
  })
})

it("rounds a total with many decimals once, and the order is paid in full", async () => {
  await taxThailand(shop.getContainer(), 7.123)
  // 19.99 + 7.123 % = 21.4138877
  const taxed = await shop.sell(19.99)
  const orderId = await buyer.placeOrder(taxed)

  expect(sandbox.payments.get(orderId)?.amount).toBe("2141.00")
  sandbox.payments.pay(orderId)
  const paid = await shop.untilPaid(orderId)
  expect(paid.payment_collections[0]!.status).toBe("completed")
  expect(Math.abs(paid.summary.pending_difference)).toBeLessThan(0.005)
})

it("refuses a region in another currency clearly, in the customer's language", async () => {
  const cart = await buyer.fillCart(variant, shop.usdRegionId)
  const collection = await buyer.startPayment(cart.id)

  const english = await buyer.choosePayment(collection)
  expect(english.status).toBe(400)
  expect(english.data).toMatchObject({
    code: "one2pays_currency_unsupported",
    message: expect.stringContaining("Thai baht"),
  })
  const thai = await buyer.speaking("th").choosePayment(collection)
  expect(thai.data.message).toContain("เงินบาท")
  expect(sandbox.callCounts()).toEqual({})
})

it("names the field of the payer's details that is wrong, and keeps the cart", async () => {
  const cart = await buyer.fillCart(variant)
  const collection = await buyer.startPayment(cart.id)
  const choose = (payer: object | undefined) =>
    buyer.choosePayment(collection, { payment_method: "promptpay", payer })

  for (const [payer, named] of [
    [undefined, "bank account name, account number and bank"],
    [
      { ...PAYER, account_number: "12345" },
      "too short by 5. Please enter 10 digits",
    ],
    [{ ...PAYER, bank_code: "KBANK" }, "3-digit bank code"],
    [{ ...PAYER, account_name: " " }, "Bank account name"],
  ] as const) {
    const refused = await choose(payer)
    expect(refused.status).toBe(400)
    expect(refused.data).toMatchObject({
      code: "one2pays_payer_invalid",
      message: expect.stringContaining(named),
    })
    expect(JSON.stringify(refused.data)).not.toContain("12345")
  }
  const method = await buyer.choosePayment(collection, {
    payment_method: "card",
    payer: PAYER,
  })
  expect(method.data.message).toContain("Payment method")

  expect((await choose(PAYER)).status).toBe(200)
  orderIdOf(await buyer.complete(cart.id))
})

it("costs no gateway call to edit a cart ten times and abandon it", async () => {
  const { id, collectionId } = await buyer.checkout(variant)
  for (let edit = 1; edit <= 10; edit += 1) {
    const answer = await buyer.post(`/store/carts/${id}/line-items`, {
      variant_id: variant.id,
      quantity: 1,
    })
    expect(answer.status).toBe(200)
    expect((await buyer.choosePayment(collectionId)).status).toBe(200)
  }
  expect(sandbox.callCounts()).toEqual({})
})

it("charges the edited cart, once", async () => {
  const { id, collectionId } = await buyer.checkout(variant)
  await buyer.post(`/store/carts/${id}/line-items`, {
    variant_id: variant.id,
    quantity: 2,
  })
  await buyer.choosePayment(collectionId)
  const orderId = orderIdOf(await buyer.complete(id))

  expect(sandbox.payments.list()).toHaveLength(1)
  expect(sandbox.payments.get(orderId)?.amount).toBe("387150.00")
})

it("makes one order and one payment of three completions at once", async () => {
  const { id } = await buyer.checkout(variant)
  const answers = await Promise.all([1, 2, 3].map(() => buyer.complete(id)))

  const orderIds = new Set(answers.map(orderIdOf))
  expect(orderIds.size).toBe(1)
  expect(sandbox.payments.list()).toHaveLength(1)
})

it("answers the status from the database, with an ETag and in two languages", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.resetCalls()

  const first = await buyer.payment(orderId)
  const etag = first.headers.etag!
  expect((await buyer.payment(orderId, { "if-none-match": etag })).status).toBe(
    304
  )
  const thai = await buyer.payment(orderId, { "accept-language": "th-TH" })
  expect(thai.data.payment).toMatchObject({ message: "รอการชำระเงิน" })
  expect(thai.headers.etag).not.toBe(etag)
  expect((await buyer.payment("order_unknown")).status).toBe(404)
  expect(sandbox.callCounts()).toEqual({})

  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
  const changed = await buyer.payment(orderId, { "if-none-match": etag })
  expect(changed.status).toBe(200)
})

it("shows an ended payment as what it is", async () => {
  const expired = await buyer.placeOrder(variant)
  sandbox.payments.expire(expired)
  const failed = await buyer.placeOrder(variant)
  sandbox.payments.fail(failed)
  await sandbox.webhooks.flush()

  const shown = async (id: string) => (await buyer.payment(id)).data.payment
  expect(await shown(expired)).toMatchObject({
    status: "expired",
    next_action: null,
  })
  expect(await shown(failed)).toMatchObject({ status: "failed" })
  expect((await shop.readOrder(failed)).payment_status).toBe("awaiting")
})
