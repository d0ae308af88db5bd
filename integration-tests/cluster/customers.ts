import axios from "axios"
import type { startSandbox } from "medusa-plugin-one2pays/sandbox"
import { Buyer, type Answer, type Cart } from "../setup/buyer"
import { until } from "../setup/until"
import type { OrderActs } from "../setup/order-acts"
import type { Plan } from "./fates"
import type { OpenShop } from "./instance"
import { staffAt } from "./staff"

type Sandbox = Awaited<ReturnType<typeof startSandbox>>

interface ShownPayment {
  status: string
  reference_id: string
  can_retry: boolean
}

/** Only ends a test that hangs. */
export const PATIENCE_MS = 600_000

/** Between two tries of one customer, and between the placed order and the money. */
const UP_TO_MS = 300

/** Webhooks come when they come: while others are under way, and in any order. */
const DELIVERED_WITHIN_MS = 1500

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The customers of a shop with several instances, and what the gateway tells the shop about them. */
export class Customers {
  /** Of the orders, by what became of them. */
  readonly placed = new Map<string, Plan>()
  /** How often which answer kept a customer waiting. */
  readonly refusals: Record<string, number> = {}
  /** How the webhooks were answered. */
  readonly webhooks: Record<string, number> = {}
  /** When those completions were asked for that an instance died under. */
  readonly cutOff: number[] = []

  private readonly underWay = new Set<Promise<unknown>>()
  private pause: Promise<void> | undefined

  private readonly staff: OrderActs

  constructor(
    private readonly urls: string[],
    private readonly open: OpenShop,
    private readonly sandbox: Sandbox,
    /** Of an instance that nobody kills. */
    steady = urls[0]!
  ) {
    this.staff = staffAt(steady, open, (send) => this.ask(send))
  }

