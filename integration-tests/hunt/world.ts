import { Modules } from "@medusajs/framework/utils"
import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createCartCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import { checkWithdrawsWorkflow } from "medusa-plugin-one2pays/workflows"
import { PAYER, type Answer, type Cart } from "../setup/buyer"
import { letProbeTimePass } from "../setup/maintenance"
import type { openShop } from "../setup/open-shop"
import { orderActs, type OrderActs } from "../setup/order-acts"
import type { Shown } from "../setup/payout-desk"
import { Account, OPENING_BALANCE } from "./account"
import type { Fault } from "./fault"
import { followSubscribers, type Subscribers } from "./idle"
import { expectDone, found, Refusal, refusalOf } from "./refusal"
import { Staff, type By } from "./staff"

type OpenShop = ReturnType<typeof openShop>
type GatewayPayment = ReturnType<
  OpenShop["sandbox"]["payments"]["list"]
>[number]

/** What an issue's event says. */
export interface Announced {
  id: string
  issue: string
}

/** One of the events of a withdraw's life. */
export interface Heard {
  id: string
  name: string
}

const LIFE = [
  ...["waits_for_approval", "approved", "rejected"],
  ...["paid", "failed", "returned"],
]

/** A customer with a cart, and later an order. */
export interface Customer {
  cart?: Cart & { collectionId?: string }
  orderId?: string
}

export interface Checkout {
  /** How much of the cart a gift card pays. */
  gift: number
  pieces: number
  method: "promptpay" | "bank_transfer"
}

interface Collection {
  id: string
  status: string
  amount: number
}

const MINUTE_MS = 60_000

/** Columns that the database's clock writes, by table. Rows get older as the injected clock moves on. */
const AGING = {
  one2pays_payment:
    "created_at updated_at ended_at settled_at replaced_at closed_at cancel_requested_at busy_until look_at issue_raised_at",
  one2pays_withdraw:
    "created_at updated_at ended_at decided_at sent_at accepted_at returned_at busy_until look_at issue_raised_at",
  one2pays_webhook_event: "created_at updated_at claimed_until",
  one2pays_gateway_state:
    "checked_at balance_as_of reconcile_until reconciled_at",
}

/** The ways in which webhooks reach the shop. */
export const WEBHOOKS = {
  prompt: { enabled: true, duplicate: 0, delayMs: 0, shuffle: false },
  doubled: { enabled: true, duplicate: 1, delayMs: 0, shuffle: false },
  late: { enabled: true, duplicate: 0, delayMs: 90_000, shuffle: false },
  shuffled: { enabled: true, duplicate: 1, delayMs: 30_000, shuffle: true },
  lost: { enabled: false, duplicate: 0, delayMs: 0, shuffle: false },
} as const

/** A shop, its customers, its staff, the gateway and the time, as the acts of a sequence find them. */
export class World {
  readonly acts: OrderActs
  readonly staff: Staff
  readonly account: Account
  private readonly subscribers: Subscribers
  readonly announced: Announced[] = []
  readonly heard: Heard[] = []
  /** What must never be so, and only who met it knows, such as the answer 500 of an unknown error. */
  readonly met: Fault[] = []
  /** The payouts that somebody asked for. */
  readonly asked = new Set<string>()
  customers: Customer[] = []
  private readonly handedOver = new Set<string>()
  /** The time at which the sequence began, by the database. */
  startedAt = ""

  constructor(
    readonly shop: OpenShop,
    /** Sold at 100, for an exchange; the shop's own variant costs 250. */
    readonly cheapVariant: string
  ) {
    this.acts = orderActs(shop)
    this.staff = new Staff(shop)
    this.account = new Account(shop, this.staff)
    this.subscribers = followSubscribers(this.container)
    const bus = shop.resolve(Modules.EVENT_BUS)
    for (const subject of ["payment", "withdraw"]) {
      bus.subscribe(`one2pays.${subject}.needs_attention`, ({ data }) => {
        this.announced.push(data as Announced)
        return Promise.resolve()
      })
    }
    for (const name of LIFE) {
      bus.subscribe(`one2pays.withdraw.${name}`, ({ data }) => {
        this.heard.push({ id: (data as Announced).id, name })
        return Promise.resolve()
      })
    }
    const { interceptors } = shop.api as unknown as {
      interceptors: { response: { use(see: (answer: Seen) => Seen): void } }
    }
    interceptors.response.use((answer) => this.see(answer))
  }

  get container(): MedusaContainer {
    return this.shop.getContainer()
  }

