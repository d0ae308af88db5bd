import { PAYER, PAYER_DIGITS } from "../setup/buyer"
import type { ConfigModule } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { registerCustomer, type Customer } from "../setup/customer"
import { openShop } from "../setup/open-shop"
import { orderActs } from "../setup/order-acts"

const shop = openShop({ webhooks: false })
const { buyer, sandbox, issues, sql } = shop
const acts = orderActs(shop)
let customer: Customer

beforeAll(async () => {
  customer = await registerCustomer(shop.api, shop, "link@example.com")
})

/** What the page of a payment link reads first. */
const readLink = (orderId: string, collectionId: string) =>
  buyer.get(
    `/store/one2pays/orders/${orderId}/payment-collections/${collectionId}`
  )

/** An order that staff have made, and the link that they send to its customer. */
async function sendLink(amount = 250, draft = {}) {
  const orderId = await acts.draft(draft)
  await acts.confirmDraft(orderId)
  return { orderId, collectionId: await acts.requestPayment(orderId, amount) }
}

it("a payment link says what is left to pay, until it is paid", async () => {
  const { orderId, collectionId } = await sendLink()
  expect(await readLink(orderId, collectionId)).toMatchObject({
    status: 200,
    data: {
      payment_link: {
        id: collectionId,
        order_id: orderId,
        display_id: expect.any(Number),
        amount: 250,
        currency_code: "thb",
        is_chosen: false,
      },
    },
  })

  expect((await buyer.choosePayment(collectionId)).status).toBe(200)
  expect(await shop.shown(orderId)).toMatchObject({
    status: "awaiting_payment",
    amount: 250,
  })
  const read = async () =>
    (await readLink(orderId, collectionId)).data.payment_link
  expect(await read()).toMatchObject({ amount: 250, is_chosen: true })

  sandbox.payments.pay(orderId)
  await shop.reconcile()
  expect(await read()).toMatchObject({ amount: 0, is_chosen: true })
  expect(issues).toEqual([])
})

it("a payment link of a part asks for no more than is owed", async () => {
  const { orderId, collectionId } = await sendLink(100)
  const read = async () =>
    (await readLink(orderId, collectionId)).data.payment_link
  expect(await read()).toMatchObject({ amount: 100 })
  await acts.credit(orderId, 200)
  expect(await read()).toMatchObject({ amount: 50 })
  await acts.cancel(orderId)
  expect(await read()).toMatchObject({ amount: 0 })
})

it("a payment link asks anew for what an order owes after its money went back", async () => {
  const { orderId, collectionId } = await sendLink()
  await buyer.choosePayment(collectionId)
  sandbox.payments.expire(orderId)
  await shop.reconcile()
  // The order's own payment has to be seen: the customer may have paid late, and can try again there.
  expect((await readLink(orderId, collectionId)).data).toMatchObject({
    payment_link: { amount: 250, is_chosen: true },
  })
  await acts.chooseOtherProvider(orderId)
  expect((await readLink(orderId, collectionId)).data).toMatchObject({
    payment_link: { amount: 250, is_chosen: false },
  })
})

it("a payment link that was deleted, or is another order's, is none", async () => {
  const { orderId, collectionId } = await sendLink()
  const other = await sendLink()
  for (const [order, collection] of [
    [orderId, other.collectionId],
    ["order_none", collectionId],
    [orderId, "pay_col_none"],
  ] as const) {
    expect((await readLink(order, collection)).status).toBe(404)
  }
  await acts.deleteCollection(collectionId)
  expect((await readLink(orderId, collectionId)).status).toBe(404)
})

