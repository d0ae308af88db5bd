import {
  fetchPaymentAnswer,
  hasEndedUnpaid,
  isFinal,
  type Maintenance,
  type One2PaysPayment,
  type PaymentAnswer,
} from "./payment"
import type { StoreSdk } from "./store-sdk"
import { timeLeft } from "./time-left"
import { timeoutError } from "./time-limit"

export interface WatchOptions {
  /**
   * Called with the first answer, whenever the payment or a maintenance of the gateway differs from the one before,
   * and with the first answer after an error. An error that it throws is reported like an uncaught one, and the watching
   * goes on.
   */
  onChange: (payment: One2PaysPayment, maintenance: Maintenance | null) => void
  /** Called for every read that fails. The watching goes on, unless the shop refuses the very first read (4xx). */
  onError?: (error: unknown) => void
  /** The page has read the payment before, so no refusal means that there is none. */
  known?: boolean
  signal?: AbortSignal
  /** The language of the texts in the answers. Default: the SDK's, then the browser's. */
  locale?: string
}

const FIRST_DELAY_MS = 2_000
const MAX_DELAY_MS = 10_000
/** Takes about a minute from the first delay to the last, in which most customers pay. */
const DELAY_GROWTH = 1.15
/** A smaller difference between two times is none. */
const SAME_MS = 1_000
/** The shortest delay, however near the expiry is. */
const MIN_DELAY_MS = 500
/**
 * A payment that has ended is followed for this time. The shop learns of money sent in the last second only after the
 * end, and an edit of the order or another tab may make another payment. Without webhooks, the shop asks the gateway
 * every minute, and may need one more minute for that.
 */
const GRACE_MS = 150_000
/**
 * The same for a bank transfer: the gateway finds it within 5 to 30 minutes, and the shop takes it after the end, too.
 */
const TRANSFER_GRACE_MS = 30 * 60_000
/** A request that hangs (a phone that changed networks) must not block the ones after it. */
const REQUEST_TIMEOUT_MS = 10_000

/** The part of a browser that the watching uses. A server or React Native lacks it, and polling never pauses there. */
interface Page {
  document?: {
    visibilityState: string
    addEventListener?(type: string, listener: () => void): void
    removeEventListener?(type: string, listener: () => void): void
  }
  addEventListener?(type: string, listener: () => void): void
  removeEventListener?(type: string, listener: () => void): void
  reportError?(error: unknown): void
}

/**
 * Follows the payment of an order until it is paid, or failed or canceled for good. It reads at once, then after 2 s
 * and ever slower up to 10 s, and when the time to pay is over. A change makes it quick again, and so does the
 * customer's return to the page. A hidden page does not poll. Polling also rests two and a half minutes after a payment
 * has ended, or half an hour after a bank transfer has, and the customer's return reads once more. That time starts
 * again after a maintenance of the gateway. The returned function stops the watching, and so does `signal`.
 */
