import { openShop } from "../setup/open-shop"
import { orderActs } from "../setup/order-acts"

const shop = openShop({ webhooks: false })
const { buyer, admin, sandbox, sql } = shop
const acts = orderActs(shop)

/** All payments of the gateway end without money. */
async function expireAll(): Promise<void> {
  for (const { id, status } of sandbox.payments.list()) {
    if (status === "processing") sandbox.payments.expire(id)
  }
  await shop.reconcile()
}

/** The last payment of an order ended so many minutes ago, and those before it 40 minutes earlier. */
async function lastEndedAgo(orderId: string, minutes: number): Promise<void> {
  await shop.endedAgo(orderId, minutes)
  await sql(
    `update one2pays_payment set ended_at = ended_at - interval '40 minutes'
      where order_id = ? and created_at < (select max(created_at) from one2pays_payment where order_id = ?)`,
    [orderId, orderId]
  )
}

describe("an order that nobody pays is canceled when its time is over, after", () => {
  async function openLink(): Promise<string[]> {
    const orderId = await acts.draft()
    await acts.confirmDraft(orderId)
    const collectionId = await acts.requestPayment(orderId, 250)
    expect((await buyer.choosePayment(collectionId)).status).toBe(200)
    return [orderId, collectionId]
  }

  it.each([
    [
      "a second try",
      async () => {
        const orderId = await shop.placeExpired()
        expect((await buyer.payAgain(orderId)).status).toBe(201)
        return orderId
      },
    ],
    [
      "a second choice in its collection",
      async () => {
        const orderId = await acts.place()
        const [collection] = await acts.collectionsOf(orderId)
        const chosen = await buyer.choosePayment(collection!.id)
        expect(chosen.status).toBe(200)
        return orderId
      },
    ],
    [
      "a payment link beside the first payment",
      async () => {
        const orderId = await acts.place()
        await buyer.choosePayment(await acts.requestPayment(orderId, 250))
        return orderId
      },
    ],
    [
      "a payment link",
      async () => {
        const [orderId] = await openLink()
        return orderId!
      },
    ],
    [
      "a payment link that was opened twice",
      async () => {
        const [orderId, collectionId] = await openLink()
        const chosen = await buyer.choosePayment(collectionId!)
        expect(chosen.status).toBe(200)
        return orderId!
      },
    ],
    [
      "the payment link of a draft",
      async () => {
        const orderId = await acts.draft()
        await buyer.choosePayment(await acts.requestPayment(orderId, 250))
        return orderId
      },
    ],
  ])("%s", async (_, make) => {
    const orderId = await make()
    await expireAll()
    await lastEndedAgo(orderId, 59)
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).status).not.toBe("canceled")

    await lastEndedAgo(orderId, 61)
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).status).toBe("canceled")
    expect(await shop.shown(orderId)).toMatchObject({
      status: "canceled",
      can_retry: false,
    })
    await shop.reconcile()
    expect(await shop.readFeed()).toEqual([
      {
        title: expect.stringMatching(/canceled/),
        description: expect.stringMatching(
          /^Nobody has paid THB .* for order #\d+,.* was canceled/
        ),
        link: `/orders/${orderId}`,
      },
    ])
  })

  it("an error of core's that passes, by the next run", async () => {
    const orderId = await shop.placeExpired()
    await shop.endedAgo(orderId, 61)
    await sql(
      `create function refuse_cancel() returns trigger language plpgsql as $$
         begin
           if new.status = 'canceled' then raise exception 'the database is busy'; end if;
           return new;
         end $$`
    )
    await sql(
      `create trigger refuse_cancel before update on "order"
         for each row execute function refuse_cancel()`
    )
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).status).toBe("pending")
    expect(await shop.readFeed()).toEqual([])

    await sql(`drop trigger refuse_cancel on "order"`)
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).status).toBe("canceled")
  })
})

