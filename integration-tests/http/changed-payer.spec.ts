import { Modules } from "@medusajs/framework/utils"
import { removeCustomerAccountWorkflow } from "@medusajs/medusa/core-flows"
import { Migration20261130040000 } from "../../src/modules/one2pays/migrations/Migration20261130040000"
import { PAYER, PAYER_DIGITS, type Answer, type Buyer } from "../setup/buyer"
import { registerCustomer, type Customer } from "../setup/customer"
import { openShop } from "../setup/open-shop"
import { orderActs } from "../setup/order-acts"
import { PAYOUT_LIMITS, type Shown } from "../setup/payout-desk"
import { PROVIDER_ID } from "../setup/provider-id"
import { secret } from "../setup/secrets"

// Every refund and every pay-back of these tests is below the limits: it would leave by itself.
const shop = openShop({
  price: 250,
  webhooks: false,
  carts: 0,
  env: {
    ...PAYOUT_LIMITS,
    ONE2PAYS_REFUNDS: JSON.stringify({ approvalAbove: 200 }),
  },
})
const { variant, buyer: guest, desk, sandbox, sql } = shop
const acts = orderActs(shop)

const STRANGER = {
  account_name: secret("name", "สมหญิง รักดี"),
  account_number: secret("account number", "9988775443"),
  bank_code: "014",
}
const FIRST_PAYER = {
  account_name: PAYER.account_name,
  bank_code: "004",
  last4: "7890",
}
const LOG_IN = {
  status: 403,
  data: {
    code: "one2pays_payer_not_yours",
    message: expect.stringMatching(/log in/),
  },
}

let somchai: Customer
let malee: Customer

beforeAll(async () => {
  somchai = await registerCustomer(shop.api, shop, "owner@example.com")
  malee = await registerCustomer(shop.api, shop, "malee@example.com")
})

const chosen = (payer: object) => ({ payment_method: "promptpay", payer })

/** An order whose payment has ended without money. */
async function expiredOrder(buyer: Buyer): Promise<string> {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.expire(orderId)
  await shop.reconcile()
  return orderId
}

const collectionOf = async (orderId: string): Promise<string> =>
  (
    await sql<{ payment_collection_id: string }>(
      "select payment_collection_id from order_payment_collection where order_id = ?",
      [orderId]
    )
  )[0]!.payment_collection_id

const sessionsOf = async (orderId: string) =>
  (await shop.readOrder(orderId)).payment_collections[0]!.payment_sessions

const namesAtGateway = () =>
  sandbox.payments.list().map(({ payer }) => payer.name)

/** Pays the last payment of an order, and refunds THB 50 of it. */
async function refunded(orderId: string, reference: string): Promise<Shown> {
  sandbox.payments.pay(reference)
  await shop.reconcile()
  const order = await shop.untilPaid(orderId)
  const { id } = order.payment_collections[0]!.payments[0]!
  const answer = await desk.maker.post(`/admin/payments/${id}/refund`, {
    amount: 50,
  })
  expect(answer.status).toBe(200)
  const [refund] = (await desk.list(`order_id=${orderId}&kind=refund`))
    .withdraws
  return refund!
}

