import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import type { One2PaysModuleService } from "medusa-plugin-one2pays/modules/one2pays"
import type { Endpoint } from "medusa-plugin-one2pays/sandbox"
import { Admin } from "./admin"
import { Buyer } from "./buyer"
import { sql } from "./database"
import { listenToIssues, readFeed, untilNotice, type Attention } from "./issues"
import { lazily } from "./lazily"
import { endMaintenance } from "./maintenance"
import { medusaWithSandbox, type SuiteOptions } from "./medusa-with-sandbox"
import { readOrder, untilPaid } from "./order"
import { payOtherwise } from "./paid-otherwise"
import { endedAgo, paymentRow } from "./payment-rows"
import { PayoutDesk } from "./payout-desk"
import { proveUnit } from "./proved-unit"
import { callsOfRun, holdReconciliation, reconcile } from "./reconciliation"
import {
  createShop,
  createStockedVariant,
  createVariant,
  type Shop,
} from "./shop"
import { until } from "./until"

interface ShopOptions extends SuiteOptions {
  /** The price in THB of the variant that the shop sells; null when it sells nothing at first. */
  price?: number | null
  /** So many pieces are in stock, and have to be shipped. Without a number the variant is never out of stock. */
  pieces?: number
  /** The customer fills so many carts with it before the first test. */
  carts?: number
  /** Payment providers beside One2Pays and the manual one. */
  providers?: string[]
  /** Whether the unit of the account is proved before the first test, as in most shops. */
  provesUnit?: boolean
  /** Whether the gateway sends webhooks. Without them the shop learns of money when it reconciles. */
  webhooks?: boolean
}

/**
 * Opens a shop for the tests of a file: Medusa with the plugin, a gateway, something to sell, a customer and staff. The
 * spec may name all of it at once; it is there from `beforeAll` on. The gateway is as new before every test.
 */
export function openShop({
  price = 250,
  pieces,
  carts = 2,
  providers,
  provesUnit = true,
  webhooks = true,
  ...suite
}: ShopOptions = {}) {
  const medusa = medusaWithSandbox(suite)
  const { api, getContainer, sandbox } = medusa
  const variant = { id: "" }
  const issues: Attention[] = []
  const facts = {} as Shop
  const buyer = new Buyer(api, facts)
  const staff: { admin?: Admin; desk?: PayoutDesk } = {}

  /** Lets a helper that works on a container work on that of this shop. */
  const here =
    <Rest extends unknown[], Result>(
      act: (container: MedusaContainer, ...rest: Rest) => Result
    ) =>
    (...rest: Rest) =>
      act(getContainer(), ...rest)

  const shop = {
    ...medusa,
    /** The one thing that the shop sells. */
    variant,
    /** The customer's browser. */
    buyer,
    /** Somebody at the admin panel. */
    admin: lazily(() => staff.admin!),
    /** Two more, who pay out money. */
    desk: lazily(() => staff.desk!),
    /** The issues that were announced during the present test. */
    issues,
    untilIssues: (count = 1) =>
      until(
        () => issues,
        ({ length }) => length >= count
      ),
    resolve: ((key: string) =>
      getContainer().resolve(key)) as MedusaContainer["resolve"],
    /** The plugin's own service. */
    one2pays: lazily(() =>
      getContainer().resolve<One2PaysModuleService>("one2pays")
    ),
    sql: <Row = Record<string, unknown>>(
      statement: string,
      values?: readonly string[]
    ) => sql<Row>(getContainer(), statement, values),
    /** @returns the id of another variant at a price in THB */
    sell: (price: number) => createVariant(getContainer(), facts, price),
    /** Another variant, with so many pieces in stock. */
    stock: (price: number, pieces: number) =>
      createStockedVariant(getContainer(), facts, price, pieces),
    readOrder: here(readOrder),
    untilPaid: here(untilPaid),
    payOtherwise: here(payOtherwise),
    cancelOrder: (orderId: string) =>
      cancelOrderWorkflow(getContainer()).run({ input: { order_id: orderId } }),
    readFeed: here(readFeed),
    untilNotice: here(untilNotice),
    paymentRow: here(paymentRow),
    endedAgo: here(endedAgo),
    reconcile: here(reconcile),
    holdReconciliation: here(holdReconciliation),
    callsOfRun: () => callsOfRun(getContainer(), sandbox),
    /** The gateway does its work, and its answers get lost until its faults are cleared. */
    loseAnswers(...endpoints: Endpoint[]) {
      for (const endpoint of endpoints) {
        sandbox.addFault({ kind: "answer_lost", endpoint, times: Infinity })
      }
    },
    endMaintenance: () => endMaintenance(getContainer(), sandbox),
    /** The gateway forgets all that has happened. */
    resetGateway() {
      sandbox.reset()
      if (!webhooks) sandbox.setWebhooks({ enabled: false })
    },
    /** The payment of an order, as the storefront shows it. */
    shown: async (orderId: string) =>
      (await buyer.payment(orderId)).data.payment as Record<string, unknown>,
    /** An order whose payment has ended without money. */
    async placeExpired(): Promise<string> {
      const orderId = await buyer.placeOrder(variant)
      sandbox.payments.expire(orderId)
      await reconcile(getContainer())
      return orderId
    },
  }

  beforeAll(async () => {
    const container = getContainer()
    Object.assign(facts, await createShop(container, providers))
    if (price !== null) {
      variant.id =
        pieces === undefined
          ? await shop.sell(price)
          : (await shop.stock(price, pieces)).id
      await buyer.fillAhead(variant, carts)
    }
    staff.admin = await Admin.create(api, container)
    staff.desk = await PayoutDesk.open(api, container)
    if (provesUnit) await proveUnit(container)
    listenToIssues(container, issues)
  })

  beforeEach(() => {
    shop.resetGateway()
    issues.length = 0
  })

  return Object.assign(facts, shop)
}
