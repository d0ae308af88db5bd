import { useCallback, useEffect, useRef, useState } from "react"
import {
  checkPayment,
  errorCode,
  retryPayment,
  watchPayment,
  type Maintenance,
  type One2PaysPayment,
  type PaymentAnswer,
  type PaymentChoice,
  type RetryOptions,
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
  retry: (
    choice?: Partial<PaymentChoice> | SavedPaymentChoice,
    options?: Pick<RetryOptions, "replace">
  ) => Promise<void>
  isRetrying: boolean
  retryError: unknown
  /**
   * The customer says that they have paid, see `checkPayment`. It never rejects: `checkError` holds the failure, unless the
   * shop has been asked enough.
   */
  check: () => Promise<void>
  isAsking: boolean
  checkError: unknown
  /** Whether the customer has said so of the payment that is shown. */
  saysPaid: boolean
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
  check?: { reference_id: string; isRunning: boolean; error?: unknown }
  retry?: "running" | { error: unknown }
}

/** Longer than the shop takes for a question to the gateway in the worst case. */
const GATEWAY_TIMEOUT_MS = 60_000

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

  const check = useCallback(async () => {
    const { sdk, shown } = latest.current
    const reference_id = shown.payment?.reference_id ?? ""
    const said = (isRunning: boolean, error?: unknown) => ({
      check: { reference_id, isRunning, error },
    })
    see(said(true))
    try {
      const answer = await within(GATEWAY_TIMEOUT_MS, (signal) =>
        checkPayment(sdk, orderId, { locale, signal })
      )
      see({ ...answer, error: undefined, ...said(false) })
    } catch (error) {
      // Who has asked often enough is waiting already.
      const isBusy = errorCode(error) === "one2pays_busy"
      see(said(false, isBusy ? undefined : error))
    }
    watchAnew()
  }, [orderId, locale, see, watchAnew])

  const running = useRef<{ orderId: string; work: Promise<void> }>(undefined)

  const retry = useCallback(
    (
      choice?: Partial<PaymentChoice> | SavedPaymentChoice,
      { replace }: Pick<RetryOptions, "replace"> = {}
    ) => {
      const makeAnother = async () => {
        const { sdk, shown } = latest.current
        see({ retry: "running" })
        try {
          const payment = await within(GATEWAY_TIMEOUT_MS, (signal) =>
            retryPayment(sdk, orderId, choice, { locale, signal, replace })
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

  const said =
    current.check?.reference_id === current.payment?.reference_id
      ? current.check
      : undefined

  return {
    payment: current.payment,
    maintenance: current.maintenance,
    error: current.error,
    retry,
    isRetrying: current.retry === "running",
    retryError:
      typeof current.retry === "object" ? current.retry.error : undefined,
    check,
    isAsking: said?.isRunning ?? false,
    checkError: said?.error,
    saysPaid: said !== undefined,
    checkAgain,
    isChecking: current.isChecking ?? false,
  }
}
