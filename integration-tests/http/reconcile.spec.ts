import { Modules } from "@medusajs/framework/utils"
import type { One2PaysModuleService } from "medusa-plugin-one2pays/modules/one2pays"
import { Buyer } from "../setup/buyer"
import { listenToIssues, type Attention, untilNotice } from "../setup/issues"
import { endMaintenance } from "../setup/maintenance"
import { medusaWithSandbox } from "../setup/medusa-with-sandbox"
import { readOrder } from "../setup/order"
import { holdReconciliation, reconcile, sql } from "../setup/reconciliation"
import { createShop, createVariant, type Shop } from "../setup/shop"
import { until } from "../setup/until"

medusaWithSandbox({
  jobs: true,
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
      await holdReconciliation(getContainer())
    })

    beforeEach(() => {
      getSandbox().reset()
      getSandbox().setWebhooks({ enabled: false })
      issues.length = 0
    })

    const shown = async (orderId: string) =>
      (await buyer.payment(orderId)).data.payment as Record<string, unknown>

    const one2pays = () =>
      getContainer().resolve<One2PaysModuleService>("one2pays")

    async function placeOrders(count: number): Promise<string[]> {
      const orderIds: string[] = []
      for (let i = 0; i < count; i++) {
        orderIds.push(await buyer.placeOrder(variant))
      }
      return orderIds
    }

    /** What the run asked the gateway. */
    async function callsOfRun(): Promise<Record<string, number>> {
      getSandbox().resetCalls()
      expect(await reconcile(getContainer())).toMatchObject({ has_run: true })
      return getSandbox().callCounts()
    }

    const rowOf = async (orderId: string) =>
      (
        await sql<{ id: string; state: string; issue: string | null }>(
          getContainer(),
          "select * from one2pays_payment where order_id = ?",
          [orderId]
        )
      )[0]!

    it("makes orders right that no webhook told of, whatever became of their payments", async () => {
      const [paid, expired, failed, canceled, waiting] = await placeOrders(5)
      const { payments } = getSandbox()
      payments.pay(paid!)
      payments.expire(expired!)
      payments.fail(failed!)
      payments.cancel(canceled!)

      expect(await reconcile(getContainer())).toEqual({
        has_run: true,
        settled: 4,
      })
      expect(await readOrder(getContainer(), paid!)).toMatchObject({
        payment_status: "captured",
        summary: { paid_total: 250, pending_difference: 0 },
      })
      const statuses = await Promise.all(
        [paid, expired, failed, canceled, waiting].map(
          async (id) => (await shown(id!)).status
        )
      )
      expect(statuses).toEqual([
        "paid",
        "expired",
        "failed",
        "canceled",
        "awaiting_payment",
      ])
      // The one that waits, and for a while those that ended without money: it may come late.
      expect(await callsOfRun()).toEqual({ "payments.list": 1 })
      expect(issues).toEqual([])
    })

    it("finds money that comes after the end, without a webhook, for an hour", async () => {
      const [late, tooLate] = await placeOrders(2)
      const { payments } = getSandbox()
      payments.expire(late!)
      payments.expire(tooLate!)
      await reconcile(getContainer())
      expect((await shown(late!)).status).toBe("expired")
      await sql(
        getContainer(),
        "update one2pays_payment set ended_at = now() - interval '61 minutes' where order_id = ?",
        [tooLate!]
      )
      payments.pay(late!)
      payments.pay(tooLate!)
      await reconcile(getContainer())
      expect((await readOrder(getContainer(), late!)).payment_status).toBe(
        "captured"
      )
      expect((await shown(tooLate!)).status).toBe("expired")
    })

    it("is what the job of every minute does", async () => {
      const orderId = await buyer.placeOrder(variant)
      getSandbox().payments.pay(orderId)
      await sql(
        getContainer(),
        "update one2pays_gateway_state set reconcile_until = null, reconciled_at = null"
      )
      await getContainer()
        .resolve(Modules.WORKFLOW_ENGINE)
        .run("job-one2pays-reconcile-payments", { input: {} })
      expect((await readOrder(getContainer(), orderId)).payment_status).toBe(
        "captured"
      )
      const [state] = await sql<{ reconciled_at: Date | null }>(
        getContainer(),
        "select reconciled_at from one2pays_gateway_state"
      )
      expect(state!.reconciled_at).toEqual(expect.any(Date))
    })

    it("asks once about one open payment, and nothing when there is none", async () => {
      expect(await callsOfRun()).toEqual({})
      await buyer.placeOrder(variant)
      expect(await callsOfRun()).toEqual({ "payments.retrieve": 1 })
    })

    it("asks about neighbors with one page of the list", async () => {
      await placeOrders(4)
      expect(await callsOfRun()).toEqual({ "payments.list": 1 })
    })

    it("asks about 230 open payments with three pages, newest first, and cancels none of their orders", async () => {
      const orderIds = await openInBulk(230)
      const calls = await callsOfRun()
      expect(calls["payments.list"]).toBeLessThanOrEqual(4)
      expect(calls).toEqual({ "payments.list": 3 })

      for (const id of orderIds.slice(0, 3)) {
        getSandbox().payments.pay(id)
      }
      getSandbox().resetCalls()
      await reconcile(getContainer())
      expect(getSandbox().callCounts()).toEqual({ "payments.list": 3 })
      const states = await sql<{ state: string; count: string }>(
        getContainer(),
        "select state, count(*) from one2pays_payment group by state order by state"
      )
      expect(states).toEqual([
        { state: "open", count: "227" },
        { state: "succeeded", count: "3" },
      ])
      const [first] = getSandbox()
        .calls()
        .filter(({ endpoint }) => endpoint === "payments.list")
      expect(JSON.stringify(first)).toContain("desc")
    })

    /** Orders and payments as many customers would leave them, without their checkouts. */
    async function openInBulk(count: number): Promise<string[]> {
      const orders = await getContainer()
        .resolve(Modules.ORDER)
        .createOrders(
          Array.from({ length: count }, () => ({
            currency_code: "thb",
            email: "somchai@example.com",
          }))
        )
      for (const { id } of orders) {
        const payment = await one2pays().connection.gateway.payments.create({
          amount: "250.00",
          referenceId: id,
          paymentMethod: "promptpay",
          customerBankAccountName: "สมชาย ใจดี",
          customerBankAccountNumber: "1234567890",
          customerBankCode: "004",
          metadata: { session_id: `payses_${id}` },
          idempotencyKey: id,
        })
        await sql(
          getContainer(),
          `insert into one2pays_payment
             (id, session_id, payment_collection_id, order_id, attempt, reference_id,
              gateway_payment_id, gateway_created_at, state, amount, raw_amount, currency_code,
              payment_method, payer_name, payer_bank_code, payer_last4, payer_sealed)
           values (?, ?, 'pay_col_1', ?, 1, ?, ?, ?, 'open', 250, '{"value":"250"}', 'thb',
              'promptpay', 'x', '004', '7890', 'x')`,
          [
            `o2ppay_${id}`,
            `payses_${id}`,
            id,
            id,
            payment.id,
            payment.createdAt!,
          ]
        )
      }
      return orders.map(({ id }) => id)
    }

    it("is one run at a time, across all instances", async () => {
      const orderId = await buyer.placeOrder(variant)
      getSandbox().payments.pay(orderId)
      const { reconcilePaymentsWorkflow } =
        await import("medusa-plugin-one2pays/workflows")
      const run = async () =>
        (await reconcilePaymentsWorkflow(getContainer()).run()).result

      // Another instance has the turn.
      getSandbox().resetCalls()
      expect(await run()).toEqual({ has_run: false, settled: 0 })
      expect(getSandbox().callCounts()).toEqual({})

      // It died: its turn has lapsed.
      await sql(
        getContainer(),
        "update one2pays_gateway_state set reconcile_until = now() - interval '1 second'"
      )
      const delayMs = 500
      getSandbox().addFault({
        kind: "slow",
        endpoint: "payments.retrieve",
        delayMs,
      })
      clock.stop()
      const done: boolean[] = []
      const running = [1, 2, 3].map(async () => {
        done.push((await run()).has_run)
      })
      // The one that has the turn waits for the gateway until the others have gone.
      await until(
        () => done,
        ({ length }) => length === 2
      )
      expect(done).toEqual([false, false])
      await until(
        () => clock.untilNext(),
        (ms) => ms <= delayMs
      )
      clock.advance(delayMs)
      await Promise.all(running)
      expect(done).toEqual([false, false, true])
      expect(getSandbox().callCounts()).toEqual({ "payments.retrieve": 1 })
      expect((await readOrder(getContainer(), orderId)).payment_status).toBe(
        "captured"
      )
    })

    it("goes on where the last run stopped", async () => {
      const [older, newer] = await placeOrders(2)
      getSandbox().payments.expire(older!)
      getSandbox().payments.expire(newer!)
      await sql(
        getContainer(),
        `update one2pays_gateway_state set reconcile_cursor =
           (select created_at::text || '|' || id from one2pays_payment where order_id = ?)`,
        [newer!]
      )
      await reconcile(getContainer())
      expect((await rowOf(older!)).state).toBe("expired")
      expect((await rowOf(newer!)).state).toBe("open")
      await reconcile(getContainer())
      expect((await rowOf(newer!)).state).toBe("expired")
    })

    it("asks nothing while the gateway is under maintenance, and stops at one that begins", async () => {
      const orderId = await buyer.placeOrder(variant)
      getSandbox().payments.pay(orderId)
      // Else the time of the next probe may come before the end of the test.
      clock.stop()
      getSandbox().setMaintenance(true)
      getSandbox().resetCalls()
      expect(await reconcile(getContainer())).toEqual({
        has_run: true,
        settled: 0,
      })
      expect(getSandbox().callCounts()).toEqual({ "payments.retrieve": 1 })
      expect(await reconcile(getContainer())).toEqual({
        has_run: false,
        settled: 0,
      })
      expect(getSandbox().callCounts()).toEqual({ "payments.retrieve": 1 })

      await endMaintenance(getContainer(), getSandbox())
      await reconcile(getContainer())
      expect((await readOrder(getContainer(), orderId)).payment_status).toBe(
        "captured"
      )
    })

    it("never lets a final state go back", async () => {
      const orderId = await buyer.placeOrder(variant)
      getSandbox().payments.pay(orderId)
      await reconcile(getContainer())
      const { id } = await rowOf(orderId)
      // The row of an older reading, as a slow instance would still hold it.
      const payment = (await one2pays().payments.find(id))!
      await one2pays().payments.cancel({ ...payment, state: "open" })
      getSandbox().resetCalls()
      await reconcile(getContainer())
      expect(getSandbox().callCounts()).toEqual({})
      expect((await rowOf(orderId)).state).toBe("succeeded")
      expect(await shown(orderId)).toMatchObject({ status: "paid" })
    })

    it.each([
      ["malformed_json", undefined],
      ["server_error", 500],
      ["server_error", 404],
      ["refused", undefined],
    ] as const)(
      "goes on with the others when the gateway stumbles over one (%s %s)",
      async (kind, status) => {
        // Too old for the lists, and so read one by one, the newest first.
        const [third, second, first] = await placeOrders(3)
        await sql(
          getContainer(),
          "update one2pays_payment set gateway_created_at = null"
        )
        for (const id of [first!, second!, third!]) {
          getSandbox().payments.expire(id)
        }
        getSandbox().addFault({
          kind,
          endpoint: "payments.retrieve",
          // The client tries again where that may help.
          times: kind === "malformed_json" ? 1 : 3,
          ...(status ? { status } : {}),
        })
        await reconcile(getContainer())
        const states = await Promise.all(
          [first, second, third].map(async (id) => (await rowOf(id!)).state)
        )
        expect(states).toEqual(["open", "expired", "expired"])
        await reconcile(getContainer())
        expect((await rowOf(first!)).state).toBe("expired")
      }
    )

    it("reads one by one when the list is out of order", async () => {
      const orderIds = await placeOrders(3)
      for (const id of orderIds) {
        getSandbox().payments.expire(id)
      }
      getSandbox().addFault({
        kind: "server_error",
        endpoint: "payments.list",
        times: Infinity,
      })
      await reconcile(getContainer())
      for (const id of orderIds) {
        expect((await rowOf(id)).state).toBe("expired")
      }
    })

    it("ends at the gateway what waits for it, though the first of them cannot be ended", async () => {
      const orderIds = await placeOrders(2)
      await one2pays().payments.requestCancel(
        await Promise.all(orderIds.map(async (id) => (await rowOf(id)).id))
      )
      getSandbox().addFault({
        kind: "server_error",
        endpoint: "payments.cancel",
        times: 1,
      })
      await reconcile(getContainer())
      await reconcile(getContainer())
      expect(
        getSandbox()
          .payments.list()
          .map(({ status }) => status)
      ).toEqual(["canceled", "canceled"])
    })

    it("stops after a few when the gateway is down", async () => {
      await placeOrders(6)
      await sql(
        getContainer(),
        "update one2pays_payment set gateway_created_at = null"
      )
      getSandbox().addFault({ kind: "unavailable", times: Infinity })
      const calls = await callsOfRun()
      expect(calls["payments.retrieve"]).toBeLessThanOrEqual(9)
    })

    it("tells of an issue whose finder died before it could, once", async () => {
      const orderId = await buyer.placeOrder(variant)
      await sql(
        getContainer(),
        `update one2pays_payment set state = 'succeeded', issue = 'amount_mismatch',
                issue_detail = 'Received THB 1.00, expected THB 250.00.', issue_raised_at = now(),
                issue_announced_at = null
          where order_id = ?`,
        [orderId]
      )
      await reconcile(getContainer())
      await reconcile(getContainer())
      await untilNotice(getContainer(), orderId, "THB 1.00")
      expect(issues).toEqual([
        expect.objectContaining({
          issue: "amount_mismatch",
          reference_id: orderId,
        }),
      ])
    })

    it("deletes old webhook claims and old choices at checkouts, and nothing else", async () => {
      const paid = await buyer.placeOrder(variant)
      getSandbox().setWebhooks({ enabled: true })
      getSandbox().payments.pay(paid)
      await getSandbox().webhooks.flush()
      const expired = await buyer.placeOrder(variant)
      getSandbox().payments.expire(expired)
      await getSandbox().webhooks.flush()
      await buyer.checkout(variant)
      const count = async () => {
        const [row] = await sql<{ claims: string; payments: string }>(
          getContainer(),
          `select (select count(*) from one2pays_webhook_event) as claims,
                  (select count(*) from one2pays_payment) as payments`
        )
        return { claims: Number(row!.claims), payments: Number(row!.payments) }
      }
      const before = await count()
      expect(before.claims).toBeGreaterThanOrEqual(2)
      expect(before.payments).toBe(3)
      expect(await one2pays().prune(1000)).toEqual({
        webhooks: 0,
        payments: 0,
        saved_payers: 0,
      })

      await sql(
        getContainer(),
        `update one2pays_webhook_event set created_at = now() - interval '31 days'`
      )
      await sql(
        getContainer(),
        `update one2pays_payment set created_at = now() - interval '31 days', updated_at = now() - interval '31 days'`
      )
      expect(await one2pays().prune(1)).toEqual({
        webhooks: 1,
        payments: 1,
        saved_payers: 0,
      })
      expect(await one2pays().prune(1000)).toEqual({
        webhooks: before.claims - 1,
        payments: 0,
        saved_payers: 0,
      })
      expect(await count()).toEqual({ claims: 0, payments: 2 })
      expect((await rowOf(paid)).state).toBe("succeeded")
      expect((await rowOf(expired)).state).toBe("expired")
    })
  },
})