it("keeps an unpaid order that was handed over, and tells the merchant once", async () => {
  const orderId = await shop.placeExpired()
  await acts.fulfill(orderId)
  await shop.endedAgo(orderId, 61)
  await shop.reconcile()
  await shop.reconcile()
  expect((await shop.readOrder(orderId)).status).toBe("pending")
  expect(await shop.readFeed()).toEqual([
    {
      title: "Order not paid",
      description: expect.stringMatching(/order #\d+, /),
      link: `/orders/${orderId}`,
    },
  ])
})

describe("the customer's answer follows the order", () => {
  /** The tag of the picture in the order's mail; it changes with the sign. */
  async function pictureOf(orderId: string): Promise<string> {
    const path = `/store/one2pays/orders/${orderId}/qr.png`
    const { status, headers } = await buyer.get(path)
    expect(status).toBe(200)
    return headers.etag!
  }

  /** A paid order over two pieces, and the picture that thanks for it. */
  async function placePaid(): Promise<{ orderId: string; thanks: string }> {
    const orderId = await acts.place(2)
    const unpaid = await pictureOf(orderId)
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    expect(await shop.shown(orderId)).toMatchObject({
      status: "paid",
      can_retry: false,
    })
    const thanks = await pictureOf(orderId)
    expect(thanks).not.toBe(unpaid)
    return { orderId, thanks }
  }

  it.each([
    [
      "canceled, of an order that was canceled after it was paid",
      "canceled",
      (orderId: string) => acts.cancel(orderId),
    ],
    [
      "refunded, once all of its money goes back",
      "refunded",
      (orderId: string) => acts.refund(orderId),
    ],
    [
      "partially paid, when an edit made it dearer",
      "partially_paid",
      (orderId: string) => acts.edit(orderId, 3),
    ],
  ])("%s; nobody is thanked", async (_, status, act) => {
    const { orderId, thanks } = await placePaid()
    await act(orderId)
    await shop.reconcile()
    expect(await shop.shown(orderId)).toMatchObject({
      status,
      can_retry: status === "partially_paid",
      next_action: null,
    })
    expect(await pictureOf(orderId)).not.toBe(thanks)
    for (const locale of ["th", "en"]) {
      const { data } = await buyer.speaking(locale).payment(orderId)
      const { message } = data.payment as { message: string }
      expect(message).toMatch(locale === "th" ? /[ก-๙]/ : /^[^ก-๙]+$/)
      expect(message).not.toMatch(/thank|ขอบคุณ/i)
    }
  })

  it("paid with a surplus, when an edit made it cheaper", async () => {
    const { orderId, thanks } = await placePaid()
    expect((await shop.shown(orderId)).surplus ?? 0).toBe(0)
    await acts.edit(orderId, 1)
    await shop.reconcile()
    expect(await shop.shown(orderId)).toMatchObject({
      status: "paid",
      surplus: 250,
      can_retry: false,
    })
    expect(await pictureOf(orderId)).toBe(thanks)
  })

  it("paid, when a part of the money goes back", async () => {
    const { orderId, thanks } = await placePaid()
    await acts.refund(orderId, 100)
    await shop.reconcile()
    expect(await shop.shown(orderId)).toMatchObject({
      status: "paid",
      can_retry: false,
    })
    expect(await pictureOf(orderId)).toBe(thanks)
  })

  it.each([
    ["expired", (reference: string) => sandbox.payments.expire(reference)],
    [
      "was canceled by staff",
      async (reference: string) => {
        const { id } = await admin.paymentOf(reference)
        const path = `/admin/one2pays/payments/${id}/cancel`
        expect((await admin.post(path)).status).toBe(200)
      },
    ],
  ])(
    "paid, though its last try %s before staff marked it as paid",
    async (_, end) => {
      const orderId = await acts.place()
      await end(orderId)
      await shop.reconcile()
      const unpaid = await pictureOf(orderId)
      const collectionId = await acts.requestPayment(orderId, 250)
      await acts.markAsPaid(orderId, collectionId)
      expect(await shop.shown(orderId)).toMatchObject({
        status: "paid",
        can_retry: false,
        next_action: null,
      })
      expect(await pictureOf(orderId)).not.toBe(unpaid)
    }
  )

  it("paid, though the payment link for a difference expired before credit was given for it", async () => {
    const { orderId, thanks } = await placePaid()
    await acts.edit(orderId, 3)
    const link = (await acts.collectionsOf(orderId)).find(
      ({ status }) => status === "not_paid"
    )!
    expect((await buyer.choosePayment(link.id)).status).toBe(200)
    expect(await shop.shown(orderId)).toMatchObject({
      status: "awaiting_payment",
      amount: 250,
    })
    sandbox.payments.expire(`${orderId}.2`)
    await shop.reconcile()
    await acts.credit(orderId, 250)
    expect(await shop.shown(orderId)).toMatchObject({
      status: "paid",
      can_retry: false,
    })
    expect(await pictureOf(orderId)).toBe(thanks)
  })
})
