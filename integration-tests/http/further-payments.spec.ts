import { orderIdOf, PAYER, PAYER_DIGITS } from "../setup/buyer"
import { offerOnly } from "../setup/offer-only"
import { openShop } from "../setup/open-shop"
import { reopenWindow } from "../setup/request-window"
import { secret } from "../setup/secrets"
import { taxThailand } from "../setup/tax"
import { until } from "../setup/until"

const shop = openShop({ webhooks: false })
const { variant, buyer, sandbox, clock, issues, sql } = shop

const sessionOf = async (orderId: string) =>
  (await shop.readOrder(orderId)).payment_collections[0]!.payment_sessions[0]!

describe("an order whose process died before it asked for the payment", () => {
  /** As such a process leaves it behind. */
  async function placeCutOff(
    ...ties: ("order_cart" | "order_payment_collection")[]
  ): Promise<{ orderId: string; cartId: string }> {
    const cart = await buyer.checkout(variant)
    const orderId = orderIdOf(await buyer.complete(cart.id))
    shop.resetGateway()
    await sql(
      `update one2pays_payment set state = 'initiated', order_id = null, attempt = null, reference_id = null,
              gateway_payment_id = null, gateway_status = null, gateway_created_at = null, next_action = null, expires_at = null
        where order_id = ?`,
      [orderId]
    )
    await sql(
      "update payment_session set status = 'pending' where payment_collection_id = ?",
      [cart.collectionId]
    )
    for (const table of ["order_cart", "order_payment_collection"] as const) {
      if (!ties.includes(table)) {
        await sql(`delete from ${table} where order_id = ?`, [orderId])
      }
    }
    return { orderId, cartId: cart.id }
  }

  const cutOffNotices = async () =>
    (await shop.readFeed()).flatMap(({ title, link }) =>
      title === "Order cut off" ? [link] : []
    )

  const waitForCompletion = (orderId: string) =>
    sql(
      `update "order" set created_at = now() - interval '2 minutes 1 second' where id = ?`,
      [orderId]
    )

  it.each([
    ["of all that belongs to it", ["order_cart", "order_payment_collection"]],
    ["of its cart alone", ["order_cart"]],
    ["of its payment collection alone", ["order_payment_collection"]],
  ] as const)(
    "and that knows %s can be paid after two minutes",
    async (_, ties) => {
      const { orderId, cartId } = await placeCutOff(...ties)
      await shop.reconcile()
      expect(await shop.shown(orderId)).toMatchObject({
        order_id: orderId,
        status: "processing",
        amount: 250,
        can_retry: false,
        next_action: null,
      })
      expect(await buyer.payAgain(orderId)).toMatchObject({
        status: 503,
        data: { code: "one2pays_busy" },
      })

      await waitForCompletion(orderId)
      await shop.reconcile()
      expect(orderIdOf(await buyer.complete(cartId))).toBe(orderId)
      expect(await shop.shown(orderId)).toMatchObject({
        status: "canceled",
        can_retry: true,
      })
      expect(await cutOffNotices()).toEqual([`/orders/${orderId}`])
      expect((await buyer.payAgain(orderId)).data.payment).toMatchObject({
        reference_id: orderId,
        status: "awaiting_payment",
        amount: 250,
      })
      expect(sandbox.calls()).toHaveLength(1)
      sandbox.payments.pay(orderId)
      await shop.reconcile()
      expect(await shop.readOrder(orderId)).toMatchObject({
        payment_status: "captured",
        summary: { paid_total: 250, pending_difference: 0 },
      })
      expect(issues).toEqual([])
    }
  )

  it("can be paid then without waiting for the reconciliation, also after days", async () => {
    const { orderId } = await placeCutOff("order_cart")
    await waitForCompletion(orderId)
    await sql(
      "update one2pays_payment set updated_at = now() - interval '3 days'"
    )
    expect(await shop.shown(orderId)).toMatchObject({
      status: "canceled",
      can_retry: true,
    })
    expect((await buyer.payAgain(orderId)).status).toBe(201)
    expect(await cutOffNotices()).toHaveLength(1)
  })

  it("is canceled as any that nobody pays", async () => {
    const { orderId } = await placeCutOff(
      "order_cart",
      "order_payment_collection"
    )
    await waitForCompletion(orderId)
    await shop.reconcile()
    await shop.endedAgo(orderId, 24 * 60)
    await shop.reconcile()
    const order = await shop.readOrder(orderId)
    expect(order.status).toBe("canceled")
  })

  it("and that staff have canceled is not offered again", async () => {
    const { orderId } = await placeCutOff(
      "order_cart",
      "order_payment_collection"
    )
    await shop.cancelOrder(orderId)
    await waitForCompletion(orderId)
    await shop.reconcile()
    expect(await shop.shown(orderId)).toMatchObject({
      status: "canceled",
      can_retry: false,
    })
    expect((await buyer.payAgain(orderId)).data).toMatchObject({
      code: "one2pays_order_canceled",
    })
    expect(await cutOffNotices()).toEqual([])
  })

  it("is not ours when another provider's session is its payment's", async () => {
    const { orderId } = await placeCutOff(
      "order_cart",
      "order_payment_collection"
    )
    await shop.payOtherwise(orderId)
    await waitForCompletion(orderId)
    await shop.reconcile()
    expect((await buyer.payment(orderId)).status).toBe(404)
    expect((await buyer.payAgain(orderId)).status).toBe(404)
    expect(await cutOffNotices()).toEqual([])
  })
})

