import type { Clock } from "../clock"
import type { Agenda } from "../records/agenda"
import type { Delivery, DeliveryAttempt } from "./delivery"
import { signedHeaders, type SigningOptions } from "./signed-headers"
import { WebhookSender, type WebhookAnswer } from "./webhook-sender"

const MAX_KEPT_ANSWER = 500

interface DelivererDeps {
  clock: Clock
  agenda: Agenda
  secret: string
  /** Milliseconds before each retry. */
  retryDelaysMs(): number[]
  signsRetries(): boolean
  /** False for a delivery that was deleted meanwhile. */
  isKept(delivery: Delivery): boolean
  changed(): void
}

/** Delivers one webhook at a time to its address: signs, posts, notes the answer, and tries again after a failure. */
export class Deliverer {
  private readonly sender = new WebhookSender()
  private readonly underWay = new Set<Promise<unknown>>()
  private readonly attempting = new Set<string>()
  private stopped = false

  constructor(private readonly deps: DelivererDeps) {}

  /** Delivers a pending webhook once it is due. */
  schedule(delivery: Delivery): void {
    if (delivery.state !== "pending") {
      return
    }
    if (delivery.dueAt <= this.deps.clock.now()) {
      // The answer to the request that caused the webhook is written first.
      setImmediate(() => this.attemptIfDue(delivery))
    } else {
      this.deps.agenda.at(delivery.dueAt, () => this.attemptIfDue(delivery))
    }
  }

  /** Starts `attemptInTurn` without waiting for it. */
  startInTurn(deliveries: Delivery[]): void {
    this.track(this.attemptInTurn(deliveries))
  }

  /** Tries new deliveries one after the other. */
  async attemptInTurn(deliveries: Delivery[]): Promise<void> {
    for (const delivery of deliveries) {
      // A flush may have been faster.
      if (delivery.state === "pending" && delivery.attempts.length === 0) {
        await this.attempt(delivery)
      }
    }
  }

  /** Tries a delivery now, whatever its state. */
  async attempt(delivery: Delivery): Promise<void> {
    if (this.stopped || !this.deps.isKept(delivery)) {
      return
    }
    this.attempting.add(delivery.id)
    const at = this.deps.clock.now()
    try {
      // A retry is signed anew by default: a receiver would refuse the first attempt's time as too old.
      const first = this.deps.signsRetries() ? undefined : delivery.attempts[0]
      const { status, body } = await this.post(delivery.url, delivery.body, {
        timestamp: first?.at ?? at,
      })
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

  isAttempting({ id }: Delivery): boolean {
    return this.attempting.has(id)
  }

  /** Waits for the attempts under way. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay)
  }

  /** Signs and posts a body once. @throws Error when no answer came. */
  post(
    url: string,
    body: string,
    options?: SigningOptions
  ): Promise<WebhookAnswer> {
    const { clock, secret } = this.deps
    const defaults = { secret, timestamp: clock.now() }
    return this.sender.post(url, signedHeaders(body, defaults, options), body)
  }

  stop(): void {
    this.stopped = true
    this.sender.close()
  }

  private attemptIfDue(delivery: Delivery): void {
    const due = delivery.dueAt <= this.deps.clock.now()
    if (delivery.state === "pending" && due && !this.isAttempting(delivery)) {
      this.track(this.attempt(delivery))
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
    // Our own shutdown breaks an attempt off, which is no failure of the receiver's.
    if (!this.stopped) {
      const answer = error instanceof Error ? error.message : String(error)
      this.note(delivery, { at, status: null, answer })
    }
  }

  private retry(delivery: Delivery): void {
    const delay = this.deps.retryDelaysMs()[delivery.attempts.length - 1]
    if (delay === undefined) {
      delivery.state = "failed"
      return
    }
    delivery.state = "pending"
    delivery.dueAt = this.deps.clock.now() + delay
    this.deps.agenda.at(delivery.dueAt, () => this.attemptIfDue(delivery))
  }

  private track(work: Promise<unknown>): void {
    this.underWay.add(work)
    void work.finally(() => this.underWay.delete(work))
  }
}
