import { randomUUID } from "node:crypto"
import type { Agenda } from "../records/agenda"
import type { Clock } from "../options"
import { WebhookSender, type WebhookAnswer } from "./post-webhook"
import { sign } from "../wire/signature"
import { UnknownRecord } from "../wire/state-conflict"
import type { PaymentSuccessEvent, WebhookShape } from "./webhook-body"

const MAX_DELIVERIES = 5_000
const MAX_COPIES = 20
/** How long shuffled webhooks are gathered when no delay is set. */
const SHUFFLE_WINDOW_MS = 250
const MAX_KEPT_ANSWER = 500

export interface WebhookConfig {
  urls?: string[]
  shape?: WebhookShape
  successEvents?: PaymentSuccessEvent[]
  /** Extra times that each webhook is delivered: 1 delivers everything twice. */
  duplicate?: number
  /** Every first attempt waits this long, milliseconds. */
  delayMs?: number
  /** Gathers the webhooks of `delayMs` (250 ms when 0) and delivers them one by one, the newest first. */
  shuffle?: boolean
  /** False loses every webhook; it is kept as `skipped` and can be redelivered. */
  enabled?: boolean
  retryDelaysMs?: number[]
}

export type DeliveryState = "pending" | "delivered" | "failed" | "skipped"

export interface DeliveryAttempt {
  /** Unix milliseconds. */
  at: number
  /** HTTP status, null when no answer came. */
  status: number | null
  /** The beginning of the answer, or why there was none. */
  answer: string
}

/** One webhook to one address. */
export interface Delivery {
  id: string
  event: string
  /** Payment or withdraw. */
  objectId: string
  url: string
  body: string
  state: DeliveryState
  attempts: DeliveryAttempt[]
  createdAt: number
  /** When a pending one is due, Unix milliseconds. */
  dueAt: number
}

export interface WebhooksDeps {
  clock: Clock
  agenda: Agenda
  secret: string
  changed(): void
}

export interface SendOptions {
  /** Instead of the true signature; empty leaves the header out. */
  signature?: string
  /** Unix milliseconds in the header and in the signed text. Default now. */
  timestamp?: number
  secret?: string
  /** Default the first webhook address. */
  url?: string
}

/** Delivers webhooks as One2Pays signs them: at least once, again after a failure, and on demand twice, late or out of order. */
export class Webhooks {
  private readonly sender = new WebhookSender()
  private deliveries = new Map<string, Delivery>()
  private readonly underWay = new Set<Promise<unknown>>()
  private readonly attempting = new Set<string>()
  private batch: Delivery[] = []
  private stopped = false

  constructor(
    private readonly deps: WebhooksDeps,
    public config: Required<Omit<WebhookConfig, "successEvents">> &
      Pick<WebhookConfig, "successEvents">
  ) {}

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

  /** Delivers all that is pending now, due or not, and waits until each has been tried once. */
  async flush(): Promise<void> {
    const pending = this.pending()
    const batch = pending.filter((delivery) => this.batch.includes(delivery))
    const others = pending.filter((delivery) => !this.batch.includes(delivery))
    await Promise.all([
      this.attemptInTurn(batch.reverse()),
      ...others.map((delivery) => this.attempt(delivery)),
    ])
    await Promise.all(this.underWay)
  }

  /** Tries one again now, whatever became of it before. @throws UnknownRecord */
  async redeliver(id: string): Promise<Delivery> {
    const delivery = this.deliveries.get(id)
    if (!delivery) {
      throw new UnknownRecord("delivery", id)
    }
    await this.attempt(delivery)
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
    const headers = this.signedHeaders(text, options)
    return this.sender.post(url, headers, text)
  }

  /** Those that were pending when the state was saved, an attempt under way included, are delivered again: at least once. */
  restore(deliveries: Delivery[]): void {
    for (const delivery of deliveries) {
      this.deliveries.set(delivery.id, delivery)
      this.schedule(delivery)
    }
  }

  clear(): void {
    this.deliveries = new Map()
    this.batch = []
  }

