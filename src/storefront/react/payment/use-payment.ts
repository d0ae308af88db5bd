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
   * What a server component has read of this order by `fetchPaymentAnswer`: it is shown until the first answer comes.
   */
  initial?: PaymentAnswer
}

export interface PaymentState {
  /** Undefined until the first answer. */
  payment: One2PaysPayment | undefined
  maintenance: Maintenance | null
  /** Of the last read, undefined once one has succeeded. */
  error: unknown
  /**
   * Makes another payment, see `retryPayment`. Never rejects: what goes wrong is in `retryError`. One at a time: a call
   * while another runs is that one.
   */
  retry: (choice?: Partial<PaymentChoice> | SavedPaymentChoice) => Promise<void>
  isRetrying: boolean
  retryError: unknown
  /** Reads at once, and follows the payment again where that had ended. */
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

/** Longer than the shop takes for it at the worst. */
const RETRY_TIMEOUT_MS = 60_000

/** What a page knows of an order after some news of it. */
export function afterNews(before: Seen, news: Partial<Seen>): Seen {
  const isOver = isMadeUpFor(before.payment, news.payment)
  return { ...before, ...(isOver ? { retry: undefined } : {}), ...news }
}

/**
 * What went wrong with a try is over once there is another payment, made in another tab perhaps. One that has ended is
 * what the try itself has left behind.
 */
export const isMadeUpFor = (
  tried: One2PaysPayment | undefined,
  now: One2PaysPayment | undefined
): boolean =>
  now !== undefined &&
  now.reference_id !== tried?.reference_id &&
  !hasEndedUnpaid(now)

/** @param initial of another order, where a framework has gone on to the next page and keeps the component, is ignored */
const firstSeen = (orderId: string, initial?: PaymentAnswer): Seen => ({
  orderId,
  maintenance: null,
  ...(initial?.payment.order_id === orderId ? initial : {}),
})

/** Follows the payment of an order for as long as the component is there. */
export function usePayment(
  sdk: StoreSdk,
  orderId: string,
  { locale, initial }: UsePaymentOptions = {}
): PaymentState {
  const [seen, setSeen] = useState(() => firstSeen(orderId, initial))
  const [round, setRound] = useState(0)

  const current = seen.orderId === orderId ? seen : firstSeen(orderId, initial)

  // An SDK that is made anew with every render must not start the watching anew.
  const latest = useRef({ sdk, shown: current })
  useEffect(() => {
    latest.current = { sdk, shown: current }
  })

  const see = useCallback(
    (news: Partial<Seen>) => {
      // A try that ends when the page shows another order already is no news of that one.
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
        // Also after a failure: a refusal says that the order is no longer what this page shows.
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
