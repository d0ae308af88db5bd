import { randomUUID } from "node:crypto"
import type { Clock } from "../clock"
import type { Agenda } from "../records/agenda"
import { UnknownRecord } from "../records/record-errors"
import { Deliverer } from "./deliverer"
import type { Delivery } from "./delivery"
import type { SigningOptions } from "./signed-headers"
import type {
  PaymentSuccessEvent,
  WebhookShape,
  WithdrawEvents,
} from "./webhook-body"
import type { WebhookAnswer } from "./webhook-sender"

const MAX_DELIVERIES = 5_000
const MAX_COPIES = 20
/** Without a delay, shuffled webhooks are gathered for this long. */
const SHUFFLE_WINDOW_MS = 250

export interface WebhookConfig {
  urls?: string[]
  shape?: WebhookShape
  successEvents?: PaymentSuccessEvent[]
  withdrawEvents?: WithdrawEvents
  /** Extra copies of each webhook: 1 delivers everything twice. */
  duplicate?: number
  /** Milliseconds before every first attempt. */
  delayMs?: number
  /** Gathers the webhooks of `delayMs` (250 ms when 0) and delivers them one by one, the newest first. */
  shuffle?: boolean
  /** False loses every webhook. Each is kept as `skipped` and can be redelivered. */
  enabled?: boolean
  retryDelaysMs?: number[]
  /** False sends a webhook again with the time and signature of its first attempt. */
  signsRetries?: boolean
}

export interface SendOptions extends SigningOptions {
  /** Default the first webhook address. */
  url?: string
}

/** Without these, the shape of the webhooks decides. */
type ByShape = "successEvents" | "withdrawEvents"

interface WebhooksDeps {
  clock: Clock
  agenda: Agenda
  secret: string
  changed(): void
}

/** Delivers webhooks as One2Pays signs them: at least once, again after a failure, and on demand twice, late or out of order. */
export class Webhooks {
  private readonly deliverer: Deliverer
  private deliveries = new Map<string, Delivery>()
  private batch: Delivery[] = []

  constructor(
    private readonly deps: WebhooksDeps,
    public config: Required<Omit<WebhookConfig, ByShape>> &
      Pick<WebhookConfig, ByShape>
  ) {
    this.deliverer = new Deliverer({
      ...deps,
      retryDelaysMs: () => this.config.retryDelaysMs,
      signsRetries: () => this.config.signsRetries,
      isKept: ({ id }) => this.deliveries.has(id),
    })
  }

  configure(config: WebhookConfig): void {
    this.config = { ...this.config, ...config }
  }

  /** Queues one webhook for every address, and its copies. */
  emit(event: string, objectId: string, body: string): void {
    const copies = 1 + Math.min(this.config.duplicate, MAX_COPIES)
    for (const url of this.config.urls) {
      for (let copy = 0; copy < copies; copy++) {
        this.queue(event, objectId, body, url)
      }
    }
  }

  /** Newest last. */
  all(): Delivery[] {
    return [...this.deliveries.values()]
  }

  /** Delivers everything pending now, due or not, and waits until each delivery was tried once. */
  async flush(): Promise<void> {
    const pending = this.all().filter(
      (delivery) =>
        delivery.state === "pending" && !this.deliverer.isAttempting(delivery)
    )
    const batch = pending.filter((delivery) => this.batch.includes(delivery))
    const others = pending.filter((delivery) => !this.batch.includes(delivery))
    await Promise.all([
      this.deliverer.attemptInTurn(batch.reverse()),
      ...others.map((delivery) => this.deliverer.attempt(delivery)),
    ])
    await this.deliverer.settled()
  }

  /** Tries a delivery again now, whatever its state. @throws UnknownRecord */
  async redeliver(id: string): Promise<Delivery> {
    const delivery = this.deliveries.get(id)
    if (!delivery) {
      throw new UnknownRecord("delivery", id)
    }
    await this.deliverer.attempt(delivery)
    return delivery
  }

  /** Sends a body of the caller's own, once, outside the queue. @throws Error when there is no address or no answer. */
  send(
    body: object | string,
    options: SendOptions = {}
  ): Promise<WebhookAnswer> {
    const url = options.url ?? this.config.urls[0]
    if (url === undefined) {
      return Promise.reject(new Error("there is no webhook address"))
    }
    const text = typeof body === "string" ? body : JSON.stringify(body)
    return this.deliverer.post(url, text, options)
  }

  /** Delivers those again that were pending in the saved state, an attempt under way included: at least once. */
  restore(deliveries: Delivery[]): void {
    for (const delivery of deliveries) {
      this.deliveries.set(delivery.id, delivery)
      this.deliverer.schedule(delivery)
    }
  }

  clear(): void {
    this.deliveries = new Map()
    this.batch = []
  }

  stop(): void {
    this.deliverer.stop()
  }

  private queue(
    event: string,
    objectId: string,
    body: string,
    url: string
  ): void {
    const now = this.deps.clock.now()
    const delivery: Delivery = {
      id: randomUUID(),
      event,
      objectId,
      url,
      body,
      state: this.config.enabled ? "pending" : "skipped",
      attempts: [],
      createdAt: now,
      dueAt: now + this.config.delayMs,
    }
    this.deliveries.set(delivery.id, delivery)
    this.forgetOldest()
    if (this.config.shuffle) {
      this.joinBatch(delivery)
    } else {
      this.deliverer.schedule(delivery)
    }
  }

  private joinBatch(delivery: Delivery): void {
    const first = this.batch[0]
    this.batch.push(delivery)
    delivery.dueAt =
      first?.dueAt ??
      delivery.createdAt + (this.config.delayMs || SHUFFLE_WINDOW_MS)
    if (!first) {
      this.deps.agenda.at(delivery.dueAt, () =>
        this.deliverer.startInTurn(this.batch.splice(0).reverse())
      )
    }
  }

  private forgetOldest(): void {
    if (this.deliveries.size > MAX_DELIVERIES) {
      const oldest = this.deliveries.keys().next().value
      if (oldest !== undefined) {
        this.deliveries.delete(oldest)
      }
    }
  }
}