  stop(): void {
    this.stopped = true
    this.sender.close()
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
      this.schedule(delivery)
    }
  }

  private schedule(delivery: Delivery): void {
    if (delivery.state !== "pending") {
      return
    }
    if (delivery.dueAt <= this.deps.clock.now()) {
      // After the answer to the request that caused it has been written.
      setImmediate(() => this.attemptIfDue(delivery))
    } else {
      this.deps.agenda.at(delivery.dueAt, () => this.attemptIfDue(delivery))
    }
  }

  private joinBatch(delivery: Delivery): void {
    const first = this.batch[0]
    this.batch.push(delivery)
    delivery.dueAt =
      first?.dueAt ??
      delivery.createdAt + (this.config.delayMs || SHUFFLE_WINDOW_MS)
    if (!first) {
      this.deps.agenda.at(delivery.dueAt, () => {
        const batch = this.batch.splice(0).reverse()
        this.track(this.attemptInTurn(batch))
      })
    }
  }

  private attemptIfDue(delivery: Delivery): void {
    const due = delivery.dueAt <= this.deps.clock.now()
    if (
      delivery.state === "pending" &&
      due &&
      !this.attempting.has(delivery.id)
    ) {
      this.track(this.attempt(delivery))
    }
  }

  private async attemptInTurn(deliveries: Delivery[]): Promise<void> {
    for (const delivery of deliveries) {
      // A flush may have been faster.
      if (delivery.state === "pending" && delivery.attempts.length === 0) {
        await this.attempt(delivery)
      }
    }
  }

  private async attempt(delivery: Delivery): Promise<void> {
    if (this.stopped || !this.deliveries.has(delivery.id)) {
      return
    }
    this.attempting.add(delivery.id)
    const at = this.deps.clock.now()
    try {
      const { status, body } = await this.sender.post(
        delivery.url,
        this.signedHeaders(delivery.body, {}),
        delivery.body
      )
      this.note(delivery, {
        at,
        status,
        answer: body.slice(0, MAX_KEPT_ANSWER),
      })
    } catch (error) {
      this.noteSilence(delivery, at, error)
    } finally {
      this.attempting.delete(delivery.id)
    }
  }

  private note(delivery: Delivery, attempt: DeliveryAttempt): void {
    delivery.attempts.push(attempt)
    const { status } = attempt
    if (status !== null && status >= 200 && status < 300) {
      delivery.state = "delivered"
    } else if (delivery.state !== "delivered") {
      this.retry(delivery)
    }
    this.deps.changed()
  }

  private noteSilence(delivery: Delivery, at: number, error: unknown): void {
    // An attempt that our own shutdown broke off is no failure of the receiver's.
    if (!this.stopped) {
      const answer = error instanceof Error ? error.message : String(error)
      this.note(delivery, { at, status: null, answer })
    }
  }

  private retry(delivery: Delivery): void {
    const delay = this.config.retryDelaysMs[delivery.attempts.length - 1]
    if (delay === undefined) {
      delivery.state = "failed"
      return
    }
    delivery.state = "pending"
    delivery.dueAt = this.deps.clock.now() + delay
    this.deps.agenda.at(delivery.dueAt, () => this.attemptIfDue(delivery))
  }

  /** Fresh at every attempt: a retry signed with the first attempt's time would be refused as too old. */
  private signedHeaders(
    body: string,
    { signature, timestamp, secret }: SendOptions
  ): Record<string, string> {
    const at = String(timestamp ?? this.deps.clock.now())
    const signed = signature ?? sign(secret ?? this.deps.secret, at, body)
    return {
      "x-webhook-timestamp": at,
      ...(signed === "" ? {} : { "x-webhook-signature": signed }),
    }
  }

  private pending(): Delivery[] {
    return this.all().filter(
      ({ id, state }) => state === "pending" && !this.attempting.has(id)
    )
  }

  private forgetOldest(): void {
    if (this.deliveries.size > MAX_DELIVERIES) {
      const oldest = this.deliveries.keys().next().value
      if (oldest !== undefined) {
        this.deliveries.delete(oldest)
      }
    }
  }

  private track(work: Promise<unknown>): void {
    this.underWay.add(work)
    void work.finally(() => this.underWay.delete(work))
  }
}
