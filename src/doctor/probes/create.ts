import { randomUUID } from "node:crypto"
import { fromGatewayAmount, type AmountUnit } from "../../gateway"
import {
  codeOf,
  dataOf,
  errorOf,
  idOf,
  isRefusal,
  itemsOf,
  objectOf,
  statusOf,
  textOf,
  type Exchange,
  type JsonObject,
  type Question,
} from "../exchange"
import { amountOf, finding, type Finding } from "../finding"
import { judgeReadable, judgeShape } from "../judge-shape"
import type { CheckPayer } from "../settings"
import { isFieldName, SHAPES } from "../shapes"
import type { Probe, Visit } from "../visit"
import { Stop } from "../wire"
import { boundsOf, inBaht } from "./amounts"
import { hasInstructions, judgeInstructions, judgeUnit } from "./instructions"
import { judgeChanged, judgeReferenceTaken, judgeRepeat } from "./judge-repeats"

/** The shortest time that the gateway takes. */
const EXPIRES_IN_MINUTES = 5
/** Amounts that are tried until the gateway takes one. In the wrong unit they are still small. */
const LADDER = ["1.00", "10.00", "20.00", "50.00", "100.00"]
const READS = 4
const READ_PAUSE_MS = 1_500
/** For canceling after the time of the check is over. */
const CLEANUP_MS = 8_000
const LONGEST_WAIT_MS = 5_000

/** Makes the smallest PromptPay payment, looks at it from all sides, and cancels it whatever happens meanwhile. */
export const create: Probe = {
  name: "payment",
  async run(visit) {
    if (!visit.create) {
      visit.say(finding("create_not_asked"), finding("unit_not_looked_at"))
      return []
    }
    const desk = new Desk(visit, visit.create.payer)
    try {
      const made = await makeSmallest(desk)
      if (made) {
        visit.created = made.payment
        visit.smallest = fromGatewayAmount(
          made.amount,
          visit.settings.amountUnit
        )
        await lookAt(desk, made)
        await repeat(desk, made)
        await cancelTwice(desk, made.id)
      }
      return []
    } finally {
      await desk.cancelRest()
    }
  },
}

interface Made {
  body: JsonObject
  exchange: Exchange
  payment: JsonObject
  id: string
  amount: string
}

type Ask = (question: Question) => Promise<Exchange>

