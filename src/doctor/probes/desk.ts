import { randomUUID } from "node:crypto"
import {
  type JsonObject,
  type Exchange,
  idOf,
  objectOf,
  isRefusal,
  codeOf,
  itemsOf,
  textOf,
  type Question,
} from "../exchange"
import { finding } from "../finding"
import type { CheckPayer } from "../settings"
import type { Visit } from "../visit"
import { Stop } from "../wire"

/** The shortest time that the gateway takes. */
export const EXPIRES_IN_MINUTES = 5
/** For canceling after the time of the check is over. */
const CLEANUP_MS = 8_000
const LONGEST_WAIT_MS = 5_000

export interface Made {
  body: JsonObject
  exchange: Exchange
  payment: JsonObject
  id: string
  amount: string
}

type Ask = (question: Question) => Promise<Exchange>

/** Creates payments, and remembers which of them are not canceled yet. */
export class Desk {
  private readonly open = new Set<string>()
  private readonly references: string[] = []
  /** A create was answered with neither an id nor a refusal, so that its payment may be open. */
  private isOneLost = false

  constructor(
    readonly visit: Visit,
    private readonly payer: CheckPayer
  ) {
    this.renewReference()
  }

  /** A gateway may keep the reference of a request that it refused. */
  renewReference(): void {
    this.references.unshift(`one2pays-doctor-${randomUUID().slice(0, 13)}`)
  }

  /** A body under the reference of this check. */
  body(amount: string, idempotencyKey: string): JsonObject {
    return {
      amount,
      currency: "THB",
      referenceId: this.references[0],
      paymentMethod: "promptpay",
      customerBankAccountName: this.payer.account_name,
      customerBankAccountNumber: this.payer.account_number,
      customerBankCode: this.payer.bank_code,
      description: "One2Pays doctor",
      idempotencyKey,
      expiresInMinutes: EXPIRES_IN_MINUTES,
    }
  }

  async create(body: JsonObject): Promise<Exchange> {
    const exchange = await this.ask({
      ...{ name: "payments.create", path: "/payments", body },
      method: "POST",
    })
    const id = idOf(objectOf(exchange))
    if (id !== undefined) {
      this.open.add(id)
    } else if (!isRefusal(exchange)) {
      this.isOneLost = true
    }
    return exchange
  }

  read(id: string, ask: Ask = this.ask): Promise<Exchange> {
    return ask({
      ...{ name: "payments.retrieve", method: "GET" },
      path: `/payments/${encodeURIComponent(id)}`,
    })
  }

  askToCancel(id: string, ask: Ask = this.ask): Promise<Exchange> {
    return ask({
      ...{ name: "payments.cancel", method: "POST" },
      path: `/payments/${encodeURIComponent(id)}/cancel`,
    })
  }

  /**
   * Cancels a payment. An answer that does not show it canceled proves nothing, whatever its status: the payment is then
   * read once more.
   *
   * @returns the canceled payment, or a word for what came instead
   */
  async cancel(id: string, ask: Ask = this.ask): Promise<JsonObject | string> {
    const exchange = await this.askToCancel(id, ask)
    const answered = objectOf(exchange)
    const payment = isCanceled(answered)
      ? answered
      : objectOf(await this.read(id, ask))
    if (isCanceled(payment)) {
      this.open.delete(id)
      return payment
    }
    return answered ? statusWord(answered) : codeOf(exchange)
  }

  /** Cancels what is still open. It has a little time after the check's own. */
  async cancelRest(): Promise<void> {
    const minutes = String(EXPIRES_IN_MINUTES)
    if (this.isOneLost && !(await this.find().catch(() => false))) {
      this.visit.say(finding("maybe_open", { minutes }))
    }
    for (const id of [...this.open]) {
      const result = await this.cancel(id, this.askLast).catch(
        () => "no time left"
      )
      if (typeof result === "string") {
        this.visit.say(finding("cancel_refused", { code: result, minutes }))
      }
    }
  }

  /** Looks for the payments whose answer was lost. @returns whether the gateway shows one of this check */
  private async find(): Promise<boolean> {
    const listed = await this.askLast({
      ...{ name: "payments.list", method: "GET", path: "/payments" },
      query: { limit: "20", sortBy: "createdAt", sortOrder: "desc" },
    })
    // Another shop's payment must not be canceled, whatever the gateway answers.
    const isOwn = (payment: JsonObject) =>
      this.references.some((each) => each === payment.referenceId)
    const found = (itemsOf(listed) ?? []).filter(isOwn)
    for (const reference of found.length > 0 ? [] : this.references) {
      const exchange = await this.askLast({
        ...{ name: "payments.by-reference", method: "GET" },
        path: `/payments/by-reference/${reference}`,
      })
      found.push(...[objectOf(exchange) ?? {}].filter(isOwn))
    }
    for (const payment of found) {
      const id = idOf(payment)
      if (id !== undefined && !isCanceled(payment)) {
        this.open.add(id)
      }
    }
    return found.length > 0
  }

  private readonly ask: Ask = (question) => this.visit.wire.ask(question)

  /** Asks after the time of the check, too, and waits a little where the gateway wants that. */
  private readonly askLast: Ask = async (question) => {
    const { wire, clock } = this.visit
    try {
      return await wire.ask(question, CLEANUP_MS)
    } catch (error) {
      const wait = error instanceof Stop ? error.retryAfterMs : undefined
      if (wait === undefined || wait > LONGEST_WAIT_MS) {
        throw error
      }
      await clock.sleep(wait)
      return wire.ask(question, CLEANUP_MS)
    }
  }
}

export const isCanceled = (
  payment: JsonObject | undefined
): payment is JsonObject =>
  /^cancel(ed|led)$/.test(textOf(payment, "status") ?? "") ||
  textOf(payment, "canceledAt") !== undefined

export const statusWord = (payment: JsonObject): string =>
  /^[a-z_]{1,30}$/.exec(textOf(payment, "status") ?? "")?.[0] ?? "–"
