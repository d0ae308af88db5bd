import { randomUUID } from "node:crypto"
import { fromGatewayAmount, type AmountUnit } from "../../gateway"
import {
  codeOf,
  dataOf,
  errorOf,
  isRefusal,
  objectOf,
  statusOf,
  textOf,
  type Exchange,
  type JsonObject,
} from "../exchange"
import { amountOf, finding, type Finding } from "../finding"
import { judgeShape } from "../judge-shape"
import type { CheckPayer } from "../settings"
import { SHAPES } from "../shapes"
import type { Probe, Visit } from "../visit"
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
        await cancelTwice(desk, made.payment)
      }
      return []
    } finally {
      await desk.cancelRest()
    }
  },
}

interface Made {
  body: JsonObject
  payment: JsonObject
  amount: string
}

/** Creates payments, and remembers which of them are not canceled yet. */
class Desk {
  private readonly open = new Map<string, string>()
  private readonly reference = `one2pays-doctor-${randomUUID().slice(0, 13)}`

  constructor(
    readonly visit: Visit,
    private readonly payer: CheckPayer
  ) {}

  /** A body under the reference of this check. */
  body(amount: string, idempotencyKey: string): JsonObject {
    return {
      amount,
      currency: "THB",
      referenceId: this.reference,
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
    const exchange = await this.visit.wire.ask({
      ...{ name: "payments.create", path: "/payments", body },
      method: "POST",
    })
    const id = textOf(objectOf(exchange), "id")
    if (id !== undefined) {
      this.open.set(id, id)
    }
    return exchange
  }

  read(path: string, name: string, query?: Record<string, string>) {
    return this.visit.wire.ask({ name, method: "GET", path, query })
  }

  async cancel(id: string, spare = 0): Promise<Exchange> {
    const exchange = await this.visit.wire.ask(
      {
        ...{ name: "payments.cancel", method: "POST" },
        path: `/payments/${encodeURIComponent(id)}/cancel`,
      },
      spare
    )
    if (dataOf(exchange) !== undefined) {
      this.open.delete(id)
    }
    return exchange
  }

  /** Looks for a payment whose answer was lost. */
  async find(): Promise<void> {
    const listed = await this.visit.wire.ask(
      {
        ...{ name: "payments.list", method: "GET", path: "/payments" },
        query: { limit: "20", sortBy: "createdAt", sortOrder: "desc" },
      },
      CLEANUP_MS
    )
    const page = objectOf(listed)?.data
    for (const item of Array.isArray(page) ? (page as JsonObject[]) : []) {
      const id = textOf(item, "id")
      if (id && item.referenceId === this.reference) {
        this.open.set(id, id)
      }
    }
  }

  /** Cancels what is still open. It has a little time after the check's own. */
  async cancelRest(): Promise<void> {
    for (const id of this.open.keys()) {
      const code = await this.cancel(id, CLEANUP_MS).then(
        (exchange) =>
          dataOf(exchange) === undefined ? codeOf(exchange) : null,
        () => "no time left"
      )
      if (code !== null) {
        this.visit.say(
          finding("cancel_refused", {
            ...{ code, minutes: String(EXPIRES_IN_MINUTES) },
          })
        )
      }
    }
  }
}

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
    if (payment) {
      return { body, payment, amount }
    }
    if (!isRefusal(last)) {
      visit.say(finding("create_lost", { code: codeOf(last) }))
      await desk.find()
      return null
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
  visit.say(
    finding("create_refused", { status: statusOf(last), code: codeOf(last) })
  )
  return null
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
  const { say, clock, settings } = visit
  const created = visit.wire.exchanges.at(-1)
  say(
    finding("created", { status: created ? statusOf(created) : "" }),
    ...judgeShape("POST /payments", made.payment, SHAPES.payment).findings
  )
  let shown: JsonObject | undefined = made.payment
  let reads = 0
  while (!hasInstructions(shown) && reads < READS) {
    if (reads > 0) {
      await clock.sleep(READ_PAUSE_MS)
    }
    shown = objectOf(await desk.read(pathOf(made.payment), "payments.retrieve"))
    reads++
  }
  if (reads === 0) {
    await desk.read(pathOf(made.payment), "payments.retrieve")
  }
  const { unit, findings } = judgeUnit(shown, made.amount, settings.amountUnit)
  say(...judgeInstructions(shown, reads), ...findings)
  say(judgeBounds(visit.bounds, made.amount, unit))
  say(judgeExpiry(made.payment, clock.now() + visit.wire.clockOffsetMs))
}

const pathOf = (payment: JsonObject) =>
  `/payments/${encodeURIComponent(String(payment.id))}`

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
async function repeat(desk: Desk, { body, payment }: Made): Promise<void> {
  const { say } = desk.visit
  const id = String(payment.id)
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

async function cancelTwice(desk: Desk, payment: JsonObject): Promise<void> {
  const { say } = desk.visit
  const id = String(payment.id)
  const first = await desk.cancel(id)
  const data = objectOf(first)
  if (!data) {
    return // `cancelRest` tries once more and says so.
  }
  const status = textOf(data, "status") ?? "–"
  say(
    finding("canceled", {
      status: /^[a-z_]{1,30}$/.test(status) ? status : "–",
    })
  )
  const second = await desk.cancel(id)
  say(
    dataOf(second) === undefined
      ? finding("cancel_again_refused", { code: codeOf(second) })
      : finding("cancel_again_same")
  )
}
