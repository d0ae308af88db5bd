import { randomUUID } from "node:crypto"
import { fromGatewayAmount } from "../../gateway"
import {
  codeOf,
  dataOf,
  errorOf,
  idOf,
  isRefusal,
  objectOf,
  statusOf,
  type Exchange,
} from "../exchange"
import { amountOf, finding } from "../finding"
import { judgeReadable, judgeShape } from "../judge-shape"
import { SHAPES } from "../shapes"
import type { Probe, Visit } from "../visit"
import { boundsOf } from "./amounts"
import { hasInstructions, judgeInstructions, judgeUnit } from "./instructions"
import { judgeChanged, judgeReferenceTaken, judgeRepeat } from "./judge-repeats"
import { Desk, statusWord, type Made, isCanceled } from "./desk"
import {
  isSameRefusal,
  errorField,
  judgeRefusal,
  judgeRead,
  judgeBounds,
  judgeExpiry,
} from "./judge-create"

/** Amounts that are tried until the gateway takes one. In the wrong unit they are still small. */
const LADDER = ["1.00", "10.00", "20.00", "50.00", "100.00"]
const READS = 4
const READ_PAUSE_MS = 1_500
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

/** THB in the configured unit. */
const toSent = (thb: string, { settings }: Visit): string =>
  settings.amountUnit === "baht" ? thb : `${thb.replace(".", "")}.00`

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
