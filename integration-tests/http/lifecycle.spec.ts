import { Admin } from "../setup/admin"
import { Buyer, orderIdOf } from "../setup/buyer"
import { listenToIssues, type Attention, readFeed } from "../setup/issues"
import { endMaintenance } from "../setup/maintenance"
import { medusaWithSandbox } from "../setup/medusa-with-sandbox"
import { readOrder } from "../setup/order"
import { payOtherwise } from "../setup/paid-otherwise"
import { reconcile, sql } from "../setup/reconciliation"
import {
  createShop,
  createStockedVariant,
  createVariant,
  type Shop,
} from "../setup/shop"
import { until } from "../setup/until"

medusaWithSandbox({
  testSuite: ({ api, getContainer, getSandbox }) => {
    let shop: Shop
    let variant: string
    let buyer: Buyer
    let admin: Admin
    let issues: Attention[]

    beforeAll(async () => {
      shop = await createShop(getContainer())
      variant = await createVariant(getContainer(), shop, 250)
      buyer = new Buyer(api, shop)
      await buyer.fillAhead(variant)
      admin = await Admin.create(api, getContainer())
      issues = listenToIssues(getContainer())
    })

    beforeEach(() => {
      getSandbox().reset()
      getSandbox().setWebhooks({ enabled: false })
      issues.length = 0
    })

    const shown = async (orderId: string) =>
      (await buyer.payment(orderId)).data.payment as Record<string, unknown>

    /** An order whose payment has ended without money. */
    async function placeExpired(): Promise<string> {
      const orderId = await buyer.placeOrder(variant)
      getSandbox().payments.expire(orderId)
      await reconcile(getContainer())
      return orderId
    }

    const endedAgo = (orderId: string, minutes: number) =>
      sql(
        getContainer(),
        `update one2pays_payment set ended_at = now() - interval '${minutes} minutes' where order_id = ?`,
        [orderId]
      )

    describe("an order that nobody pays", () => {
      it("is canceled when its time is over, and its stock is free again", async () => {
        const stocked = await createStockedVariant(getContainer(), shop, 90, 1)
        const orderId = await buyer.placeOrder(stocked.id)
        expect(await stocked.reserved()).toBe(1)
        getSandbox().payments.expire(orderId)
        await reconcile(getContainer())
        await endedAgo(orderId, 59)
        await reconcile(getContainer())
        expect((await readOrder(getContainer(), orderId)).status).toBe(
          "pending"
        )
        expect(await stocked.reserved()).toBe(1)

        await endedAgo(orderId, 61)
        await reconcile(getContainer())
        expect(await readOrder(getContainer(), orderId)).toMatchObject({
          status: "canceled",
          payment_status: "canceled",
        })
        expect(await stocked.reserved()).toBe(0)
        expect(await shown(orderId)).toMatchObject({
          status: "expired",
          can_retry: false,
        })
        expect(await buyer.payAgain(orderId)).toMatchObject({
          status: 409,
          data: { code: "one2pays_order_canceled" },
        })
        expect(await readFeed(getContainer())).toEqual([])
        orderIdOf(await buyer.complete((await buyer.checkout(stocked.id)).id))
      })

      it("waits for the try that is under way, however long ago the first one ended", async () => {
        const orderId = await placeExpired()
        await endedAgo(orderId, 59)
        await buyer.payAgain(orderId)
        await sql(
          getContainer(),
          "update one2pays_payment set ended_at = ended_at - interval '1 day' where ended_at is not null"
        )
        await reconcile(getContainer())
        expect((await readOrder(getContainer(), orderId)).status).toBe(
          "pending"
        )

        getSandbox().payments.expire(`${orderId}.2`)
        await reconcile(getContainer())
        expect((await readOrder(getContainer(), orderId)).status).toBe(
          "pending"
        )
        await sql(
          getContainer(),
          "update one2pays_payment set ended_at = now() - interval '61 minutes'"
        )
        await reconcile(getContainer())
        expect((await readOrder(getContainer(), orderId)).status).toBe(
          "canceled"
        )
      })

      it("is not canceled when it was paid by other means", async () => {
        const orderId = await placeExpired()
        await payOtherwise(getContainer(), orderId)
        await endedAgo(orderId, 100)
        await reconcile(getContainer())
        await reconcile(getContainer())
        expect((await readOrder(getContainer(), orderId)).status).toBe(
          "pending"
        )
        expect(await readFeed(getContainer())).toEqual([])
      })

      it("does not trouble anybody when it was rolled back and its customer has placed another", async () => {
        const { id } = await buyer.checkout(variant)
        getSandbox().payments.setQrAmount({ factor: 100 })
        expect((await buyer.complete(id)).status).toBe(500)
        getSandbox().payments.setQrAmount("exact")
        const orderId = orderIdOf(await buyer.complete(id))
        await sql(
          getContainer(),
          "update one2pays_payment set ended_at = now() - interval '2 hours' where ended_at is not null"
        )
        await reconcile(getContainer())
        const notices = await readFeed(getContainer())
        expect(JSON.stringify(notices)).not.toContain("not paid")
        expect((await readOrder(getContainer(), orderId)).status).toBe(
          "pending"
        )
      })
    })

    describe("an order that is canceled in the admin", () => {
      const cancel = async (orderId: string) => {
        const answer = await admin.post(`/admin/orders/${orderId}/cancel`)
        expect(answer.status).toBe(200)
      }
      const gatewayStatus = (orderId: string) =>
        getSandbox().payments.get(orderId)!.status

      it("cannot be paid at the gateway any more", async () => {
        const orderId = await buyer.placeOrder(variant)
        await cancel(orderId)
        await until(
          () => gatewayStatus(orderId),
          (status) => status === "canceled"
        )
        await until(
          () => shown(orderId),
          ({ status }) => status === "canceled"
        )
        expect(await shown(orderId)).toMatchObject({ can_retry: false })
        expect((await buyer.payAgain(orderId)).status).toBe(409)
        expect(issues).toEqual([])
      })

      it("is ended at the gateway by the reconciliation when the gateway was down", async () => {
        const orderId = await buyer.placeOrder(variant)
        getSandbox().setMaintenance(true)
        await cancel(orderId)
        await until(
          () => shown(orderId),
          ({ status }) => status === "canceled"
        )
        expect(gatewayStatus(orderId)).toBe("processing")
        await endMaintenance(getContainer(), getSandbox())
        await reconcile(getContainer())
        expect(gatewayStatus(orderId)).toBe("canceled")
      })

      it("is ended at the gateway although nobody told this plugin of it", async () => {
        const orderId = await buyer.placeOrder(variant)
        await sql(
          getContainer(),
          `update "order" set status = 'canceled', canceled_at = now() where id = ?`,
          [orderId]
        )
        await reconcile(getContainer())
        expect(gatewayStatus(orderId)).toBe("canceled")
        expect(await shown(orderId)).toMatchObject({ status: "canceled" })
      })

      it("shows a person the money that came a moment before", async () => {
        const orderId = await buyer.placeOrder(variant)
        getSandbox().payments.pay(orderId)
        await cancel(orderId)
        await until(
          () => issues,
          (seen) => seen.length > 0
        )
        expect(issues).toEqual([
          expect.objectContaining({
            issue: "paid_after_cancel",
            order_id: orderId,
          }),
        ])
        const order = await readOrder(getContainer(), orderId)
        expect(order.summary.paid_total).toBe(0)
        expect(await shown(orderId)).toMatchObject({ status: "under_review" })
      })
    })
  },
})
