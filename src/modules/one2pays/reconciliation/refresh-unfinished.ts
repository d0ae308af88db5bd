import {
  One2PaysError,
  paymentPhase,
  systemClock,
  type GatewayPayment,
} from "../../../gateway"
import { refreshOrCancel, tryCancelPayment } from "../payments/cancel"
import { isToBeCanceled, isUnended } from "../payments/lifecycle"
import { logFailure } from "../errors/log-failure"
import type { PaymentContext } from "../payments/context"
import type { Payment } from "../payments/payment"
import { planReads, type ListWindow, type OpenPayment } from "./plan"
import { recordReading } from "../payments/refresh"
import { readWindow } from "../shared/read-window"
import type { UnfinishedPayment } from "./unfinished-queries"

/** So many open payments without a next action are asked for in a run: some gateways never answer one. */
const WITHOUT_ACTION = 20

/** So many failures in a row are the fault of the gateway and of no payment. */
const PATIENCE = 3

/**
 * Refreshes payments that are not final, or ended a short while ago, in as few calls as possible, the newest first,
 * until it is `stopAt`. It yields the ids of payments with news to act upon: they ended, they were paid, or they were
 * paid before and their orders are not paid yet. It cancels at the gateway the payments that are only canceled here.
 *
 * A payment, or a route, that the gateway fails on does not keep the process from reading the others.
 *
 * @param answered gets the ids of the payments that the gateway answered about
 * @throws One2PaysError when asking now has no use; the process has recorded its reads until then
 */
export async function* refreshUnfinished(
  context: PaymentContext,
  payments: UnfinishedPayment[],
  stopAt: number,
  answered: Set<string>
): AsyncGenerator<string, void, undefined> {
  const listed: OpenPayment[] = []
  const lost: UnfinishedPayment[] = []
  const toCancel: UnfinishedPayment[] = []
  const others: UnfinishedPayment[] = []
  for (const payment of payments) {
    if (payment.state === "succeeded") {
      if (payment.look_at) {
        others.push(payment)
      } else {
        yield payment.id
      }
    } else if (!isToBeCanceled(payment) && isListable(payment)) {
      listed.push(payment)
    } else if (payment.gateway_payment_id === null) {
      lost.push(payment)
    } else if (isToBeCanceled(payment)) {
      toCancel.push(payment)
    } else {
      others.push(payment)
    }
  }
  // A customer could pay one that asks for other money than is owed.
  yield* readEach(context, toCancel, stopAt, answered)
  // The rows' own dates would mislead: a cart may have waited for days before it became an order.
  listed.sort(byPosition)
  const { windows, singles } = planReads(listed)
  const actionless: OpenPayment[] = []
  for (const window of windows) {
    if (systemClock.now() < stopAt) {
      yield* readPayments(context, window, { singles, actionless }, answered)
    }
  }
  yield* readEach(context, others, stopAt, answered)
  singles.push(...actionless.sort(byReading).slice(0, WITHOUT_ACTION))
  yield* readEach(context, singles.sort(byPosition), stopAt, answered)
  // The search for one may read many pages, so they come last. Each search goes on where the last one stopped.
  yield* readEach(context, lost, stopAt, answered)
}

const byPosition = (a: OpenPayment, b: OpenPayment) => a.position - b.position

/** A reading writes the row. Those that were read longest ago come first, so that each has its turn. */
const byReading = (a: OpenPayment, b: OpenPayment) =>
  (a.updated_at?.getTime() ?? 0) - (b.updated_at?.getTime() ?? 0)

const isListable = (
  payment: UnfinishedPayment
): payment is UnfinishedPayment & OpenPayment =>
  payment.gateway_payment_id !== null &&
  payment.gateway_created_at !== null &&
  payment.position !== null

/**
 * Reads the pages of a window. Payments that the pages do not name, or that cost fewer calls one by one, go to
 * `singles`; open ones whose QR nobody has seen yet go to `actionless`, since a list may leave it out.
 */
