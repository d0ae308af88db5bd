import { One2PaysError, paymentPhase, type GatewayPayment } from "../../gateway"
import { tryEndPayment } from "./end-payment"
import { logFailure } from "./log-failure"
import type { PaymentContext } from "./payment-context"
import type { Attempt } from "./payment-store"
import { planReads, type ListWindow, type OpenPayment } from "./plan-reads"
import { readPayment, recordReading } from "./read-payment"
import { readWindow } from "./read-window"
import type { UnfinishedPayment } from "./unfinished-payments"

/**
 * Asks the gateway about payments that are not final, in as few calls as it takes, and yields the
 * ids of those of which there is news to act upon: ended, paid, or paid before without their
 * orders having become so. What was canceled here and not yet there is canceled there.
 *
 * @throws One2PaysError when the gateway cannot be asked now; what was read until then is recorded
 */
export async function* readUnfinished(
  context: PaymentContext,
  payments: UnfinishedPayment[]
): AsyncGenerator<string, void, undefined> {
  const listed: OpenPayment[] = []
  for (const payment of payments) {
    if (payment.state === "succeeded") {
      yield payment.id
    } else if (!payment.cancel_requested_at && isListable(payment)) {
      listed.push(payment)
    } else if (await readAlone(context, payment.id)) {
      yield payment.id
    }
  }
  // Not by when the row was written: a cart may have waited for days before it became an order.
  listed.sort((a, b) => a.position - b.position)
  const { windows, singles } = planReads(listed)
  for (const window of windows) {
    yield* readPayments(context, window, singles)
  }
  for (const { id } of singles) {
    if (await readAlone(context, id)) {
      yield id
    }
  }
}

const isListable = (
  payment: UnfinishedPayment
): payment is UnfinishedPayment & OpenPayment =>
  payment.gateway_payment_id !== null &&
  payment.gateway_created_at !== null &&
  payment.position !== null

/** What the pages of a window do not name, or would cost more to find than to ask for, goes to `singles`. */
async function* readPayments(
  context: PaymentContext,
  window: ListWindow,
  singles: OpenPayment[]
): AsyncGenerator<string, void, undefined> {
  const { payments } = context.gateway
  const sought = new Map(
    window.payments.map((payment) => [payment.gateway_payment_id, payment])
  )
  for await (const { found, item } of readWindow(
    (query, call) => payments.list(query, call),
    window,
    sought
  )) {
    if (
      paymentPhase(item.status) !== "open" &&
      (await recordListed(context, found.id, item))
    ) {
      yield found.id
    }
  }
  singles.push(...sought.values())
}

/** Whether a list shows all of a payment is not documented: money is believed only when it names our session. */
async function recordListed(
  context: PaymentContext,
  id: string,
  item: GatewayPayment
): Promise<boolean> {
  const attempt = await context.store.find(id)
  if (!attempt) {
    return false
  }
  const isWhole =
    item.referenceId === attempt.reference_id &&
    item.metadata?.session_id === attempt.session_id
  return isWhole
    ? isNews(await recordReading(context, attempt, item))
    : readAlone(context, id)
}

/**
 * Asks for one payment, or ends it where that is still to be done. One that the gateway stumbles
 * over must not keep the others from being read; a gateway that is down must.
 *
 * @returns whether there is news
 */
async function readAlone(
  context: PaymentContext,
  id: string
): Promise<boolean> {
  const attempt = await context.store.find(id)
  if (!attempt) {
    return false
  }
  try {
    const read = attempt.cancel_requested_at
      ? await tryEndPayment(context, attempt)
      : await readPayment(context, attempt)
    return read.state === "creating"
      ? await context.store.abandonCreate(id)
      : isNews(read)
  } catch (error) {
    if (!isAboutOne(error)) {
      throw error
    }
    logFailure(
      context.logger,
      `payment ${attempt.reference_id ?? id} could not be read`,
      error
    )
    return false
  }
}

const isNews = ({ state }: Attempt) => state !== "open" && state !== "creating"

const isAboutOne = (error: unknown) =>
  error instanceof One2PaysError &&
  (error.code === "LOOKUP_INCONCLUSIVE" ||
    error.code === "MALFORMED_RESPONSE" ||
    (error.status !== undefined &&
      error.status >= 400 &&
      error.status < 500 &&
      ![401, 403, 429].includes(error.status)))
