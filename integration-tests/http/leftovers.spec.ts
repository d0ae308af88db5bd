import type { One2PaysModuleService } from "medusa-plugin-one2pays/modules/one2pays"
import { Buyer, orderIdOf } from "../setup/buyer"
import { listenToIssues, type Attention } from "../setup/issues"
import { medusaWithSandbox } from "../setup/medusa-with-sandbox"
import { forgetGateway } from "../setup/new-client"
import { readOrder } from "../setup/order"
import { reconcile, sql } from "../setup/reconciliation"
import { createShop, createVariant, type Shop } from "../setup/shop"
import { until } from "../setup/until"

medusaWithSandbox({
  testSuite: ({ api, getContainer, getSandbox }) => {
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

    const one2pays = () =>
      getContainer().resolve<One2PaysModuleService>("one2pays")

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

    /** The process died between writing the intent and reading the answer. */
    const crashed = async (orderId: string, minutes: number) =>
      sql(
        getContainer(),
        `update one2pays_payment
            set state = 'creating', gateway_payment_id = null, gateway_status = null,
                gateway_created_at = null, next_action = null, expires_at = null,
                updated_at = now() - interval '${minutes} minutes'
          where order_id = ?`,
        [orderId]
      )

    it.each([
      ["the list, where the by-reference route is missing", false],
      ["its reference", true],
    ])(
      "is found after a crash between call and answer, by %s",
      async (_, byReference) => {
        forgetGateway(getContainer())
        const orderId = await buyer.placeOrder(variant)
        await crashed(orderId, 2)
        expect(await shown(orderId)).toMatchObject({ status: "processing" })
        getSandbox().setByReference(byReference)
        await reconcile(getContainer())
        expect(await shown(orderId)).toMatchObject({
          status: "awaiting_payment",
          next_action: { type: "qr" },
        })
        getSandbox().payments.pay(orderId)
        await reconcile(getContainer())
        expect((await readOrder(getContainer(), orderId)).payment_status).toBe(
          "captured"
        )
        expect(getSandbox().payments.list()).toHaveLength(1)
      }
    )

    /** A completion that fails after the gateway made its payment. @returns the references of both orders */
    async function rolledBack(): Promise<{ lost: string; cartId: string }> {
      const { id } = await buyer.checkout(variant)
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
      expect((await buyer.complete(id)).status).toBe(503)
      getSandbox().clearFaults()
      const [payment] = getSandbox().payments.list()
      return { lost: payment!.referenceId, cartId: id }
    }

    const makeOld = (minutes: number) =>
      sql(
        getContainer(),
        `update one2pays_payment set updated_at = now() - interval '${minutes} minutes'`
      )

    it("is ended at the gateway when its order was rolled back", async () => {
      const { lost } = await rolledBack()
      await makeOld(2)
      await reconcile(getContainer())
      expect(getSandbox().payments.get(lost)!.status).toBe("canceled")
      expect((await rowOf(lost)).state).toBe("canceled")
      expect(issues).toEqual([])
    })

    it("names cart and customer to a person when it was paid although its order was rolled back", async () => {
      const { lost, cartId } = await rolledBack()
      getSandbox().payments.pay(lost)
      await makeOld(2)
      await reconcile(getContainer())
      await until(
        () => issues,
        (seen) => seen.length > 0
      )
      expect(issues).toEqual([
        expect.objectContaining({
          issue: "order_rolled_back",
          reference_id: lost,
          amount: "250.00",
          detail: expect.stringContaining(cartId),
        }),
      ])
      expect(issues[0]!.detail).toContain("somchai@example.com")
      orderIdOf(await buyer.complete(cartId))
    })

    it("leaves alone what is being created right now", async () => {
      const orderId = await buyer.placeOrder(variant)
      await crashed(orderId, 0)
      expect(await callsOfRun()).toEqual({})
    })

    it("has failed ten minutes later when the gateway never got it", async () => {
      const orderId = await buyer.placeOrder(variant)
      getSandbox().reset()
      getSandbox().setWebhooks({ enabled: false })
      await crashed(orderId, 9)
      await reconcile(getContainer())
      expect(await shown(orderId)).toMatchObject({
        status: "processing",
        can_retry: false,
      })
      await crashed(orderId, 11)
      await reconcile(getContainer())
      expect(await shown(orderId)).toMatchObject({
        status: "failed",
        can_retry: true,
      })
      expect((await buyer.payAgain(orderId)).status).toBe(201)
    })

    it("settles money whose order did not become paid, because the process died before", async () => {
      const orderId = await buyer.placeOrder(variant)
      getSandbox().payments.pay(orderId)
      const { id } = await rowOf(orderId)
      await one2pays().payments.refresh((await one2pays().payments.find(id))!)
      expect((await readOrder(getContainer(), orderId)).payment_status).toBe(
        "awaiting"
      )
      getSandbox().resetCalls()
      await reconcile(getContainer())
      expect((await readOrder(getContainer(), orderId)).payment_status).toBe(
        "captured"
      )
      expect(getSandbox().callCounts()).toEqual({})
    })
  },
})