describe("an order of a customer who has an account", () => {
  const others: [string, () => Buyer][] = [
    ["a visitor", () => guest],
    ["another customer", () => malee.buyer],
  ]

  it.each(others)("takes no new payer from %s", async (_, who) => {
    const orderId = await expiredOrder(somchai.buyer)
    const before = await sessionsOf(orderId)
    expect(await who().payAgain(orderId, chosen(STRANGER))).toMatchObject(
      LOG_IN
    )
    const thai = await who().speaking("th").payAgain(orderId, chosen(STRANGER))
    expect(thai.data.message).toMatch(/เข้าสู่ระบบ/)
    expect(namesAtGateway()).toEqual([PAYER.account_name])
    expect(await sessionsOf(orderId)).toEqual(before)

    // The rest of it is anybody's: the payer stays.
    expect((await who().payAgain(orderId)).status).toBe(201)
    expect(namesAtGateway()).toEqual([PAYER.account_name, PAYER.account_name])
  })

  it.each(others)(
    "takes none from %s through core's payment sessions, and keeps the session that it has",
    async (_, who) => {
      const orderId = await somchai.buyer.placeOrder(variant)
      const collection = await collectionOf(orderId)
      const before = await sessionsOf(orderId)
      expect(
        await who().choosePayment(collection, chosen(STRANGER))
      ).toMatchObject(LOG_IN)
      expect(await sessionsOf(orderId)).toEqual(before)
      expect(await shop.shown(orderId)).toMatchObject({
        status: "awaiting_payment",
      })
      expect(namesAtGateway()).toEqual([PAYER.account_name])
    }
  )

  it("takes the account that it has, however it is typed", async () => {
    const orderId = await expiredOrder(somchai.buyer)
    const again = await guest.payAgain(
      orderId,
      chosen({ ...PAYER, account_number: ` ${PAYER_DIGITS}` })
    )
    expect(again.status).toBe(201)
    expect(await refunded(orderId, `${orderId}.2`)).toMatchObject({
      state: "approved",
      warnings: [],
      first_payer: null,
    })
  })

  it.each([
    ["number", { account_number: "123-4-56789-1" }],
    ["number with the same end", { account_number: "223-4-56789-0" }],
    ["bank", { bank_code: "014" }],
    ["name", { account_name: STRANGER.account_name }],
  ])("counts another %s as a new payer", async (_, difference) => {
    const orderId = await expiredOrder(somchai.buyer)
    expect(
      await guest.payAgain(orderId, chosen({ ...PAYER, ...difference }))
    ).toMatchObject(LOG_IN)
  })

  it.each([
    [
      "in a further try",
      (id: string) => somchai.buyer.payAgain(id, chosen(STRANGER)),
    ],
    [
      "through core's payment sessions",
      async (id: string) =>
        somchai.buyer.choosePayment(await collectionOf(id), chosen(STRANGER)),
    ],
  ])(
    "takes a new payer from its customer %s, whose refund is like any other",
    async (_, change) => {
      const orderId = await expiredOrder(somchai.buyer)
      expect([200, 201]).toContain((await change(orderId)).status)
      expect(await refunded(orderId, `${orderId}.2`)).toMatchObject({
        account_last4: "5443",
        state: "approved",
        warnings: [],
      })
    }
  )

  it("takes one of its customer's saved accounts, of nobody else's", async () => {
    const saved = async (customer: Customer, payer: object) => {
      await customer.buyer.placeOrder(variant, {
        ...chosen(payer),
        save_payer: true,
      })
      const { payers } = (await customer.payers()).data
      return { saved_payer: (payers as { id: string }[])[0]!.id }
    }
    const orderId = await expiredOrder(somchai.buyer)
    expect(
      await malee.buyer.payAgain(orderId, await saved(malee, STRANGER))
    ).toMatchObject(LOG_IN)
    expect(
      (await somchai.buyer.payAgain(orderId, await saved(somchai, STRANGER)))
        .status
    ).toBe(201)
  })

  it("takes a new payer from server code only in the name of its customer", async () => {
    const orderId = await somchai.buyer.placeOrder(variant)
    const collection = await collectionOf(orderId)
    const payments = shop.resolve(Modules.PAYMENT)
    const create = (customer?: string) =>
      payments.createPaymentSession(collection, {
        provider_id: PROVIDER_ID,
        currency_code: "thb",
        amount: 250,
        data: chosen(STRANGER),
        ...(customer ? { context: { customer: { id: customer } } } : {}),
      } as Parameters<typeof payments.createPaymentSession>[1])
    for (const customer of [undefined, malee.id]) {
      await expect(create(customer)).rejects.toMatchObject({
        code: "one2pays_payer_not_yours",
      })
    }
    expect(namesAtGateway()).toEqual([PAYER.account_name])
    await create(somchai.id)
    expect(namesAtGateway()).toEqual([
      PAYER.account_name,
      STRANGER.account_name,
    ])
  })

  describe("that staff have made", () => {
    const STAFF_GAVE = { warnings: ["payer_not_customer"], first_payer: null }

    /** The customer's order, and the payment collection of the link that staff send. */
    async function sendLink() {
      const orderId = await acts.draft({ customer_id: somchai.id })
      await acts.confirmDraft(orderId)
      return { orderId, collection: await acts.requestPayment(orderId, 250) }
    }

    async function endLast(reference: string) {
      sandbox.payments.expire(reference)
      await shop.reconcile()
    }

    it.each(others)(
      "takes its first payer from %s, whose refund waits for a person",
      async (_, who) => {
        const { orderId, collection } = await sendLink()
        const opened = await who().choosePayment(collection, chosen(STRANGER))
        expect(opened.status).toBe(200)
        const refund = await refunded(orderId, orderId)
        const marked = { state: "requires_approval", ...STAFF_GAVE }
        expect(refund).toMatchObject({ account_last4: "5443", ...marked })
        expect(await desk.read(refund.id)).toMatchObject(marked)
        expect(await desk.maker.paymentOf(orderId)).toMatchObject(STAFF_GAVE)

        await desk.letTimePass()
        await desk.send()
        expect(sandbox.withdraws.list()).toEqual([])
        expect((await desk.approve(refund.id, desk.maker)).status).toBe(403)
      }
    )

    it("takes it from its customer like any other", async () => {
      const { orderId, collection } = await sendLink()
      await somchai.buyer.choosePayment(collection, chosen(PAYER))
      expect(await refunded(orderId, orderId)).toMatchObject({
        state: "approved",
        warnings: [],
      })
    })

    it("keeps the mark of a stranger's payer also when its customer tries again with it", async () => {
      const { orderId, collection } = await sendLink()
      await guest.choosePayment(collection, chosen(STRANGER))
      await endLast(orderId)
      for (const attempt of [2, 3]) {
        const data = attempt === 2 ? undefined : chosen(STRANGER)
        expect((await somchai.buyer.payAgain(orderId, data)).status).toBe(201)
        const reference = `${orderId}.${attempt}`
        expect(await desk.maker.paymentOf(reference)).toMatchObject(STAFF_GAVE)
        await endLast(reference)
      }
    })

    it("lets a stranger correct the account, until its customer has given one", async () => {
      const { orderId, collection } = await sendLink()
      await guest.choosePayment(collection, chosen(STRANGER))
      await endLast(orderId)
      const corrected = chosen({ ...STRANGER, account_number: "9988775444" })
      expect((await guest.payAgain(orderId, corrected)).status).toBe(201)
      expect(await desk.maker.paymentOf(`${orderId}.2`)).toMatchObject(
        STAFF_GAVE
      )
      await endLast(`${orderId}.2`)

      await somchai.buyer.payAgain(orderId, chosen(PAYER))
      await endLast(`${orderId}.3`)
      const other = chosen({ ...STRANGER, account_number: "9988775445" })
      expect(await guest.payAgain(orderId, other)).toMatchObject(LOG_IN)
      expect(await guest.payAgain(orderId, corrected)).toMatchObject(LOG_IN)
      // The mark stays, whoever asks for it again.
      await somchai.buyer.payAgain(orderId, corrected)
      expect(await refunded(orderId, `${orderId}.4`)).toMatchObject({
        state: "requires_approval",
        ...STAFF_GAVE,
      })
    })
  })

  it("is treated as a guest's when nobody can tell any more whose it is", async () => {
    const orderId = await expiredOrder(somchai.buyer)
    await removeCustomerAccountWorkflow(shop.getContainer()).run({
      input: { customerId: somchai.id },
    })
    expect((await guest.payAgain(orderId, chosen(STRANGER))).status).toBe(201)
    expect(await refunded(orderId, `${orderId}.2`)).toMatchObject({
      state: "requires_approval",
      warnings: ["payer_changed"],
    })
  })
})

