import {
  fetchPaymentAnswer,
  type Maintenance,
  type One2PaysPayment,
  type PaymentAnswer,
  type PaymentStatus,
} from "./payment"
import type { StoreSdk } from "./store-sdk"

export interface WatchOptions {
  /**
   * Called with the first answer, whenever the payment or a maintenance of the gateway differs from the one before, and
   * with the first answer after an error.
   */
  onChange: (payment: One2PaysPayment, maintenance: Maintenance | null) => void
  /** Called for every read that failed. Watching goes on, except after a refusal (4xx) that asking again cannot change. */
  onError?: (error: unknown) => void
  signal?: AbortSignal
  /** The language of the texts in the answers; else that of the SDK, then the browser's. */
  locale?: string
}

const FIRST_DELAY_MS = 2_000
const MAX_DELAY_MS = 10_000
/** Most customers pay within a minute: that is how long it takes to get from the first delay to the last. */
const DELAY_GROWTH = 1.15
/** Money sent in the last second is known only after the expiry, so an expired payment is followed a little longer. */
const GRACE_AFTER_EXPIRY_MS = 60_000
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
}

/**
 * Follows the payment of an order until it is paid, failed, canceled or expired for a minute. Reads at once, then after 2 s and
 * ever slower up to 10 s; a change, or the customer coming back to the page, makes it quick again. A hidden page does
 * not poll. Returns a function that stops it, as does `signal`.
 */
export function watchPayment(
  sdk: StoreSdk,
  orderId: string,
  { onChange, onError, signal, locale }: WatchOptions
): () => void {
  const page = globalThis as Page
  const isHidden = () => page.document?.visibilityState === "hidden"

  let stopped = false
  let delay = FIRST_DELAY_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let request: AbortController | undefined
  let last = ""
  let expiredSince: number | undefined

  async function poll() {
    if (stopped || request) {
      return
    }
    clearTimeout(timer)
    const current = (request = new AbortController())
    const limit = setTimeout(() => current.abort(), REQUEST_TIMEOUT_MS)
    const tell = await fetchPaymentAnswer(sdk, orderId, {
      signal: current.signal,
      locale,
    }).then(
      (answer) => () => report(answer),
      (error: unknown) => () => reportError(error)
    )
    clearTimeout(limit)
    request = undefined
    try {
      tell()
    } finally {
      // A callback that throws must not end the watching: the customer would wait for ever.
      schedule()
    }
  }

  function report({ payment, maintenance }: PaymentAnswer) {
    const seen = JSON.stringify([payment, maintenance])
    if (stopped) {
      return
    }
    if (isFinal(payment.status)) {
      stop()
    }
    if (seen !== last) {
      last = seen
      delay = FIRST_DELAY_MS
      onChange(payment, maintenance)
    }
  }

  /** `under_review` is not final: a person decides, and the order may still become paid. */
  function isFinal(status: PaymentStatus): boolean {
    if (status === "expired") {
      expiredSince ??= Date.now()
      return Date.now() - expiredSince >= GRACE_AFTER_EXPIRY_MS
    }
    return status === "paid" || status === "failed" || status === "canceled"
  }

  function reportError(error: unknown) {
    if (stopped) {
      return
    }
    // Forgotten, so that the next answer is told even if nothing changed: a page that shows the error can take it away.
    last = ""
    if (isRefusal(error)) {
      stop()
    }
    onError?.(error)
  }

  function schedule() {
    if (stopped || isHidden()) {
      return
    }
    timer = setTimeout(() => void poll(), delay)
    delay = Math.min(delay * DELAY_GROWTH, MAX_DELAY_MS)
  }

  function refresh() {
    clearTimeout(timer)
    if (isHidden()) {
      return
    }
    delay = FIRST_DELAY_MS
    void poll()
  }

  function stop() {
    stopped = true
    clearTimeout(timer)
    request?.abort()
    signal?.removeEventListener("abort", stop)
    page.document?.removeEventListener?.("visibilitychange", refresh)
    page.removeEventListener?.("focus", refresh)
    page.removeEventListener?.("online", refresh)
  }

  if (signal?.aborted) {
    return stop
  }
  signal?.addEventListener("abort", stop)
  page.document?.addEventListener?.("visibilitychange", refresh)
  page.addEventListener?.("focus", refresh)
  page.addEventListener?.("online", refresh)
  void poll()
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
