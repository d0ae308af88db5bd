import {
  fetchPaymentAnswer,
  hasEndedUnpaid,
  isFinal,
  type Maintenance,
  type One2PaysPayment,
  type PaymentAnswer,
} from "./payment"
import type { StoreSdk } from "./store-sdk"
import { timeoutError } from "./time-limit"

export interface WatchOptions {
  /**
   * Called with the first answer, whenever the payment or a maintenance of the gateway differs from the one before, with
   * the first answer after an error, and with the first one in which the shop still waits for a payment whose time is
   * over by this device's clock. What it throws is reported as an uncaught error is, and watching goes on.
   */
  onChange: (payment: One2PaysPayment, maintenance: Maintenance | null) => void
  /** Called for every read that failed. Watching goes on, except when the very first read is refused (4xx). */
  onError?: (error: unknown) => void
  /** The payment has been read before, so no refusal means that there is none. */
  known?: boolean
  signal?: AbortSignal
  /** The language of the texts in the answers; else that of the SDK, then the browser's. */
  locale?: string
}

const FIRST_DELAY_MS = 2_000
const MAX_DELAY_MS = 10_000
/** Most customers pay within a minute: that is how long it takes to get from the first delay to the last. */
const DELAY_GROWTH = 1.15
/** However near the expiry is. */
const MIN_DELAY_MS = 500
/**
 * Money sent in the last second is known only after the end, and an edit of the order or another tab may make another
 * payment, so one that has ended is followed a little longer. Without webhooks the shop asks the gateway every minute, and
 * may need another one for that.
 */
const GRACE_MS = 150_000
/** The gateway finds a transfer within 5 to 30 minutes, and the shop takes it also after the end. */
const TRANSFER_GRACE_MS = 30 * 60_000
/** A request that hangs (a phone that changed networks) must not block the ones after it. */
const REQUEST_TIMEOUT_MS = 10_000

/** The part of a browser that is used. A server or React Native lacks it: then polling never pauses. */
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
 * Follows the payment of an order until it is paid, or failed or canceled for good. Reads at once, then after 2 s and
 * ever slower up to 10 s, and when the time to pay is over; a change, or the customer coming back to the page, makes it
 * quick again. A hidden page does not poll, nor is a payment polled that has ended two and a half minutes ago, a bank
 * transfer half an hour ago: then it is read when the customer comes back. That time begins anew after a maintenance of
 * the gateway. Returns a function that stops it, as does `signal`.
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
  /** As `last`, without when the shop asks next: a maintenance puts that off again and again, and it is no reason to hurry. */
  let lastNews = ""
  /** Of a payment that can be paid. */
  let endsAt = NaN
  let endedSince: number | undefined
  /** Nothing more is expected: it is read only when the customer comes back. */
  let isResting = false

  function poll() {
    if (stopped || request) {
      return
    }
    clearTimeout(timer)
    const current = (request = new AbortController())
    const settle = (tell: () => void) => {
      if (request !== current) {
        return
      }
      giveUp()
      try {
        tell()
      } catch (error) {
        // Of a callback. It must not end the watching, the customer would wait for ever; nor, unhandled, a Node process.
        const complain = page.reportError ?? console.error
        complain(error)
      }
      schedule()
    }
    // Not left to the SDK, which may not know of signals.
    limit = setTimeout(
      () => settle(() => reportFailure(timeoutError())),
      REQUEST_TIMEOUT_MS
    )
    void fetchPaymentAnswer(sdk, orderId, {
      signal: current.signal,
      locale,
    }).then(
      (answer) => settle(() => report(answer)),
      (error: unknown) => settle(() => reportFailure(error))
    )
  }

  /** Lets go of the running request: whatever still comes of it is dropped. */
  function giveUp() {
    const running = request
    request = undefined
    clearTimeout(limit)
    running?.abort()
  }

  function report(answer: PaymentAnswer) {
    const { payment, maintenance } = answer
    const { status, expires_at } = payment
    isKnown = true
    endsAt =
      status === "awaiting_payment" && expires_at ? Date.parse(expires_at) : NaN
    // Also where this device's clock alone is wrong: a page that has taken the QR code away can show it again.
    const isOverHere = Date.now() >= endsAt
    const news = JSON.stringify([payment, !maintenance, isOverHere])
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

  function isGraceOver({ payment, maintenance }: PaymentAnswer): boolean {
    if (maintenance || !hasEndedUnpaid(payment)) {
      // Another try has a grace of its own, and what a maintenance holds back comes after it.
      endedSince = undefined
      return false
    }
    endedSince ??= Date.now()
    const isTransfer = payment.payment_method === "bank_transfer"
    const grace = isTransfer ? TRANSFER_GRACE_MS : GRACE_MS
    return Date.now() - endedSince >= grace
  }

  function reportFailure(error: unknown) {
    // Forgotten, so that the next answer is told even if nothing changed: a page that shows the error can take it away.
    last = lastNews = ""
    // A customer who has come back is still to be answered.
    isResting = false
    // Of a payment that has been seen it says nothing: a proxy answers so while the shop is deployed.
    if (!isKnown && isRefusal(error)) {
      stop()
    }
    onError?.(error)
  }

  function schedule() {
    if (stopped || isResting || isHidden()) {
      return
    }
    const left = endsAt - Date.now()
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
      // A phone suspends it in mid-request. What hangs since then must not be waited for when the customer is back.
      giveUp()
      return
    }
    delay = FIRST_DELAY_MS
    poll()
  }

  /** What was asked over the connection that is gone gets no answer. */
  function reconnect() {
    giveUp()
    refresh()
  }

  function stop() {
    stopped = true
    clearTimeout(timer)
    giveUp()
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

/** A 4xx other than "timed out" and "too many requests": no such order, a wrong key. */
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