describe("the plain page of a payment link, for shops without a storefront", () => {
  const pageOf = (link: { orderId: string; collectionId: string }) =>
    `http://localhost:${process.env.PORT!}/one2pays/pay/${link.orderId}~${link.collectionId}`

  const FORM = {
    payment_method: "promptpay",
    bank_code: PAYER.bank_code,
    account_name: PAYER.account_name,
    account_number: PAYER.account_number,
  }

  async function read(url: string, init?: RequestInit) {
    const response = await fetch(url, {
      ...init,
      headers: { "accept-language": "th" },
    })
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
    }
  }

  const send = (url: string, fields: Record<string, string>) =>
    read(url, { method: "POST", body: new URLSearchParams(fields) })

  it("asks for the account, shows the QR, and says when it is paid", async () => {
    const link = await sendLink()
    const url = pageOf(link)
    const asked = await read(url)
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('<html lang="th">')
    expect(asked.text).toContain("฿250.00")
    expect(asked.text).toContain('name="account_number"')
    expect(asked.headers.get("referrer-policy")).toBe("no-referrer")
    expect(asked.headers.get("content-security-policy")).toContain(
      "frame-ancestors 'none'"
    )

    const shown = await send(url, FORM)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('data-status="awaiting_payment"')
    expect(shown.text).toContain("<svg")
    expect(shown.text).toContain(`••${PAYER_DIGITS.slice(-4)}`)
    expect(shown.text).not.toContain(PAYER_DIGITS)
    const before = (await read(url, { method: "HEAD" })).headers.get("etag")
    expect(before).not.toBeNull()
    expect((await read(url, { method: "HEAD" })).headers.get("etag")).toBe(
      before
    )

    sandbox.payments.pay(link.orderId)
    await shop.reconcile()
    expect((await read(url)).text).toContain('data-status="paid"')
    expect((await read(url, { method: "HEAD" })).headers.get("etag")).not.toBe(
      before
    )
    expect(issues).toEqual([])
  })

  it("says what was refused, keeps the rest of the form, and never the number", async () => {
    const link = await sendLink()
    const refused = await send(pageOf(link), {
      ...FORM,
      account_name: '"><script>alert(1)</script>',
      account_number: "12",
    })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain("เลขที่บัญชีขาดไป 8 หลัก")
    expect(refused.text).toContain(
      'value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"'
    )
    expect(refused.text).not.toContain('value="12"')
    expect(sandbox.payments.list()).toEqual([])
  })

  it("makes another payment after one that has expired", async () => {
    const link = await sendLink()
    await send(pageOf(link), FORM)
    sandbox.payments.expire(link.orderId)
    await shop.reconcile()
    const over = await read(pageOf(link))
    expect(over.text).toContain('data-status="expired"')
    expect(over.text).toContain('name="again"')
    expect(over.text).toContain("กรุณาอย่าชำระซ้ำ")
    const again = await send(pageOf(link), { again: "1" })
    expect(again.text).toContain('data-status="awaiting_payment"')
    expect(await shop.shown(link.orderId)).toMatchObject({
      reference_id: `${link.orderId}.2`,
    })
  })

  it("asks the gateway when the customer says that they have paid", async () => {
    const link = await sendLink()
    await send(pageOf(link), FORM)
    sandbox.payments.pay(link.orderId)
    const checked = await send(pageOf(link), { check: "1" })
    expect(checked.text).toContain('data-status="paid"')
  })

  it("makes one payment of two presses", async () => {
    const link = await sendLink()
    const both = await Promise.all([1, 2].map(() => send(pageOf(link), FORM)))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(acts.asked()).toEqual(["250.00"])
    expect(sandbox.payments.list()).toHaveLength(1)
  })

  it("says that the gateway is closed, and takes nothing away that the customer has chosen before", async () => {
    const link = await sendLink()
    await acts.chooseOtherProvider(link.orderId)
    const sessions = () =>
      sql<{ id: string }>(
        "select id from payment_session where deleted_at is null order by id"
      )
    const before = await sessions()
    expect(before).toHaveLength(1)
    sandbox.setMaintenance(true)
    await shop.one2pays.connection.gateway.balance.retrieve().catch(() => null)
    try {
      const refused = await send(pageOf(link), FORM)
      expect(refused.status).toBe(400)
      expect(refused.text).toContain("ปิดปรับปรุงชั่วคราว")
      expect(await sessions()).toEqual(before)
    } finally {
      await shop.endMaintenance()
    }
  })

  describe("of an order whose customer has an account", () => {
    const LOG_IN = "กรุณาเข้าสู่ระบบด้วยบัญชีสมาชิกนั้น"

    it("takes the payment of whoever was sent the link", async () => {
      const link = await sendLink(250, { customer_id: customer.id })
      const asked = await read(pageOf(link))
      expect(asked.text).toContain('name="account_number"')
      expect(asked.text).not.toContain(LOG_IN)
      const shown = await send(pageOf(link), FORM)
      expect(shown.text).toContain('data-status="awaiting_payment"')
      expect(await shop.admin.paymentOf(link.orderId)).toMatchObject({
        warnings: ["payer_not_customer"],
      })
      sandbox.payments.pay(link.orderId)
      await shop.reconcile()
      expect((await read(pageOf(link))).text).toContain('data-status="paid"')
    })

    it("takes it from the account that its customer has given, and says where to log in to give another", async () => {
      const orderId = await customer.buyer.placeOrder(shop.variant)
      sandbox.payments.expire(orderId)
      await shop.reconcile()
      await acts.chooseOtherProvider(orderId)
      const [collection] = await acts.collectionsOf(orderId)
      const url = pageOf({ orderId, collectionId: collection!.id })

      const { admin } = shop.resolve<ConfigModule>(
        ContainerRegistrationKeys.CONFIG_MODULE
      )
      const without = await read(url)
      expect(without.text).toContain(LOG_IN)
      expect(without.text).not.toContain("<a ")
      admin.storefrontUrl = "https://shop.example/?a=1&b"
      const asked = await read(url)
      delete admin.storefrontUrl
      expect(asked.text).toContain('href="https://shop.example/?a=1&amp;b"')
      expect(asked.text).toContain(`••${PAYER_DIGITS.slice(-4)}`)
      expect(asked.text).not.toContain('name="account_number"')

      const stranger = await send(url, {
        ...FORM,
        account_number: "9988775443",
      })
      expect(stranger.status).toBe(400)
      expect(stranger.text).toContain(LOG_IN)

      const shown = await send(url, { payment_method: "promptpay" })
      expect(shown.text).toContain('data-status="awaiting_payment"')
      expect(await shop.admin.paymentOf(`${orderId}.2`)).toMatchObject({
        payer: { last4: PAYER_DIGITS.slice(-4) },
        warnings: [],
      })
    })
  })

  it("is not there for a link that is none, and reads no large form", async () => {
    const link = await sendLink()
    const other = await sendLink()
    const wrong = { ...link, collectionId: other.collectionId }
    expect((await read(pageOf(wrong))).status).toBe(404)
    expect((await send(pageOf(wrong), FORM)).status).toBe(404)
    const large = { ...FORM, account_name: "x".repeat(100_000) }
    expect((await send(pageOf(link), large)).status).toBe(413)
  })
})