export function watchPayment(
  sdk: StoreSdk,
  orderId: string,
  { onChange, onError, known: isKnown = false, signal, locale }: WatchOptions
): () => void {
  const page = globalThis as Page
  const isHidden = () => page.document?.visibilityState === "hidden"

  let stopped = false
  let delay = FIRST_DELAY_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let request: AbortController | undefined
  let limit: ReturnType<typeof setTimeout> | undefined
  let last = ""
  /**
   * The same as `last` without the time of the shop's next try: a maintenance puts that off again and again, which is
   * no reason to hurry.
   */
  let lastNews = ""
  /** The end of the time to pay by the clock of `performance`, and the payment whose end it is. */
  let endsAt = Infinity
  let timed = ""
  /** By how much the two clocks differed at the last answer. Only one of them may stand still while a device sleeps. */
  let skew = NaN
  let endedSince: number | undefined
  /** No more news are expected, so only the customer's return reads again. */
  let isResting = false

  function poll() {
    if (stopped || request) {
      return
    }
    clearTimeout(timer)
    const current = (request = new AbortController())
    const finish = (tell: () => void) => {
      if (request !== current) {
        return
      }
      cancelRequest()
      try {
        tell()
      } catch (error) {
        // A callback threw. That must not stop the watching, or the customer would wait for ever; unhandled, it would
        // end a Node process.
        const complain = page.reportError ?? console.error
        complain(error)
      }
      schedule()
    }
    // The SDK may ignore signals, so the limit does not depend on it.
    limit = setTimeout(
      () => finish(() => reportFailure(timeoutError())),
      REQUEST_TIMEOUT_MS
    )
    const skewNow = Date.now() - performance.now()
    const isInStep = Math.abs(skewNow - skew) < SAME_MS
    void fetchPaymentAnswer(sdk, orderId, {
      signal: current.signal,
      locale,
      // A stored answer holds the time that was left when it was stored.
      cache: isInStep ? "no-cache" : "reload",
    }).then(
      (answer) =>
        finish(() => {
          skew = skewNow
          report(answer)
        }),
      (error: unknown) => finish(() => reportFailure(error))
    )
  }

  /** Cancels the running request. A late answer to it is ignored. */
  function cancelRequest() {
    const running = request
    request = undefined
    clearTimeout(limit)
    running?.abort()
  }

  function report(answer: PaymentAnswer) {
    const { maintenance } = answer
    const payment = keepTime(answer.payment)
    isKnown = true
    const lasting = { ...payment, expires_in: endsAt }
    const news = JSON.stringify([lasting, !maintenance])
    const seen = JSON.stringify([news, maintenance])
    isResting = isGraceOver(answer)
    if (isFinal(payment)) {
      stop()
    }
    if (news !== lastNews) {
      lastNews = news
      delay = FIRST_DELAY_MS
    }
    if (seen !== last) {
      last = seen
      onChange(payment, maintenance)
    }
  }

  /** Where the browser has answered from its store, the end that is known already is the earlier one. */
  function keepTime(payment: One2PaysPayment): One2PaysPayment {
    const now = performance.now()
    const end = now + timeLeft(payment)
    const whose = `${payment.reference_id} ${payment.expires_at}`
    if (whose !== timed || !(end > endsAt - SAME_MS)) {
      timed = whose
      endsAt = end
    }
    if (payment.expires_in == null) {
      return payment
    }
    const kept = { ...payment, expires_in: Math.max(0, endsAt - now) / 1000 }
    timeLeft(kept)
    return kept
  }

  function isGraceOver({ payment, maintenance }: PaymentAnswer): boolean {
    if (maintenance || !hasEndedUnpaid(payment)) {
      // Another payment has a grace of its own, and news that a maintenance holds back come after it.
      endedSince = undefined
      return false
    }
    endedSince ??= performance.now()
    const isTransfer = payment.payment_method === "bank_transfer"
    const grace = isTransfer ? TRANSFER_GRACE_MS : GRACE_MS
    return performance.now() - endedSince >= grace
  }

  function reportFailure(error: unknown) {
    // The next answer is told even if nothing has changed, so that a page can take the error away.
    last = lastNews = ""
    // A customer who has come back still needs an answer.
    isResting = false
    // A refusal says nothing about a payment that the page has seen: a proxy answers so while the shop is deployed.
    if (!isKnown && isRefusal(error)) {
      stop()
    }
    onError?.(error)
  }

  function schedule() {
    if (stopped || isResting || isHidden()) {
      return
    }
    const left = endsAt - performance.now()
    if (left > 0 && left < delay) {
      timer = setTimeout(poll, Math.max(left, MIN_DELAY_MS))
      delay = FIRST_DELAY_MS
      return
    }
    timer = setTimeout(poll, delay)
    delay = Math.min(delay * DELAY_GROWTH, MAX_DELAY_MS)
  }

  function refresh() {
    clearTimeout(timer)
    if (isHidden()) {
      // A phone suspends the page in mid-request. The customer, once back, must not wait for that request.
      cancelRequest()
      return
    }
    delay = FIRST_DELAY_MS
    poll()
  }

  /** A request over the lost connection gets no answer, so another one replaces it. */
  function reconnect() {
    cancelRequest()
    refresh()
  }

  function stop() {
    stopped = true
    clearTimeout(timer)
    cancelRequest()
    signal?.removeEventListener("abort", stop)
    page.document?.removeEventListener?.("visibilitychange", refresh)
    page.removeEventListener?.("focus", refresh)
    page.removeEventListener?.("online", reconnect)
  }

  if (signal?.aborted) {
    return stop
  }
  signal?.addEventListener("abort", stop)
  page.document?.addEventListener?.("visibilitychange", refresh)
  page.addEventListener?.("focus", refresh)
  page.addEventListener?.("online", reconnect)
  poll()
  return stop
}

/**
 * Whether the shop refused the read, as for an unknown order or a wrong key: a 4xx other than "timed out" and "too many
 * requests".
 */
function isRefusal(error: unknown): boolean {
  const status = (error as { status?: unknown } | null)?.status
  return (
    typeof status === "number" &&
    status >= 400 &&
    status < 500 &&
    status !== 408 &&
    status !== 429
  )
}