  /** Begins another sequence: the gateway and the plugin know nothing, and Medusa's orders of before do not matter. */
  async begin(): Promise<void> {
    const { shop } = this
    shop.clock.reset()
    shop.resetGateway()
    shop.sandbox.setWebhooks(WEBHOOKS.prompt)
    this.customers = [{}, {}]
    this.announced.length = 0
    this.heard.length = 0
    this.met.length = 0
    this.asked.clear()
    await shop.sql(
      "truncate one2pays_payment, one2pays_withdraw, one2pays_withdraw_news, one2pays_webhook_event, one2pays_rate_limit"
    )
    await shop.sql(
      `update one2pays_gateway_state
          set checked_at = null, balance = null, balance_as_of = null, check_error = null, reconcile_cursor = null,
              maintenance_started_at = null, next_probe_at = null, maintenance_probes = 0`
    )
    await this.staff.begin()
    await this.account.begin()
    const [now] = await shop.sql<{ at: string }>("select now()::text as at")
    this.startedAt = now!.at
  }

  get orderIds(): string[] {
    return this.customers.flatMap(({ orderId }) => orderId ?? [])
  }

  /**
   * Lets somebody do something, and all that follows from it.
   *
   * @returns how it was refused; undefined when it was done
   */
  async attempt(act: () => Promise<unknown>): Promise<string | undefined> {
    const { account } = this
    const wasProved = await account.isUnitProved()
    const startedAt = this.shop.clock.now()
    const { result } = await this.shop.clock.skipPauses(async () => {
      const refusal = await act().then(() => undefined, refusalOf)
      await this.rest()
      return refusal
    })
    const more = account.requestsSince(startedAt)
    if (more > 0 && !wasProved && !(await account.isUnitProved())) {
      this.blame(
        "4-unit",
        `${more} requests left while the unit was not proved`
      )
    }
    return result
  }

  blame(kind: string, text: string): void {
    this.met.push({ kind, text })
  }

  /** Somebody decides about money. One who left decides about nothing. @throws Refusal */
  async decide(by: By, what: string, body: object = {}): Promise<void> {
    const answers = this.staff.answers(this.staff.idOf(by))
    expectDone(await this.staff.post(by, `/admin/one2pays/${what}`, body))
    if (!answers) {
      this.blame("4-ghost", `${by} did ${what}, and nobody answers for it`)
    }
  }

  /** Waits until the events and the webhooks that are due have had their effect. */
  rest(): Promise<void> {
    const { sandbox, clock } = this.shop
    return this.subscribers.untilIdle(() =>
      sandbox.webhooks
        .deliveries()
        .every(({ state, dueAt }) => state !== "pending" || dueAt > clock.now())
    )
  }

  /** The order of a customer, who places one first if need be. */
  async order(of: number): Promise<string> {
    return (
      this.customers[of]!.orderId ??
      this.checkOut(of, { gift: 0, pieces: 1, method: "promptpay" })
    )
  }

  /** The order of a customer, who places and pays one first if need be. */
  async paidOrder(of: number): Promise<string> {
    const orderId = await this.order(of)
    const { payments } = this.shop.sandbox
    const tries = payments
      .list()
      .filter(({ referenceId }) => isOf(referenceId, orderId))
    const open = tries.find(({ status }) => status === "processing")
    if (open && tries.every(({ status }) => status !== "succeeded")) {
      payments.pay(open.id)
      await this.rest()
    }
    return orderId
  }

  /** Goes on with the customer's checkout where it stands. */
  async checkOut(of: number, wanted: Checkout): Promise<string> {
    const customer = this.customers[of]!
    const { buyer, variant } = this.shop
    customer.cart ??= await this.fillCart(await buyer.fillCart(variant), wanted)
    const { cart } = customer
    cart.collectionId ??= await buyer.startPayment(cart.id)
    expectDone(
      await buyer.choosePayment(cart.collectionId, {
        payment_method: wanted.method,
        payer: PAYER,
      })
    )
    return this.complete(of)
  }

  async complete(of: number): Promise<string> {
    const customer = this.customers[of]!
    const answer = expectDone(
      await this.shop.buyer.complete(customer.cart?.id ?? "none")
    )
    if (answer.data.type !== "order") {
      throw new Refusal(JSON.stringify(answer.data.error))
    }
    customer.orderId = (answer.data.order as { id: string }).id
    return customer.orderId
  }

  private async fillCart(cart: Cart, { gift, pieces }: Checkout) {
    if (pieces > 1) await this.acts.setCartQuantity(cart.id, pieces)
    if (gift > 0) {
      // As Medusa's loyalty plugin does with a gift card.
      await createCartCreditLinesWorkflow(this.container).run({
        input: [
          {
            cart_id: cart.id,
            amount: gift,
            reference: "gift-card",
            reference_id: "gift_1",
            metadata: {},
          },
        ],
      })
    }
    return cart
  }

