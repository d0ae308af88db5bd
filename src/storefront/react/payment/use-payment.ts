import { useCallback, useEffect, useRef, useState } from "react"
import {
  retryPayment,
  watchPayment,
  type Maintenance,
  type One2PaysPayment,
  type PaymentAnswer,
  type PaymentChoice,
  type SavedPaymentChoice,
  type StoreSdk,
} from "../../index"
import { hasEndedUnpaid } from "../../payment"
import { within } from "../../time-limit"

export interface UsePaymentOptions {
  /** The language of the server's texts. */
  locale?: string
  /**
   * The answer that a server component has read with `fetchPaymentAnswer`, which is shown until the first one comes.
   */
  initial?: PaymentAnswer
}

export interface PaymentState {
  /** Undefined until the first answer. */
  payment: One2PaysPayment | undefined
  maintenance: Maintenance | null
  /** The error of the last read, undefined once one has succeeded. */
  error: unknown
  /**
   * Makes another payment, see `retryPayment`. It never rejects: `retryError` holds the failure. One runs at a time,
   * and a call meanwhile joins it.
   */
  retry: (choice?: Partial<PaymentChoice> | SavedPaymentChoice) => Promise<void>
  isRetrying: boolean
  retryError: unknown
  /** Reads at once, and follows the payment again if that had stopped. */
  checkAgain: () => void
  /** Between `checkAgain` and the answer. */
  isChecking: boolean
}

interface Seen {
  orderId: string
  payment?: One2PaysPayment
  maintenance: Maintenance | null
  error?: unknown
  isChecking?: boolean
  retry?: "running" | { error: unknown }
}

/** Longer than the shop takes for it in the worst case. */
const RETRY_TIMEOUT_MS = 60_000

/** The page's knowledge of an order after news of it. */
export function afterNews(before: Seen, news: Partial<Seen>): Seen {
  const isOver = isMadeUpFor(before.payment, news.payment)
  return { ...before, ...(isOver ? { retry: undefined } : {}), ...news }
}

/**
 * Whether another payment makes up for a retry that failed. It may come from another tab. A payment that has ended does
 * not: the retry itself has left it behind.
 */
export const isMadeUpFor = (
  tried: One2PaysPayment | undefined,
  now: One2PaysPayment | undefined
): boolean =>
  now !== undefined &&
  now.reference_id !== tried?.reference_id &&
  !hasEndedUnpaid(now)

/**
 * @param initial ignored when it is another order's: a framework has gone on to the next page and keeps the component
 */
const firstSeen = (orderId: string, initial?: PaymentAnswer): Seen => ({
  orderId,
  maintenance: null,
  ...(initial?.payment.order_id === orderId ? initial : {}),
})

/** Follows the payment of an order while the component is mounted. */
export function usePayment(
  sdk: StoreSdk,
  orderId: string,
  { locale, initial }: UsePaymentOptions = {}
): PaymentState {
  const [seen, setSeen] = useState(() => firstSeen(orderId, initial))
  const [round, setRound] = useState(0)

  const current = seen.orderId === orderId ? seen : firstSeen(orderId, initial)

  // A new SDK object with every render must not restart the watching.
  const latest = useRef({ sdk, shown: current })
  useEffect(() => {
    latest.current = { sdk, shown: current }
  })

  const see = useCallback(
    (news: Partial<Seen>) => {
      // The page may show another order by now, for which this is no news.
      const { shown } = latest.current
      if (shown.orderId !== orderId) {
        return
      }
      setSeen((before) =>
        afterNews(before.orderId === orderId ? before : shown, news)
      )
    },
    [orderId]
  )

  useEffect(
    () =>
      watchPayment(latest.current.sdk, orderId, {
        locale,
        known: Boolean(latest.current.shown.payment),
        onChange(payment, maintenance) {
          see({ payment, maintenance, error: undefined, isChecking: false })
        },
        onError: (error) => see({ error, isChecking: false }),
      }),
    [orderId, locale, round, see]
  )

  const watchAnew = useCallback(() => setRound((count) => count + 1), [])

  const checkAgain = useCallback(() => {
    see({ isChecking: true })
    watchAnew()
  }, [see, watchAnew])

  const running = useRef<{ orderId: string; work: Promise<void> }>(undefined)

  const retry = useCallback(
    (choice?: Partial<PaymentChoice> | SavedPaymentChoice) => {
      const makeAnother = async () => {
        const { sdk, shown } = latest.current
        see({ retry: "running" })
        try {
          const payment = await within(RETRY_TIMEOUT_MS, (signal) =>
            retryPayment(sdk, orderId, choice, { locale, signal })
          )
          see({ payment, retry: undefined })
        } catch (error) {
          const { payment } = latest.current.shown
          const isOver = isMadeUpFor(shown.payment, payment)
          see({ retry: isOver ? undefined : { error } })
        }
        running.current = undefined
        // It also starts again after a failure: a refusal says that the order is no longer as this page shows it.
        watchAnew()
      }
      if (running.current?.orderId !== orderId) {
        running.current = { orderId, work: makeAnother() }
      }
      return running.current.work
    },
    [orderId, locale, see, watchAnew]
  )

  return {
    payment: current.payment,
    maintenance: current.maintenance,
    error: current.error,
    retry,
    isRetrying: current.retry === "running",
    retryError:
      typeof current.retry === "object" ? current.retry.error : undefined,
    checkAgain,
    isChecking: current.isChecking ?? false,
  }
}