async function* readPayments(
  context: PaymentContext,
  window: ListWindow,
  { singles, actionless }: Record<"singles" | "actionless", OpenPayment[]>,
  answered: Set<string>
): AsyncGenerator<string, void, undefined> {
  const { payments } = context.gateway
  const sought = new Map(
    window.payments.map((payment) => [payment.gateway_payment_id, payment])
  )
  try {
    for await (const { found, item } of readWindow(
      (query, call) => payments.list(query, call),
      window,
      sought
    )) {
      const phase = paymentPhase(item.status)
      if (phase === "open" || phase === found.state) {
        answered.add(found.id)
        if (found.state === "open" && !found.has_action) {
          actionless.push(found)
        }
        continue
      }
      const recorded = await recordListed(context, found.id, item)
      if (!recorded) {
        singles.push(found)
        continue
      }
      answered.add(found.id)
      if (isNews(recorded)) {
        yield found.id
      }
    }
  } catch (error) {
    noteFailure(context, "a page of the payments could not be read", error)
  }
  singles.push(...sought.values())
}

/**
 * Records a payment from a list page. Whether a list shows all of a payment is not documented, so the process trusts an
 * entry only when it names our session. Null when it does not.
 */
async function recordListed(
  context: PaymentContext,
  id: string,
  item: GatewayPayment
): Promise<Payment | null> {
  const payment = await context.queries.find(id)
  const isWhole =
    payment &&
    item.referenceId === payment.reference_id &&
    item.metadata?.session_id === payment.session_id
  return isWhole ? recordReading(context, payment, item) : null
}

async function* readEach(
  context: PaymentContext,
  payments: { id: string }[],
  stopAt: number,
  answered: Set<string>
): AsyncGenerator<string, void, undefined> {
  let failures = 0
  for (const { id } of payments) {
    if (failures === PATIENCE || systemClock.now() >= stopAt) {
      return
    }
    const outcome = await readAlone(context, id)
    if (outcome === "failed") {
      failures++
    } else {
      failures = 0
      answered.add(id)
    }
    if (outcome === "news") {
      yield id
    }
  }
}

/** Refreshes one payment, or cancels it where the gateway has not done so yet. */
async function readAlone(
  context: PaymentContext,
  id: string
): Promise<"news" | "none" | "failed"> {
  const payment = await context.queries.find(id)
  if (!payment) {
    return "none"
  }
  try {
    const read = isToBeCanceled(payment)
      ? await tryCancelPayment(context, payment)
      : await refreshOrCancel(context, payment, {
          settled_too: payment.look_at !== null,
        })
    const isOver =
      read.state === "creating"
        ? await context.store.claims.endUncreated(id)
        : isNews(read) && read.state !== payment.state
    return isOver ? "news" : "none"
  } catch (error) {
    noteFailure(
      context,
      `payment ${payment.reference_id ?? id} could not be read`,
      error
    )
    return isAboutOne(error) ? "none" : "failed"
  }
}

const isNews = ({ state }: Payment) => !isUnended(state)

/** Logs a failure. @throws the error itself, when the next call would meet it again */
function noteFailure(
  { logger }: PaymentContext,
  what: string,
  error: unknown
): void {
  if (!(error instanceof One2PaysError) || isAboutAll(error)) {
    throw error
  }
  logFailure(logger, what, error)
}

const isAboutAll = ({ code, status = 0 }: One2PaysError) =>
  code === "MAINTENANCE_MODE" ||
  code === "GATEWAY_SILENT" ||
  code === "RATE_LIMIT_EXCEEDED" ||
  [401, 403, 429].includes(status)

const isAboutOne = (error: unknown) =>
  error instanceof One2PaysError &&
  (error.code === "LOOKUP_INCONCLUSIVE" ||
    error.code === "MALFORMED_RESPONSE" ||
    (error.status !== undefined && error.status >= 400 && error.status < 500))