  /** What an order owes, and what it comes to, in THB as Medusa has it. */
  async owed(orderId: string): Promise<{ owed: number; total: number }> {
    const [row] = await this.shop.sql<{ owed: number; total: number }>(
      `select (totals ->> 'pending_difference')::float as owed, (totals ->> 'current_order_total')::float as total
         from order_summary where order_id = ? and deleted_at is null order by version desc limit 1`,
      [orderId]
    )
    return row!
  }

  /** The payment collections of an order, the newest first. */
  collections(orderId: string): Promise<Collection[]> {
    return this.shop.sql<Collection>(
      `select c.id, c.status, c.amount::float from payment_collection c
         join order_payment_collection link on link.payment_collection_id = c.id and link.deleted_at is null
        where link.order_id = ? order by c.created_at desc`,
      [orderId]
    )
  }

  /** Those that are not full. Staff ask for another payment if need be. */
  async openCollections(orderId: string): Promise<Collection[]> {
    const list = async () =>
      (await this.collections(orderId)).filter(
        ({ status }) => status !== "completed"
      )
    if ((await list()).length === 0) {
      await this.acts.requestPayment(orderId, 100)
    }
    return list()
  }

  /** The payment sessions of an order, the newest first. */
  sessions(orderId: string): Promise<{ id: string }[]> {
    return this.shop.sql<{ id: string }>(
      `select s.id from payment_session s
         join order_payment_collection link on link.payment_collection_id = s.payment_collection_id
        where link.order_id = ? and link.deleted_at is null and s.deleted_at is null order by s.created_at desc`,
      [orderId]
    )
  }

  /** Medusa takes back only what was handed over. */
  async handOver(orderId: string): Promise<void> {
    if (this.handedOver.has(orderId)) return
    this.handedOver.add(orderId)
    await this.acts.fulfill(orderId)
  }

  /** A payment that the gateway has of an order, the newest first. */
  payment(orderId: string, nth: number): GatewayPayment {
    const payments = this.shop.sandbox.payments
      .list()
      .filter(({ referenceId }) => isOf(referenceId, orderId))
      .reverse()
    return found(payments, nth)
  }

  /** A withdraw that waits for approval, the newest first. Somebody asks for one if need be. */
  async waiting(nth: number): Promise<Shown> {
    const list = () => this.shop.desk.list("state=requires_approval")
    const { withdraws } = await list()
    if (withdraws.length > 0) return found(withdraws, nth)
    return this.payOut("1000.01")
  }

  /** A withdraw of the plugin's, the newest first. Somebody asks for one if need be. */
  async withdraw(nth: number): Promise<Shown> {
    const { withdraws } = await this.shop.desk.list("limit=20")
    return withdraws.length > 0 ? found(withdraws, nth) : this.payOut("100.00")
  }

  /** A withdraw that the gateway has in one of these states, the newest first. One leaves if need be. @returns its id */
  async left(states: readonly string[], nth: number): Promise<string> {
    const { sandbox, desk } = this.shop
    const list = () =>
      sandbox.withdraws
        .list()
        .filter(({ status }) => states.includes(status))
        .reverse()
    if (list().length === 0) {
      const { reference_id } = await this.payOut("100.00")
      await desk.send()
      const made = sandbox.withdraws.get(reference_id)
      if (made && !states.includes(made.status)) {
        sandbox.withdraws.settle(made.id, "paid")
        await this.rest()
      }
    }
    return found(list(), nth).id
  }

  /** Sees to it that there is a withdraw which may leave. */
  async sendable(): Promise<void> {
    const { count } = await this.shop.desk.list("state=approved")
    if (count === 0) await this.payOut("100.00")
  }

  /** A refund that the bank did not pay, the newest first. One fails if need be. */
  async returned(nth: number): Promise<Shown> {
    const { desk, sandbox } = this.shop
    const list = async () => {
      const { withdraws } = await desk.list("limit=20")
      return withdraws.filter(({ can_pay_back }) => can_pay_back)
    }
    if ((await list()).length === 0) {
      await this.acts.refund(await this.paidOrder(0), 100)
      await desk.letTimePass()
      await desk.send()
      const open = sandbox.withdraws
        .list()
        .filter(({ status }) => ["pending", "processing"].includes(status))
      sandbox.withdraws.settle(found(open.reverse(), 0).id, "failed")
      await this.rest()
      await checkWithdrawsWorkflow(this.container).run()
      await this.rest()
    }
    return found(await list(), nth)
  }

  private async payOut(amount: string): Promise<Shown> {
    const { staff, shop } = this
    const answer = expectDone(
      await staff.post("maker", "/admin/one2pays/withdraws", {
        ...shop.desk.payout({ amount }),
        confirm_duplicates: "Two invoices",
      })
    )
    const withdraw = answer.data.withdraw as Shown
    this.asked.add(withdraw.id)
    return withdraw
  }