describe("a payment that ended without money", () => {
  it.each([
    ["expire", "expired", "canceled"],
    ["fail", "failed", "error"],
    ["cancel", "canceled", "canceled"],
  ] as const)(
    "(%s) is shown as what it is, Medusa's session follows, and another try is offered",
    async (end, status, sessionStatus) => {
      const orderId = await buyer.placeOrder(variant)
      sandbox.payments[end](orderId)
      expect(await shop.reconcile()).toEqual({
        has_run: true,
        settled: 1,
      })

      expect(await shop.shown(orderId)).toMatchObject({
        status,
        can_retry: true,
        next_action: null,
      })
      expect((await sessionOf(orderId)).status).toBe(sessionStatus)
      const order = await shop.readOrder(orderId)
      expect(order.status).toBe("pending")
    }
  )

  it("is followed by another try with the payer that was given before, which makes the order paid", async () => {
    const orderId = await shop.placeExpired()
    const answer = await buyer.payAgain(orderId)

    expect(answer.status).toBe(201)
    expect(answer.data.payment).toMatchObject({
      order_id: orderId,
      reference_id: `${orderId}.2`,
      status: "awaiting_payment",
      amount: 250,
      next_action: { type: "qr" },
      can_retry: false,
    })
    expect(await shop.shown(orderId)).toEqual(answer.data.payment)
    expect(await sessionOf(orderId)).toMatchObject({
      status: "pending_authorization",
    })
    const [first, second] = sandbox.payments.list()
    expect(second!.payer).toEqual(first!.payer)

    sandbox.payments.pay(`${orderId}.2`)
    await shop.reconcile()
    const paid = await shop.readOrder(orderId)
    expect(paid).toMatchObject({
      payment_status: "captured",
      summary: { paid_total: 250, pending_difference: 0 },
    })
    expect(paid.payment_collections).toHaveLength(1)
    expect(issues).toEqual([])
  })

  it("is followed by none when the order was paid by other means, and its customer is told so", async () => {
    const orderId = await shop.placeExpired()
    await shop.payOtherwise(orderId)
    expect(await shop.shown(orderId)).toMatchObject({
      status: "paid",
      can_retry: false,
    })
    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 409,
      data: { code: "one2pays_already_paid" },
    })
    expect(sandbox.payments.list()).toHaveLength(1)
  })

  it("is followed by none while its customer pays in another way", async () => {
    const orderId = await shop.placeExpired()
    const [payment] = await sql<{ payment_collection_id: string }>(
      "select payment_collection_id from one2pays_payment where order_id = ?",
      [orderId]
    )
    const chosen = await buyer.choosePayment(
      payment!.payment_collection_id,
      undefined,
      "pp_system_default"
    )
    expect(chosen.status).toBe(200)
    expect(await shop.shown(orderId)).toMatchObject({
      status: "expired",
      can_retry: false,
    })
    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 409,
      data: { code: "one2pays_payment_open" },
    })

    await shop.payOtherwise(orderId)
    expect(await shop.shown(orderId)).toMatchObject({ status: "paid" })
    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 409,
      data: { code: "one2pays_already_paid" },
    })
    expect(sandbox.payments.list()).toHaveLength(1)
  })

  it("is followed by another try with a new payer and method, whose account number is nowhere in the clear", async () => {
    const number = secret("account number", "987-6-54321-0")
    const digits = secret("account number", "9876543210")
    const orderId = await shop.placeExpired()
    const answer = await buyer.payAgain(orderId, {
      payment_method: "bank_transfer",
      payer: {
        account_name: "สมหญิง ใจดี",
        account_number: number,
        bank_code: "014",
      },
    })

    expect(answer.status).toBe(201)
    expect(answer.data.payment).toMatchObject({
      payment_method: "bank_transfer",
      next_action: { type: "redirect" },
    })
    expect(sandbox.payments.get(`${orderId}.2`)!.payer).toMatchObject({
      name: "สมหญิง ใจดี",
      maskedAccountNumber: expect.stringMatching(/3210$/),
      bankCode: "014",
    })
    const session = await buyer.get(
      `/store/orders/${orderId}?fields=*payment_collections.payment_sessions`
    )
    expect((await sessionOf(orderId)).data).toMatchObject({
      payment_method: "bank_transfer",
      payer: { name: "สมหญิง ใจดี", bank_code: "014", last4: "3210" },
    })
    const tables = await sql<{ tablename: string }>(
      "select tablename from pg_tables where schemaname = 'public'"
    )
    const written = await Promise.all(
      tables.map(({ tablename }) =>
        sql(`select to_jsonb(t)::text as row from "${tablename}" t`)
      )
    )
    const everything = JSON.stringify([answer.data, session.data, written])
    for (const clear of [number, digits, PAYER_DIGITS, PAYER.account_number]) {
      expect(everything).not.toContain(clear)
    }
  })

  it("may be followed by another method with the payer that was given before", async () => {
    const orderId = await shop.placeExpired()
    const answer = await buyer.payAgain(orderId, {
      payment_method: "bank_transfer",
    })
    expect(answer.status).toBe(201)
    expect(answer.data.payment).toMatchObject({
      payment_method: "bank_transfer",
    })
    expect(sandbox.payments.get(`${orderId}.2`)!.payer.name).toBe(
      PAYER.account_name
    )
  })

  it("keeps its method when only the payer is another", async () => {
    const payer = PAYER
    const orderId = await buyer.placeOrder(variant, {
      payment_method: "bank_transfer",
      payer,
    })
    sandbox.payments.expire(orderId)
    await shop.reconcile()
    const answer = await buyer.payAgain(orderId, { payer })
    expect(answer.data.payment).toMatchObject({
      reference_id: `${orderId}.2`,
      payment_method: "bank_transfer",
    })
  })

  it("takes another method when the shop no longer offers the one before", async () => {
    const orderId = await buyer.placeOrder(variant, {
      payment_method: "bank_transfer",
      payer: PAYER,
    })
    sandbox.payments.expire(orderId)
    await shop.reconcile()
    const restore = offerOnly(shop.getContainer(), "promptpay")
    const answer = await buyer.payAgain(orderId)
    restore()
    expect(answer.status).toBe(201)
    expect(answer.data.payment).toMatchObject({
      reference_id: `${orderId}.2`,
      payment_method: "promptpay",
      next_action: { type: "qr" },
    })
    expect(sandbox.payments.get(`${orderId}.2`)!.payer.name).toBe(
      PAYER.account_name
    )
  })

  it("asks for the same money with every digit that Medusa keeps, so that the order is paid in full", async () => {
    await taxThailand(shop.getContainer(), 7.123)
    const odd = await shop.sell(19.99)
    const orderId = await buyer.placeOrder(odd)
    sandbox.payments.expire(orderId)
    await shop.reconcile()
    expect((await buyer.payAgain(orderId)).status).toBe(201)
    expect(sandbox.payments.get(`${orderId}.2`)!.amount).toBe("2141.00")
    sandbox.payments.pay(`${orderId}.2`)
    await shop.reconcile()
    const paid = await shop.readOrder(orderId)
    expect(paid.payment_collections[0]!.status).toBe("completed")
  })

  it("refuses another try where it would be wrong, and says why", async () => {
    const open = await buyer.placeOrder(variant)
    expect(await buyer.payAgain(open)).toMatchObject({
      status: 409,
      data: { code: "one2pays_payment_open" },
    })
    sandbox.payments.pay(open)
    expect(await buyer.payAgain(open)).toMatchObject({
      status: 409,
      data: { code: "one2pays_already_paid" },
    })
    await shop.reconcile()
    expect(await buyer.payAgain(open)).toMatchObject({
      status: 409,
      data: { code: "one2pays_already_paid" },
    })
    expect((await buyer.payAgain("order_unknown")).status).toBe(404)

    const expired = await shop.placeExpired()
    expect(
      await buyer.payAgain(expired, {
        payment_method: "promptpay",
        payer: { ...PAYER, account_number: "12" },
      })
    ).toMatchObject({
      status: 400,
      data: {
        code: "one2pays_payer_invalid",
        message: expect.stringContaining(
          "too short by 8. Please enter 10 digits"
        ),
      },
    })
    expect(sandbox.payments.list()).toHaveLength(2)
  })

  it("is asked for ten times a minute for an order; after that the gateway is not asked any more", async () => {
    const [orderId, other] = [
      await buyer.placeOrder(variant),
      await buyer.placeOrder(variant),
    ]
    for (let n = 0; n < 10; n++) {
      const { data } = await buyer.payAgain(orderId)
      expect(data.code).toBe("one2pays_payment_open")
      await reopenWindow(shop.getContainer(), orderId)
    }
    sandbox.resetCalls()
    const refused = await buyer.payAgain(orderId)
    expect(refused).toMatchObject({
      status: 503,
      data: { code: "one2pays_busy" },
    })
    const seconds = Number(refused.headers["retry-after"])
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    const thai = await buyer.speaking("th").payAgain(orderId)
    expect(thai.data.message).toMatch(/[ก-๙]/)
    expect(sandbox.callCounts()).toEqual({})
    // Of all instances.
    const counted = await sql(
      "select points from one2pays_rate_limit where key like ?",
      [`%next%${orderId}`]
    )
    expect(counted).toEqual([{ points: 12 }])

    expect((await buyer.payAgain(other)).data.code).toBe(
      "one2pays_payment_open"
    )
  })

  it("does not count what is refused without the gateway", async () => {
    const orderId = await shop.placeExpired()
    const payer = { ...PAYER, account_number: "12" }
    for (let n = 0; n < 12; n++) {
      expect((await buyer.payAgain(orderId, { payer })).status).toBe(400)
    }
    expect((await buyer.payAgain(orderId)).status).toBe(201)
  })

  it("speaks the customer's language when it refuses another try", async () => {
    const open = await buyer.placeOrder(variant)
    const english = await buyer.payAgain(open)
    const thai = await buyer.speaking("th").payAgain(open)
    expect(thai.data.code).toBe("one2pays_payment_open")
    expect(thai.data.message).toMatch(/[ก-๙]/)
    expect(english.data.message).not.toMatch(/[ก-๙]/)
  })

  it("is told of a maintenance, and tries again after it", async () => {
    const orderId = await shop.placeExpired()
    sandbox.setMaintenance(true)
    for (let i = 0; i < 2; i++) {
      const answer = await buyer.payAgain(orderId)
      expect(answer).toMatchObject({
        status: 503,
        data: { code: "one2pays_maintenance" },
      })
      expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0)
    }
    expect(await shop.shown(orderId)).toMatchObject({ can_retry: true })
    await shop.endMaintenance()
    expect((await buyer.payAgain(orderId)).status).toBe(201)
  })

  it("can be tried again after the gateway refused a try, of which nothing is left", async () => {
    const orderId = await shop.placeExpired()
    const delayMs = 500
    sandbox.addFault({
      kind: "slow",
      endpoint: "payments.retrieve",
      delayMs,
    })
    clock.stop()
    const trying = buyer.payAgain(orderId)
    await until(
      () => sandbox.status().faults,
      (faults) => faults.length === 0
    )
    // The read is answered; the creation that follows is not.
    await until(
      () => clock.untilNext(),
      (ms) => ms <= delayMs
    )
    sandbox.setActive(false)
    clock.advance(delayMs)
    expect(await trying).toMatchObject({
      status: 500,
      data: { code: "one2pays_misconfigured" },
    })
    sandbox.setActive(true)
    expect(await shop.shown(orderId)).toMatchObject({
      status: "expired",
      reference_id: orderId,
      can_retry: true,
    })
    expect((await sessionOf(orderId)).status).toBe("canceled")

    const answer = await buyer.payAgain(orderId)
    expect(answer).toMatchObject({
      status: 201,
      data: { payment: { reference_id: `${orderId}.2` } },
    })
    sandbox.payments.pay(`${orderId}.2`)
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
  })

  const keysOf = (reference: string) =>
    sandbox
      .calls()
      .filter(({ endpoint }) => endpoint === "payments.create")
      .map(({ body }) => body as Record<string, unknown>)
      .filter(({ referenceId }) => referenceId === reference)
      .map(({ idempotencyKey }) => idempotencyKey)

  it("is not answered with the refusal of the try before, whether the payer was corrected or the gateway was", async () => {
    const orderId = await shop.placeExpired()
    sandbox.setRepeatsRefusals(true)
    sandbox.payments.setRefusedBanks(["004", "006"])
    for (const bank_code of ["004", "006", "006"]) {
      expect(
        await buyer.payAgain(orderId, { payer: { ...PAYER, bank_code } })
      ).toMatchObject({
        status: 400,
        data: { code: "one2pays_bank_refused" },
      })
    }
    sandbox.payments.setRefusedBanks(["004"])
    const answer = await buyer.payAgain(orderId, {
      payer: { ...PAYER, bank_code: "006" },
    })
    expect(answer).toMatchObject({
      status: 201,
      data: { payment: { reference_id: `${orderId}.2` } },
    })
    expect(new Set(keysOf(`${orderId}.2`)).size).toBe(4)
  })

  it("adopts the next one when the answer to its creation is lost", async () => {
    const orderId = await shop.placeExpired()
    shop.loseAnswers("payments.create")
    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 201,
      data: { payment: { reference_id: `${orderId}.2` } },
    })
    expect(sandbox.payments.list()).toHaveLength(2)
    const keys = keysOf(`${orderId}.2`)
    expect(keys.length).toBeGreaterThan(1)
    expect(new Set(keys).size).toBe(1)
  })

  it("can be tried again at once when nobody knows whether the gateway made the next one, which is ended there if it did", async () => {
    const orderId = await shop.placeExpired()
    shop.loseAnswers("payments.create", "payments.by_reference")
    expect((await buyer.payAgain(orderId)).status).toBe(503)
    expect(await shop.shown(orderId)).toMatchObject({ can_retry: true })
    expect((await sessionOf(orderId)).status).toBe("canceled")
    sandbox.clearFaults()

    expect(await buyer.payAgain(orderId)).toMatchObject({
      status: 201,
      data: { payment: { reference_id: `${orderId}.3` } },
    })
    await sql(
      "update one2pays_payment set updated_at = now() - interval '2 minutes' where state = 'creating'"
    )
    await shop.reconcile()
    expect(sandbox.payments.list().map(({ status }) => status)).toEqual([
      "expired",
      "canceled",
      "processing",
    ])
    sandbox.payments.pay(`${orderId}.3`)
    await shop.reconcile()
    expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
  })

  it("is ended at the gateway before the next one is shown, when its time ran out here first", async () => {
    const orderId = await buyer.placeOrder(variant)
    await sql(
      "update one2pays_payment set expires_at = now() - interval '1 second' where order_id = ?",
      [orderId]
    )
    expect(await shop.shown(orderId)).toMatchObject({
      status: "expired",
      can_retry: true,
    })
    expect((await buyer.payAgain(orderId)).status).toBe(201)
    expect(sandbox.payments.list().map(({ status }) => status)).toEqual([
      "canceled",
      "processing",
    ])
  })

  it("is followed by one payment, however many times at once it is asked for", async () => {
    const orderId = await shop.placeExpired()
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => buyer.payAgain(orderId))
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201, 409, 409, 409,
    ])
    // A request that comes second waits, and hears what there is now.
    expect(
      answers.flatMap(({ status, data }) => (status === 409 ? data.code : []))
    ).toEqual(Array(3).fill("one2pays_payment_open"))
    expect(sandbox.payments.list()).toHaveLength(2)
  })

  it("is followed by none while somebody else works on it, and the customer is asked to come back", async () => {
    const orderId = await shop.placeExpired()
    await sql(
      "update one2pays_payment set busy_until = now() + interval '1 minute' where order_id = ?",
      [orderId]
    )
    const { result: busy, pausedMs } = await clock.skipPauses(() =>
      buyer.payAgain(orderId)
    )
    expect(busy.status).toBe(503)
    expect(busy.data.code).toBe("one2pays_busy")
    expect(busy.headers["retry-after"]).toBe("10")
    expect(pausedMs).toBeGreaterThan(0)
    expect(sandbox.payments.list()).toHaveLength(1)
  })

  it("is followed by one payment also when the second request read the order before the first was done", async () => {
    const orderId = await shop.placeExpired()
    const [row] = await sql<{ id: string }>(
      "select id from one2pays_payment where order_id = ?",
      [orderId]
    )
    expect((await buyer.payAgain(orderId)).status).toBe(201)
    const { openNextPaymentWorkflow } =
      await import("medusa-plugin-one2pays/workflows")
    await expect(
      openNextPaymentWorkflow(shop.getContainer()).run({
        input: { payment_id: row!.id, replace_open: false },
      })
    ).rejects.toMatchObject({ code: "one2pays_payment_open" })
    expect(sandbox.payments.list()).toHaveLength(2)
  })

  it.each(["before", "after"])(
    "becomes an issue and captures nothing when it is paid after all, %s the one that took its place",
    async (when) => {
      const orderId = await shop.placeExpired()
      await buyer.payAgain(orderId)
      const payOld = async () => {
        sandbox.setWebhooks({ enabled: true })
        sandbox.payments.pay(orderId)
        await sandbox.webhooks.flush()
        await shop.untilIssues()
      }
      if (when === "before") {
        await payOld()
        expect((await shop.readOrder(orderId)).payment_status).toBe("awaiting")
        // Nobody should pay another time for what a person looks at.
        expect(await shop.shown(orderId)).toMatchObject({
          status: "under_review",
          next_action: null,
          can_retry: false,
        })
        expect(await buyer.payAgain(orderId)).toMatchObject({
          status: 409,
          data: { code: "one2pays_already_paid" },
        })
      }
      sandbox.payments.pay(`${orderId}.2`)
      await shop.reconcile()
      await shop.untilPaid(orderId)
      if (when === "after") {
        await payOld()
      }

      const paid = await shop.readOrder(orderId)
      expect(paid.summary).toMatchObject({
        paid_total: 250,
        pending_difference: 0,
      })
      expect(paid.payment_collections[0]!.payments).toHaveLength(1)
      expect((await shop.shown(orderId)).status).toBe("paid")
      expect(issues).toEqual([
        expect.objectContaining({
          issue: when === "after" ? "paid_twice" : "paid_after_cancel",
          reference_id: orderId,
          amount: "250.00",
        }),
      ])
      if (when === "after") {
        expect(issues[0]!.detail).toMatch(/twice.*paid back/)
      }
    }
  )
})