  /** Fills a cart and completes it. @returns false when the instance died under it: the customer comes back later */
  async order(plan: Plan, cart?: Cart): Promise<Cart | "placed"> {
    const buyer = this.buyer(plan.random)
    const filled = cart ?? (await this.fill(buyer, plan))
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const askedAt = Date.now()
      const answer = await orNull(buyer.complete(filled.id))
      if (!answer) this.cutOff.push(askedAt)
      if (answer?.status === 200 && answer.data.type === "order") {
        this.placed.set((answer.data.order as { id: string }).id, plan)
        return "placed"
      }
      this.refused("complete", answer)
      if (!answer && !cart) {
        return filled
      }
      if (Date.now() > deadline) {
        throw new Error(`not placed: ${JSON.stringify(answer?.data)}`)
      }
      await sleep(plan.random() * UP_TO_MS)
    }
  }

  /** Everything after the order is placed: the customer's money, or not, and the webhooks of it. */
  async after(orderId: string): Promise<void> {
    const plan = this.placed.get(orderId)!
    const first = await this.untilPayable(orderId, plan)
    await sleep(plan.random() * UP_TO_MS)
    const { payments } = this.sandbox
    switch (plan.fate) {
      case "waiting":
        return
      case "paid":
        payments.pay(first)
        return this.deliver(first, plan)
      case "wrong_amount":
        payments.pay(first, { amount: "1.00" })
        return this.deliver(first, plan)
      case "failed":
        payments.fail(first)
        return this.deliver(first, plan)
      case "canceled":
        payments.cancel(first)
        return this.deliver(first, plan)
      case "expired":
        payments.expire(first)
        return this.deliver(first, plan)
      case "late":
        payments.expire(first)
        await sleep(plan.random() * UP_TO_MS)
        payments.pay(first)
        return this.deliverUntilTaken(first, plan)
      case "second_try": {
        payments.expire(first)
        payments.pay(await this.tryAgain(orderId, first, plan))
        return this.deliver(first, plan)
      }
      case "both_tries": {
        payments.expire(first)
        const second = await this.tryAgain(orderId, first, plan)
        payments.pay(first)
        payments.pay(second)
        await this.deliver(second, plan)
        return this.deliverUntilTaken(first, plan)
      }
      case "credited": {
        await this.staff.credit(orderId, 0.25)
        return this.payAfterChange(orderId, first, plan)
      }
      case "edited": {
        await this.staff.edit(orderId, 2)
        return this.payAfterChange(orderId, first, plan)
      }
      case "exchanged": {
        payments.pay(first)
        await this.deliverUntilTaken(first, plan)
        await this.untilShown(orderId, plan, "paid")
        await this.staff.fulfill(orderId)
        // Two of the dearest are more than one of any.
        const dearest = this.open.variants.at(-1)!
        await this.staff.exchange(orderId, dearest, { instead: 2 })
        return this.payAfterChange(orderId, first, plan)
      }
      case "paid_otherwise": {
        const { requestedThb } = payments.get(first)!
        const collection = await this.staff.requestPayment(
          orderId,
          Number(requestedThb)
        )
        await this.staff.markAsPaid(orderId, collection)
        return
      }
      default:
        plan.fate satisfies never
    }
  }

  /** Pays what the order asks for since staff have changed it. */
  private async payAfterChange(
    orderId: string,
    first: string,
    plan: Plan
  ): Promise<void> {
    const next = await this.tryAgain(orderId, first, plan)
    this.sandbox.payments.pay(next)
    await this.deliver(next, plan)
  }

  private async untilShown(
    orderId: string,
    { random }: Plan,
    wanted: string
  ): Promise<void> {
    await until(
      () => this.shown(orderId, random),
      ({ status }) => status === wanted,
      PATIENCE_MS,
      200
    )
  }

  /** The payment of an order, as its customer sees it. */
  async shown(orderId: string, random: () => number): Promise<ShownPayment> {
    return until(
      async () => {
        const answer = await orNull(this.buyer(random).payment(orderId))
        return answer?.data.payment as ShownPayment | undefined
      },
      (payment) => payment !== undefined,
      PATIENCE_MS
    ) as Promise<ShownPayment>
  }

  /** Does something while no customer, and no webhook, is at an instance; they go on afterwards. */
  async whileNobodyAsks<T>(work: () => Promise<T>): Promise<T> {
    let end = () => {}
    this.pause = new Promise((resolve) => {
      end = resolve
    })
    try {
      await Promise.all(this.underWay)
      return await work()
    } finally {
      this.pause = undefined
      end()
    }
  }

  private async ask<T>(send: () => Promise<T>): Promise<T> {
    while (this.pause) await this.pause
    const answer = send()
    const over = orNull(answer).finally(() => this.underWay.delete(over))
    this.underWay.add(over)
    return answer
  }

  private async fill(buyer: Buyer, { random }: Plan): Promise<Cart> {
    const { variants } = this.open
    const variant = variants[Math.floor(random() * variants.length)]!
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      try {
        return await buyer.checkout(variant)
      } catch (error) {
        // The instance was killed, and half a cart is left behind.
        this.refused("checkout", null)
        if (Date.now() > deadline) {
          throw error
        }
        await sleep(200)
      }
    }
  }

  /** Waits until the order can be paid, asking for another payment where the first came to nothing. @returns the reference */
  async untilPayable(
    orderId: string,
    { random }: Pick<Plan, "random">,
    not?: string
  ): Promise<string> {
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const payment = await this.shown(orderId, random)
      if (
        payment.status === "awaiting_payment" &&
        payment.reference_id !== not
      ) {
        return payment.reference_id
      }
      if (payment.can_retry || payment.reference_id === not) {
        const answer = await orNull(
          this.buyer(random).post(`/store/one2pays/orders/${orderId}/payments`)
        )
        if (answer?.status !== 201) {
          this.refused("try again", answer)
        }
      }
      if (Date.now() > deadline) {
        throw new Error(`not payable: ${JSON.stringify(payment)}`)
      }
      await sleep(50 + random() * UP_TO_MS)
    }
  }

  private tryAgain(orderId: string, first: string, plan: Plan) {
    return this.untilPayable(orderId, plan, first)
  }

  /** Sends each webhook of a payment none to three times, in any order, to any instance. */
  private async deliver(reference: string, { random }: Plan): Promise<void> {
    await Promise.all(
      this.bodies(reference).flatMap((body) =>
        Array.from({ length: Math.floor(random() * 4) }, async () => {
          await sleep(random() * DELIVERED_WITHIN_MS)
          await this.send(body, random)
        })
      )
    )
  }

  /** Money after the end is news that only the webhook brings, and the gateway sends it again until it is taken. */
  private async deliverUntilTaken(
    reference: string,
    plan: Plan
  ): Promise<void> {
    await this.deliver(reference, plan)
    const last = this.bodies(reference).at(-1)!
    await until(
      async () => {
        const status = await this.send(last, plan.random)
        if (status !== 200) {
          await sleep(200)
        }
        return status
      },
      (status) => status === 200,
      PATIENCE_MS
    )
  }

  private bodies(reference: string): string[] {
    const { id } = this.sandbox.payments.get(reference)!
    return this.sandbox.webhooks
      .deliveries()
      .filter(({ objectId }) => objectId === id)
      .map(({ body }) => body)
  }

  private async send(
    body: string,
    random: () => number
  ): Promise<number | null> {
    const url = `${this.anyUrl(random)}/hooks/one2pays`
    const answer = await orNull(
      this.ask(() => this.sandbox.webhooks.send(body, { url }))
    )
    const said = answer
      ? `${answer.status} ${(JSON.parse(answer.body) as { outcome: string }).outcome}`
      : "no answer"
    this.webhooks[said] = (this.webhooks[said] ?? 0) + 1
    return answer?.status ?? null
  }

  private refused(what: string, answer: Answer | null): void {
    const { code, message, error } = (answer?.data ?? {}) as {
      code?: string
      message?: string
      error?: { message?: string }
    }
    const why = answer
      ? `${answer.status} ${code ?? message ?? error?.message ?? ""}`
      : "no answer"
    const key = `${what}: ${why.replace(/cart_\w+|payses_\w+/g, "…")}`
    this.refusals[key] = (this.refusals[key] ?? 0) + 1
  }

  /** Somebody whom a load balancer sends to any instance, each time anew. */
  buyer(random: () => number): Buyer {
    const api = {
      get: (path: string, config?: object) =>
        this.ask(() =>
          axios.get<Record<string, unknown>>(
            `${this.anyUrl(random)}${path}`,
            config
          )
        ),
      post: (path: string, body?: unknown, config?: object) =>
        this.ask(() =>
          axios.post<Record<string, unknown>>(
            `${this.anyUrl(random)}${path}`,
            body,
            config
          )
        ),
    }
    return new Buyer(api as never, this.open.shop)
  }

  private anyUrl(random: () => number): string {
    return this.urls[Math.floor(random() * this.urls.length)]!
  }
}

/** Null when there was no answer. */
const orNull = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch(() => null)
