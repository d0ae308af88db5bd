import {
  cancelOrderWorkflow,
  createTaxRatesWorkflow,
} from "@medusajs/medusa/core-flows"
import { Buyer, orderIdOf, PAYER, PAYER_DIGITS } from "../setup/buyer"
import { listenToIssues, readFeed, type Attention } from "../setup/issues"
import { endMaintenance } from "../setup/maintenance"
import { medusaWithSandbox } from "../setup/medusa-with-sandbox"
import { offerOnly } from "../setup/offer-only"
import { readOrder, untilPaid } from "../setup/order"
import { payOtherwise } from "../setup/paid-otherwise"
import { reconcile, sql } from "../setup/reconciliation"
import { reopenWindow } from "../setup/request-window"
import { secret } from "../setup/secrets"
import { createShop, createVariant, type Shop } from "../setup/shop"
import { until } from "../setup/until"

medusaWithSandbox({
  testSuite: ({ api, getContainer, getSandbox, clock }) => {
    let shop: Shop
    let variant: string
    let buyer: Buyer
    let issues: Attention[]

    beforeAll(async () => {
      shop = await createShop(getContainer())
      variant = await createVariant(getContainer(), shop, 250)
      buyer = new Buyer(api, shop)
      await buyer.fillAhead(variant)
      issues = listenToIssues(getContainer())
    })

    beforeEach(() => {
      getSandbox().reset()
      getSandbox().setWebhooks({ enabled: false })
      issues.length = 0
    })

    const shown = async (orderId: string) =>
      (await buyer.payment(orderId)).data.payment as Record<string, unknown>

    const sessionOf = async (orderId: string) =>
      (await readOrder(getContainer(), orderId)).payment_collections[0]!
        .payment_sessions[0]!

    /** An order whose payment has ended without money. */
    async function placeExpired(): Promise<string> {
      const orderId = await buyer.placeOrder(variant)
      getSandbox().payments.expire(orderId)
      await reconcile(getContainer())
      return orderId
    }

    describe("an order whose process died before it asked for the payment", () => {
      /** As such a process leaves it behind. */
      async function placeCutOff(
        ...ties: ("order_cart" | "order_payment_collection")[]
      ): Promise<{ orderId: string; cartId: string }> {
        const cart = await buyer.checkout(variant)
        const orderId = orderIdOf(await buyer.complete(cart.id))
        getSandbox().reset()
        getSandbox().setWebhooks({ enabled: false })
        await sql(
          getContainer(),
          `update one2pays_payment set state = 'initiated', order_id = null, attempt = null, reference_id = null,
                  gateway_payment_id = null, gateway_status = null, gateway_created_at = null, next_action = null, expires_at = null
            where order_id = ?`,
          [orderId]
        )
        await sql(
          getContainer(),
          "update payment_session set status = 'pending' where payment_collection_id = ?",
          [cart.collectionId]
        )
        for (const table of [
          "order_cart",
          "order_payment_collection",
        ] as const) {
          if (!ties.includes(table)) {
            await sql(
              getContainer(),
              `delete from ${table} where order_id = ?`,
              [orderId]
            )
          }
        }
        return { orderId, cartId: cart.id }
      }

      const cutOffNotices = async () =>
        (await readFeed(getContainer())).flatMap(({ title, description }) =>
          title === "Order cut off" ? [description] : []
        )

      const waitForCompletion = (orderId: string) =>
        sql(
          getContainer(),
          `update "order" set created_at = now() - interval '2 minutes 1 second' where id = ?`,
          [orderId]
        )

      it.each([
        [
          "of all that belongs to it",
          ["order_cart", "order_payment_collection"],
        ],
        ["of its cart alone", ["order_cart"]],
        ["of its payment collection alone", ["order_payment_collection"]],
      ] as const)(
        "and that knows %s can be paid after two minutes",
        async (_, ties) => {
          const { orderId, cartId } = await placeCutOff(...ties)
          await reconcile(getContainer())
          expect(await shown(orderId)).toMatchObject({
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
          await reconcile(getContainer())
          expect(orderIdOf(await buyer.complete(cartId))).toBe(orderId)
          expect(await shown(orderId)).toMatchObject({
            status: "canceled",
            can_retry: true,
          })
          expect(await cutOffNotices()).toEqual([
            expect.stringContaining(orderId),
          ])
          expect((await buyer.payAgain(orderId)).data.payment).toMatchObject({
            reference_id: orderId,
            status: "awaiting_payment",
            amount: 250,
          })
          expect(getSandbox().calls()).toHaveLength(1)
          getSandbox().payments.pay(orderId)
          await reconcile(getContainer())
          expect(await readOrder(getContainer(), orderId)).toMatchObject({
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
          getContainer(),
          "update one2pays_payment set updated_at = now() - interval '3 days'"
        )
        expect(await shown(orderId)).toMatchObject({
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
        await reconcile(getContainer())
        await sql(
          getContainer(),
          "update one2pays_payment set ended_at = now() - interval '1 day' where order_id = ?",
          [orderId]
        )
        await reconcile(getContainer())
        const order = await readOrder(getContainer(), orderId)
        expect(order.status).toBe("canceled")
      })

      it("and that staff have canceled is not offered again", async () => {
        const { orderId } = await placeCutOff(
          "order_cart",
          "order_payment_collection"
        )
        await cancelOrderWorkflow(getContainer()).run({
          input: { order_id: orderId },
        })
        await waitForCompletion(orderId)
        await reconcile(getContainer())
        expect(await shown(orderId)).toMatchObject({
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
        await payOtherwise(getContainer(), orderId)
        await waitForCompletion(orderId)
        await reconcile(getContainer())
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
          getSandbox().payments[end](orderId)
          expect(await reconcile(getContainer())).toEqual({
            has_run: true,
            settled: 1,
          })

          expect(await shown(orderId)).toMatchObject({
            status,
            can_retry: true,
            next_action: null,
          })
          expect((await sessionOf(orderId)).status).toBe(sessionStatus)
          const order = await readOrder(getContainer(), orderId)
          expect(order.status).toBe("pending")
        }
      )

      it("is followed by another try with the payer that was given before, which makes the order paid", async () => {
        const orderId = await placeExpired()
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
        expect(await shown(orderId)).toEqual(answer.data.payment)
        expect(await sessionOf(orderId)).toMatchObject({
          status: "pending_authorization",
        })
        const [first, second] = getSandbox().payments.list()
        expect(second!.payer).toEqual(first!.payer)

        getSandbox().payments.pay(`${orderId}.2`)
        await reconcile(getContainer())
        const paid = await readOrder(getContainer(), orderId)
        expect(paid).toMatchObject({
          payment_status: "captured",
          summary: { paid_total: 250, pending_difference: 0 },
        })
        expect(paid.payment_collections).toHaveLength(1)
        expect(issues).toEqual([])
      })

      it("is followed by none when the order was paid by other means, and its customer is told so", async () => {
        const orderId = await placeExpired()
        await payOtherwise(getContainer(), orderId)
        expect(await shown(orderId)).toMatchObject({
          status: "paid",
          can_retry: false,
        })
        expect(await buyer.payAgain(orderId)).toMatchObject({
          status: 409,
          data: { code: "one2pays_already_paid" },
        })
        expect(getSandbox().payments.list()).toHaveLength(1)
      })

      it("is followed by none while its customer pays in another way", async () => {
        const orderId = await placeExpired()
        const [attempt] = await sql<{ payment_collection_id: string }>(
          getContainer(),
          "select payment_collection_id from one2pays_payment where order_id = ?",
          [orderId]
        )
        const chosen = await buyer.choosePayment(
          attempt!.payment_collection_id,
          undefined,
          "pp_system_default"
        )
        expect(chosen.status).toBe(200)
        expect(await shown(orderId)).toMatchObject({
          status: "expired",
          can_retry: false,
        })
        expect(await buyer.payAgain(orderId)).toMatchObject({
          status: 409,
          data: { code: "one2pays_payment_open" },
        })

        await payOtherwise(getContainer(), orderId)
        expect(await shown(orderId)).toMatchObject({ status: "paid" })
        expect(await buyer.payAgain(orderId)).toMatchObject({
          status: 409,
          data: { code: "one2pays_already_paid" },
        })
        expect(getSandbox().payments.list()).toHaveLength(1)
      })

      it("is followed by another try with a new payer and method, whose account number is nowhere in the clear", async () => {
        const number = secret("account number", "987-6-54321-0")
        const digits = secret("account number", "9876543210")
        const orderId = await placeExpired()
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
        expect(getSandbox().payments.get(`${orderId}.2`)!.payer).toMatchObject({
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
          getContainer(),
          "select tablename from pg_tables where schemaname = 'public'"
        )
        const written = await Promise.all(
          tables.map(({ tablename }) =>
            sql(
              getContainer(),
              `select to_jsonb(t)::text as row from "${tablename}" t`
            )
          )
        )
        const everything = JSON.stringify([answer.data, session.data, written])
        for (const clear of [
          number,
          digits,
          PAYER_DIGITS,
          PAYER.account_number,
        ]) {
          expect(everything).not.toContain(clear)
        }
      })

      it("may be followed by another method with the payer that was given before", async () => {
        const orderId = await placeExpired()
        const answer = await buyer.payAgain(orderId, {
          payment_method: "bank_transfer",
        })
        expect(answer.status).toBe(201)
        expect(answer.data.payment).toMatchObject({
          payment_method: "bank_transfer",
        })
        expect(getSandbox().payments.get(`${orderId}.2`)!.payer.name).toBe(
          PAYER.account_name
        )
      })

      it("keeps its method when only the payer is another", async () => {
        const payer = PAYER
        const orderId = await buyer.placeOrder(variant, {
          payment_method: "bank_transfer",
          payer,
        })
        getSandbox().payments.expire(orderId)
        await reconcile(getContainer())
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
        getSandbox().payments.expire(orderId)
        await reconcile(getContainer())
        const restore = offerOnly(getContainer(), "promptpay")
        const answer = await buyer.payAgain(orderId)
        restore()
        expect(answer.status).toBe(201)
        expect(answer.data.payment).toMatchObject({
          reference_id: `${orderId}.2`,
          payment_method: "promptpay",
          next_action: { type: "qr" },
        })
        expect(getSandbox().payments.get(`${orderId}.2`)!.payer.name).toBe(
          PAYER.account_name
        )
      })

      it("asks for the same money with every digit that Medusa keeps, so that the order is paid in full", async () => {
        const { data: regions } = await getContainer()
          .resolve("query")
          .graph({
            entity: "tax_region",
            fields: ["id"],
            filters: { country_code: "th" },
          })
        await createTaxRatesWorkflow(getContainer()).run({
          input: [
            {
              name: "VAT",
              code: "vat",
              rate: 7.123,
              is_default: true,
              tax_region_id: regions[0]!.id,
            },
          ],
        })
        const odd = await createVariant(getContainer(), shop, 19.99)
        const orderId = await buyer.placeOrder(odd)
        getSandbox().payments.expire(orderId)
        await reconcile(getContainer())
        expect((await buyer.payAgain(orderId)).status).toBe(201)
        expect(getSandbox().payments.get(`${orderId}.2`)!.amount).toBe(
          "2141.00"
        )
        getSandbox().payments.pay(`${orderId}.2`)
        await reconcile(getContainer())
        const paid = await readOrder(getContainer(), orderId)
        expect(paid.payment_collections[0]!.status).toBe("completed")
      })

      it("refuses another try where it would be wrong, and says why", async () => {
        const open = await buyer.placeOrder(variant)
        expect(await buyer.payAgain(open)).toMatchObject({
          status: 409,
          data: { code: "one2pays_payment_open" },
        })
        getSandbox().payments.pay(open)
        expect(await buyer.payAgain(open)).toMatchObject({
          status: 409,
          data: { code: "one2pays_already_paid" },
        })
        await reconcile(getContainer())
        expect(await buyer.payAgain(open)).toMatchObject({
          status: 409,
          data: { code: "one2pays_already_paid" },
        })
        expect((await buyer.payAgain("order_unknown")).status).toBe(404)

        const expired = await placeExpired()
        expect(
          await buyer.payAgain(expired, {
            payment_method: "promptpay",
            payer: { ...PAYER, account_number: "12" },
          })
        ).toMatchObject({
          status: 400,
          data: {
            code: "one2pays_payer_invalid",
            message: expect.stringContaining("10 to 15 digits"),
          },
        })
        expect(getSandbox().payments.list()).toHaveLength(2)
      })

      it("is asked for ten times a minute for an order; after that the gateway is not asked any more", async () => {
        const [orderId, other] = [
          await buyer.placeOrder(variant),
          await buyer.placeOrder(variant),
        ]
        for (let n = 0; n < 10; n++) {
          const { data } = await buyer.payAgain(orderId)
          expect(data.code).toBe("one2pays_payment_open")
          await reopenWindow(getContainer(), orderId)
        }
        getSandbox().resetCalls()
        const refused = await buyer.payAgain(orderId)
        expect(refused).toMatchObject({
          status: 503,
          data: { code: "one2pays_busy" },
        })
        const seconds = Number(refused.headers["retry-after"])
        expect(seconds).toBeGreaterThan(0)
        expect(seconds).toBeLessThanOrEqual(60)
        const thai = await new Buyer(api, shop, "th").payAgain(orderId)
        expect(thai.data.message).toMatch(/[ก-๙]/)
        expect(getSandbox().callCounts()).toEqual({})
        // Of all instances.
        const counted = await sql(
          getContainer(),
          "select points from one2pays_rate_limit where key like ?",
          [`%next%${orderId}`]
        )
        expect(counted).toEqual([{ points: 12 }])

        expect((await buyer.payAgain(other)).data.code).toBe(
          "one2pays_payment_open"
        )
      })

      it("does not count what is refused without the gateway", async () => {
        const orderId = await placeExpired()
        const payer = { ...PAYER, account_number: "12" }
        for (let n = 0; n < 12; n++) {
          expect((await buyer.payAgain(orderId, { payer })).status).toBe(400)
        }
        expect((await buyer.payAgain(orderId)).status).toBe(201)
      })

      it("speaks the customer's language when it refuses another try", async () => {
        const open = await buyer.placeOrder(variant)
        const english = await buyer.payAgain(open)
        const thai = await new Buyer(api, shop, "th").payAgain(open)
        expect(thai.data.code).toBe("one2pays_payment_open")
        expect(thai.data.message).toMatch(/[ก-๙]/)
        expect(english.data.message).not.toMatch(/[ก-๙]/)
      })

      it("is told of a maintenance, and tries again after it", async () => {
        const orderId = await placeExpired()
        getSandbox().setMaintenance(true)
        for (let i = 0; i < 2; i++) {
          const answer = await buyer.payAgain(orderId)
          expect(answer).toMatchObject({
            status: 503,
            data: { code: "one2pays_maintenance" },
          })
          expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0)
        }
        expect(await shown(orderId)).toMatchObject({ can_retry: true })
        await endMaintenance(getContainer(), getSandbox())
        expect((await buyer.payAgain(orderId)).status).toBe(201)
      })

      it("can be tried again after the gateway refused a try, of which nothing is left", async () => {
        const orderId = await placeExpired()
        const delayMs = 500
        getSandbox().addFault({
          kind: "slow",
          endpoint: "payments.retrieve",
          delayMs,
        })
        clock.stop()
        const trying = buyer.payAgain(orderId)
        await until(
          () => getSandbox().status().faults,
          (faults) => faults.length === 0
        )
        // The read is answered; the creation that follows is not.
        await until(
          () => clock.untilNext(),
          (ms) => ms <= delayMs
        )
        getSandbox().setActive(false)
        clock.advance(delayMs)
        expect(await trying).toMatchObject({
          status: 500,
          data: { code: "one2pays_misconfigured" },
        })
        getSandbox().setActive(true)
        expect(await shown(orderId)).toMatchObject({
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
        getSandbox().payments.pay(`${orderId}.2`)
        await reconcile(getContainer())
        expect((await readOrder(getContainer(), orderId)).payment_status).toBe(
          "captured"
        )
      })

      it("adopts the next one when the answer to its creation is lost", async () => {
        const orderId = await placeExpired()
        getSandbox().addFault({
          kind: "answer_lost",
          endpoint: "payments.create",
          times: Infinity,
        })
        expect(await buyer.payAgain(orderId)).toMatchObject({
          status: 201,
          data: { payment: { reference_id: `${orderId}.2` } },
        })
        expect(getSandbox().payments.list()).toHaveLength(2)
      })

      it("can be tried again at once when nobody knows whether the gateway made the next one, which is ended there if it did", async () => {
        const orderId = await placeExpired()
        for (const endpoint of [
          "payments.create",
          "payments.by_reference",
        ] as const) {
          getSandbox().addFault({
            kind: "answer_lost",
            endpoint,
            times: Infinity,
          })
        }
        expect((await buyer.payAgain(orderId)).status).toBe(503)
        expect(await shown(orderId)).toMatchObject({ can_retry: true })
        expect((await sessionOf(orderId)).status).toBe("canceled")
        getSandbox().clearFaults()

        expect(await buyer.payAgain(orderId)).toMatchObject({
          status: 201,
          data: { payment: { reference_id: `${orderId}.3` } },
        })
        await sql(
          getContainer(),
          "update one2pays_payment set updated_at = now() - interval '2 minutes' where state = 'creating'"
        )
        await reconcile(getContainer())
        expect(
          getSandbox()
            .payments.list()
            .map(({ status }) => status)
        ).toEqual(["expired", "canceled", "processing"])
        getSandbox().payments.pay(`${orderId}.3`)
        await reconcile(getContainer())
        expect((await readOrder(getContainer(), orderId)).payment_status).toBe(
          "captured"
        )
      })

      it("is ended at the gateway before the next one is shown, when its time ran out here first", async () => {
        const orderId = await buyer.placeOrder(variant)
        await sql(
          getContainer(),
          "update one2pays_payment set expires_at = now() - interval '1 second' where order_id = ?",
          [orderId]
        )
        expect(await shown(orderId)).toMatchObject({
          status: "expired",
          can_retry: true,
        })
        expect((await buyer.payAgain(orderId)).status).toBe(201)
        expect(
          getSandbox()
            .payments.list()
            .map(({ status }) => status)
        ).toEqual(["canceled", "processing"])
      })

      it("is followed by one payment, however many times at once it is asked for", async () => {
        const orderId = await placeExpired()
        const answers = await Promise.all(
          [1, 2, 3, 4].map(() => buyer.payAgain(orderId))
        )
        expect(answers.map(({ status }) => status).sort()).toEqual([
          201, 409, 409, 409,
        ])
        // Whoever comes second waits, and hears what there is now.
        expect(
          answers.flatMap(({ status, data }) =>
            status === 409 ? data.code : []
          )
        ).toEqual(Array(3).fill("one2pays_payment_open"))
        expect(getSandbox().payments.list()).toHaveLength(2)
      })

      it("is followed by none while somebody else works on it, and the customer is asked to come back", async () => {
        const orderId = await placeExpired()
        await sql(
          getContainer(),
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
        expect(getSandbox().payments.list()).toHaveLength(1)
      })

      it("is followed by one payment also when the second request read the order before the first was done", async () => {
        const orderId = await placeExpired()
        const [row] = await sql<{ id: string }>(
          getContainer(),
          "select id from one2pays_payment where order_id = ?",
          [orderId]
        )
        expect((await buyer.payAgain(orderId)).status).toBe(201)
        const { openNextPaymentWorkflow } =
          await import("medusa-plugin-one2pays/workflows")
        await expect(
          openNextPaymentWorkflow(getContainer()).run({
            input: { payment_id: row!.id, replace_open: false },
          })
        ).rejects.toMatchObject({ code: "one2pays_payment_open" })
        expect(getSandbox().payments.list()).toHaveLength(2)
      })

      it.each(["before", "after"])(
        "becomes an issue and captures nothing when it is paid after all, %s the one that took its place",
        async (when) => {
          const orderId = await placeExpired()
          await buyer.payAgain(orderId)
          const payOld = async () => {
            getSandbox().setWebhooks({ enabled: true })
            getSandbox().payments.pay(orderId)
            await getSandbox().webhooks.flush()
            await until(
              () => issues,
              (seen) => seen.length > 0
            )
          }
          if (when === "before") {
            await payOld()
            expect(
              (await readOrder(getContainer(), orderId)).payment_status
            ).toBe("awaiting")
            // Nobody should pay another time for what a person looks at.
            expect(await shown(orderId)).toMatchObject({
              status: "under_review",
              next_action: null,
              can_retry: false,
            })
            expect(await buyer.payAgain(orderId)).toMatchObject({
              status: 409,
              data: { code: "one2pays_already_paid" },
            })
          }
          getSandbox().payments.pay(`${orderId}.2`)
          await reconcile(getContainer())
          await untilPaid(getContainer(), orderId)
          if (when === "after") {
            await payOld()
          }

          const paid = await readOrder(getContainer(), orderId)
          expect(paid.summary).toMatchObject({
            paid_total: 250,
            pending_difference: 0,
          })
          expect(paid.payment_collections[0]!.payments).toHaveLength(1)
          expect((await shown(orderId)).status).toBe("paid")
          expect(issues).toEqual([
            expect.objectContaining({
              issue: "paid_after_cancel",
              reference_id: orderId,
              amount: "250.00",
            }),
          ])
        }
      )
    })
  },
})