describe("a guest's order", () => {
  const changed = {
    account_name: STRANGER.account_name,
    account_last4: "5443",
    state: "requires_approval",
    warnings: ["payer_changed"],
    first_payer: FIRST_PAYER,
  }

  const throughCore = async (orderId: string): Promise<Answer> =>
    guest.choosePayment(await collectionOf(orderId), chosen(STRANGER))

  it.each([
    ["a further try", (id: string) => guest.payAgain(id, chosen(STRANGER))],
    ["core's payment sessions", throughCore],
  ])(
    "may get another payer by %s, whose refund waits for a person who sees both",
    async (_, change) => {
      const orderId = await expiredOrder(guest)
      expect([200, 201]).toContain((await change(orderId)).status)
      const refund = await refunded(orderId, `${orderId}.2`)
      expect(refund).toMatchObject(changed)
      expect(await desk.read(refund.id)).toMatchObject(changed)
      expect(await desk.maker.paymentOf(`${orderId}.2`)).toMatchObject({
        warnings: ["payer_changed"],
        first_payer: FIRST_PAYER,
      })
      expect(await desk.maker.paymentOf(orderId)).toMatchObject({
        warnings: [],
        first_payer: null,
      })

      await desk.letTimePass()
      await desk.send()
      expect(sandbox.withdraws.list()).toEqual([])
      expect((await desk.approve(refund.id, desk.maker)).status).toBe(403)
      expect((await desk.approve(refund.id)).status).toBe(200)
      await desk.send()
      await desk.untilState(refund.id, "pending")
      expect(sandbox.withdraws.list()).toHaveLength(1)
    }
  )

  it("stays so through further tries, until the first payer is back", async () => {
    const orderId = await expiredOrder(guest)
    const endLast = async (reference: string) => {
      sandbox.payments.expire(reference)
      await shop.reconcile()
    }
    await guest.payAgain(orderId, chosen(STRANGER))
    await endLast(`${orderId}.2`)
    await guest.payAgain(orderId)
    expect(await desk.maker.paymentOf(`${orderId}.3`)).toMatchObject({
      warnings: ["payer_changed"],
    })
    await endLast(`${orderId}.3`)
    await guest.payAgain(orderId, chosen(PAYER))
    expect(await refunded(orderId, `${orderId}.4`)).toMatchObject({
      account_last4: "7890",
      state: "approved",
      warnings: [],
    })
  })

  it("keeps a retry with its own payer as it is", async () => {
    const orderId = await expiredOrder(guest)
    expect((await guest.payAgain(orderId)).status).toBe(201)
    expect(await refunded(orderId, `${orderId}.2`)).toMatchObject({
      state: "approved",
      warnings: [],
    })
  })

  it("pays unmatched money of another payer back only after a second person, each time", async () => {
    const orderId = await expiredOrder(guest)
    await guest.payAgain(orderId, chosen(STRANGER))
    sandbox.payments.pay(`${orderId}.2`, { amount: "25.00" })
    await shop.reconcile()
    const { id } = await desk.maker.paymentOf(`${orderId}.2`)
    const payBack = async () => {
      const { data } = await desk.maker.post(
        `/admin/one2pays/payments/${id}/pay-back`
      )
      return data.withdraw as Shown
    }
    const payout = await payBack()
    expect(payout).toMatchObject({ kind: "payout", ...changed })
    await desk.approve(payout.id)
    await desk.send()
    await desk.untilState(payout.id, "pending")
    sandbox.withdraws.settle(payout.id, "failed")
    await desk.act(payout.id, "check")
    const again = await payBack()
    expect(again.id).not.toBe(payout.id)
    expect(again).toMatchObject({ kind: "payout", ...changed })
  })

  it("has the checkout's payer for its first one also when its process died before it asked for the payment", async () => {
    const orderId = await guest.placeOrder(variant)
    shop.resetGateway()
    await sql(
      `update one2pays_payment set state = 'initiated', order_id = null, attempt = null, reference_id = null,
              gateway_payment_id = null, gateway_status = null, gateway_created_at = null, next_action = null, expires_at = null
        where order_id = ?`,
      [orderId]
    )
    expect((await throughCore(orderId)).status).toBe(200)
    expect(await refunded(orderId, orderId)).toMatchObject(changed)
  })

  it("was changed before the plugin looked: the update finds it by the payers' names", async () => {
    const [changedOrder, otherOrder] = [
      await expiredOrder(guest),
      await expiredOrder(guest),
    ]
    await guest.payAgain(changedOrder, chosen(STRANGER))
    await guest.payAgain(otherOrder)
    const firstPayers = async () =>
      Promise.all(
        [changedOrder, `${changedOrder}.2`, otherOrder, `${otherOrder}.2`].map(
          async (reference) =>
            (await desk.maker.paymentOf(reference)).first_payer
        )
      )
    await sql("update one2pays_payment set first_payer = null")
    const migration = new Migration20261130040000(
      undefined as never,
      undefined as never
    )
    await migration.up()
    for (const statement of migration.getQueries()) {
      await sql(statement as string)
    }
    expect(await firstPayers()).toEqual([null, FIRST_PAYER, null, null])
  })

  it("keeps the account numbers out of every table and answer", async () => {
    const orderId = await expiredOrder(guest)
    await guest.payAgain(orderId, chosen(STRANGER))
    const refund = await refunded(orderId, `${orderId}.2`)
    const rows = await sql(
      `select to_jsonb(p)::text from one2pays_payment p
        union all select to_jsonb(w)::text from one2pays_withdraw w`
    )
    const everything = JSON.stringify([refund, rows])
    expect(everything).not.toContain(PAYER_DIGITS)
    expect(everything).not.toContain(STRANGER.account_number)
  })
})