/** Creates payments, and remembers which of them are not canceled yet. */
class Desk {
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

const statusWord = (payment: JsonObject): string =>
  /^[a-z_]{1,30}$/.exec(textOf(payment, "status") ?? "")?.[0] ?? "–"

/**
 * Tries amounts from the smallest on. Before that, a request without an amount is refused, so that the same key shows
 * whether a refusal is remembered.
 */
async function makeSmallest(desk: Desk): Promise<Made | null> {
  const { visit } = desk
  const key = randomUUID()
  const refused = await desk.create(desk.body("0.00", key))
  let last = refused
  let isFirst = isRefusal(refused)
  let isRenewed = false
  const ladder = LADDER.map((thb) => toSent(thb, visit))
  const tried = new Set<string>()
  for (let amount = ladder.shift(); amount; amount = ladder.shift()) {
    tried.add(amount)
    let body = desk.body(amount, isFirst ? key : randomUUID())
    last = await desk.create(body)
    if (isFirst && isRefusal(last)) {
      // The amount may be refused for itself: another key tells.
      const isOld = isSameRefusal(refused, last)
      body = desk.body(amount, randomUUID())
      last = await desk.create(body)
      if (isOld && !isSameRefusal(refused, last)) {
        visit.say(finding("refusal_repeated"))
      }
    } else if (isFirst && dataOf(last) !== undefined) {
      visit.say(finding("refusal_forgotten"))
    }
    isFirst = false
    const payment = objectOf(last)
    const id = idOf(payment)
    if (payment && id !== undefined) {
      return { body, exchange: last, payment, id, amount }
    }
    if (!isRefusal(last)) {
      visit.say(finding("create_lost", { code: codeOf(last) }))
      return null
    }
    if (last.answer?.status === 409 && !isRenewed) {
      isRenewed = true
      desk.renewReference()
      ladder.unshift(amount)
      continue
    }
    if (/BANK/.test(codeOf(last)) || errorField(last) === "customerBankCode") {
      const bank = String(body.customerBankCode)
      visit.say(finding("bank_refused", { bank, code: codeOf(last) }))
      return null
    }
    noteBounds(visit, last, amount)
    const least = amountOf(visit.bounds?.min)?.toFixed(2)
    if (least && !tried.has(least)) {
      ladder.unshift(least)
    } else if (!/AMOUNT|MIN|LIMIT|VALIDATION/.test(codeOf(last))) {
      break
    }
  }
  visit.say(judgeRefusal(last))
  return null
}

/** Judges a refusal of every amount: the field that the gateway names may be one that the person can give. */
export function judgeRefusal(refusal: Exchange): Finding {
  const [status, code] = [statusOf(refusal), codeOf(refusal)]
  const field = errorField(refusal)
  if (typeof field !== "string" || !isFieldName(field)) {
    return finding("create_refused", { status, code })
  }
  return /^customer/.test(field)
    ? finding("create_refused_payer", { code, field })
    : finding("create_refused_field", { status, code, field })
}

/** THB in the configured unit. */
const toSent = (thb: string, { settings }: Visit): string =>
  settings.amountUnit === "baht" ? thb : `${thb.replace(".", "")}.00`

const isSameRefusal = (one: Exchange, other: Exchange): boolean =>
  isRefusal(one) &&
  one.answer?.status === other.answer?.status &&
  one.answer?.text === other.answer?.text

function errorField(exchange: Exchange): unknown {
  const metadata = errorOf(exchange)?.metadata
  return typeof metadata === "object" && metadata !== null
    ? (metadata as JsonObject).field
    : undefined
}

/** Remembers a refusal that names bounds, until the unit is known. */
function noteBounds(visit: Visit, refusal: Exchange, amount: string): void {
  const { min, max } = boundsOf(errorOf(refusal))
  const named = visit.bounds ?? (min || max ? { min, max } : undefined)
  visit.bounds = named && { ...named, refused: amount }
}

async function lookAt(desk: Desk, made: Made): Promise<void> {
  const { visit } = desk
  const { say, clock, settings, wire } = visit
  say(
    finding("created", { status: statusOf(made.exchange) }),
    ...judgeShape("POST /payments", [made.payment], SHAPES.payment).findings
  )
  let reads = 0
  let read = await desk.read(made.id)
  let shown = hasInstructions(made.payment) ? made.payment : objectOf(read)
  if (shown !== made.payment) {
    for (reads = 1; !hasInstructions(shown) && reads < READS; reads++) {
      await clock.sleep(READ_PAUSE_MS)
      read = await desk.read(made.id)
      shown = objectOf(read)
    }
  }
  const { unit, findings } = judgeUnit(shown, made.amount, settings.amountUnit)
  say(
    ...judgeRead(read),
    ...judgeInstructions(shown, reads),
    ...findings,
    judgeBounds(visit.bounds, made.amount, unit),
    judgeExpiry(made.payment, made.exchange.at + wire.clockOffsetMs)
  )
}

/** Judges a read of a payment that is known to exist. */
function judgeRead(read: Exchange): Finding[] {
  const what = "GET /payments/{id}"
  return dataOf(read) === undefined
    ? [finding("list_refused", { what, status: statusOf(read) })]
    : judgeReadable(what, dataOf(read), SHAPES.payment)
}

/** Judges how small an amount may be. */
export function judgeBounds(
  bounds: Visit["bounds"],
  taken: string,
  unit: AmountUnit | undefined
): Finding {
  if (!bounds) {
    return finding("amount_least", { amount: inBaht(taken, unit) })
  }
  // A gateway may name its bounds in baht whatever the unit: then it has refused more than the least amount.
  const { refused, ...named } = bounds
  const isBaht =
    amountOf(refused)?.gte(amountOf(named.min) ?? Infinity) === true
  const [min, max] = [named.min, named.max].map((bound) =>
    bound === undefined ? "–" : inBaht(bound, isBaht ? "baht" : unit)
  )
  const option = (name: string, amount = "") =>
    amount.startsWith("฿") ? [`${name}: "${amount.slice(1)}"`] : []
  return finding(
    "amount_bounds",
    { min: min ?? "–", max: max ?? "–" },
    [...option("minAmount", min), ...option("maxAmount", max)].join(", ")
  )
}

export function judgeExpiry(payment: JsonObject, now: number): Finding {
  const minutes = String(EXPIRES_IN_MINUTES)
  const at = Date.parse(textOf(payment, "expiresAt") ?? "")
  const found = Math.round((at - now) / 60_000)
  return found === EXPIRES_IN_MINUTES
    ? finding("expiry_ok", { minutes })
    : finding("expiry_other", {
        minutes,
        found: Number.isNaN(found) ? "?" : `${found} min`,
      })
}

/** The same request again, the same key with another content, and the same reference with another key. */
async function repeat(desk: Desk, { body, id }: Made): Promise<void> {
  const { say } = desk.visit
  say(judgeRepeat(await desk.create(body), id))
  say(
    judgeChanged(
      await desk.create({ ...body, description: "One2Pays doctor again" }),
      id
    )
  )
  say(
    judgeReferenceTaken(
      await desk.create({ ...body, idempotencyKey: randomUUID() }),
      id
    )
  )
}

async function cancelTwice(desk: Desk, id: string): Promise<void> {
  const { say } = desk.visit
  const payment = await desk.cancel(id)
  if (typeof payment === "string") {
    return // `cancelRest` tries once more and says so.
  }
  say(
    finding("canceled", { status: statusWord(payment) }),
    ...judgeReadable("POST /payments/{id}/cancel", payment, SHAPES.payment)
  )
  const second = await desk.askToCancel(id)
  say(
    isCanceled(objectOf(second))
      ? finding("cancel_again_same")
      : finding("cancel_again_refused", { code: codeOf(second) })
  )
}