  /** Time passes, for Medusa, the plugin, the database and the gateway. */
  async pass(minutes: number): Promise<void> {
    const { shop } = this
    for (const [table, columns] of Object.entries(AGING)) {
      await shop.sql(
        `update ${table} set ${columns
          .split(" ")
          .map(
            (column) => `${column} = ${column} - interval '${minutes} minutes'`
          )
          .join()}`
      )
    }
    for (const orderId of this.orderIds) {
      await shop.sql(
        `update "order" set created_at = created_at - interval '${minutes} minutes' where id = ?`,
        [orderId]
      )
    }
    shop.clock.advance(minutes * MINUTE_MS)
    // What is due at the gateway by then.
    shop.sandbox.payments.list()
  }

  /** The minutes until the last look at a paid withdraw that is planned now. */
  async untilLook(): Promise<number> {
    const [row] = await this.shop.sql<{ minutes: number }>(
      `select coalesce(ceil(extract(epoch from max(look_at) - now()) / 60), 0)::int as minutes
         from one2pays_withdraw where state = 'paid'`
    )
    return Math.max(row!.minutes, 0)
  }

  /**
   * The process dies as soon as an act has written what it writes, and starts anew: nobody hears of the events of the act,
   * and all that the plugin had in memory is gone. Medusa itself goes on, since it takes too long to start.
   */
  async restartAfter(act: () => Promise<unknown>): Promise<void> {
    const [outcome] = await Promise.allSettled([
      this.subscribers.whileDeaf(act),
    ])
    const { container } = this
    const { modules } = container.resolve("configModule") as unknown as {
      modules: Record<string, { options: Record<string, unknown> }>
    }
    const died = container.resolve<Restartable>("one2pays")
    container.register(
      "one2pays",
      asValue(
        new died.constructor(died.__container__, modules.one2pays!.options)
      )
    )
    if (outcome.status === "rejected") throw outcome.reason
  }

  /** All jobs of a minute, as their schedules start them. */
  async runJobs(): Promise<void> {
    const { shop } = this
    await shop.one2pays.connection.probe()
    await shop.desk.send()
    await checkWithdrawsWorkflow(this.container).run()
    await shop.reconcile()
    await this.rest()
  }

  async minute(): Promise<void> {
    await this.pass(1)
    await this.rest()
    await this.runJobs()
  }

  /** The gateway and the banks work as they should from now on. */
  async heal(): Promise<void> {
    const { sandbox } = this.shop
    sandbox.clearFaults()
    sandbox.setMaintenance(false)
    sandbox.setWebhooks(WEBHOOKS.prompt)
    sandbox.withdraws.setStep(1000)
    for (const { id, status } of sandbox.withdraws.list()) {
      if (["pending", "processing"].includes(status)) {
        sandbox.withdraws.settle(id, "paid")
      }
    }
    await letProbeTimePass(this.container)
  }

  /**
   * The merchant sees to all that money waits for: funds, the unit, the key, and somebody who approves.
   *
   * @returns the withdraws that nobody may approve
   */
  async mend(): Promise<string[]> {
    const { account, staff, shop } = this
    shop.sandbox.payments.setQrAmount("exact")
    shop.sandbox.withdraws.setOutcome("paid")
    account.setWallet(OPENING_BALANCE)
    await account.findKey()
    await staff.comeBack()
    if (!(await account.isUnitProved())) {
      expectDone(await account.proveUnit("staff"))
    }
    const stuck: string[] = []
    const { withdraws } = await shop.desk.list("state=requires_approval")
    for (const { id } of withdraws) {
      const path = `/admin/one2pays/withdraws/${id}/approve`
      const answers = [
        await staff.post("checker", path),
        await staff.post("maker", path),
      ]
      if (answers.every(({ status }) => status === 403)) stuck.push(id)
    }
    return stuck
  }

  private see(answer: Seen): Seen {
    const { status, data, config } = answer
    const code = (data as { code?: string } | null)?.code ?? ""
    if (status >= 500 && !code.startsWith("one2pays_")) {
      this.blame(
        "0-crash",
        `${config.method} ${config.url}: ${status} ${JSON.stringify(data)}`
      )
    }
    return answer
  }
}

/** A module's service, as far as another one of its kind needs it. */
interface Restartable {
  __container__: object
  constructor: new (container: object, options: object) => unknown
}

type Seen = Answer & { config: { method: string; url: string } }

/** Whether a reference is that of an order's payment. */
export const isOf = (reference: string, orderId: string): boolean =>
  reference === orderId || reference.startsWith(`${orderId}.`)
