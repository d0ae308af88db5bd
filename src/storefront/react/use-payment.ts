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
} from "../index"

export interface UsePaymentOptions {
  /** The language of the server's texts. */
  locale?: string
  /** What a server component has read by `fetchPaymentAnswer`: it is shown until the first answer comes. */
  initial?: PaymentAnswer
}

export interface PaymentState {
  /** Undefined until the first answer. */
  payment: One2PaysPayment | undefined
  maintenance: Maintenance | null
  /** Of the last read, undefined once one has succeeded. */
  error: unknown
  /** Makes another payment, see `retryPayment`. Never rejects: what goes wrong is in `retryError`. */
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

/** Follows the payment of an order for as long as the component is there. */
export function usePayment(
  sdk: StoreSdk,
  orderId: string,
  { locale, initial }: UsePaymentOptions = {}
): PaymentState {
  const [seen, setSeen] = useState<Seen>({
    orderId,
    maintenance: null,
    ...initial,
  })
  const [round, setRound] = useState(0)

  const current: Seen =
    seen.orderId === orderId ? seen : { orderId, maintenance: null }

  // An SDK that is made anew with every render must not start the watching anew.
  const latest = useRef({ sdk, orderId, isKnown: Boolean(current.payment) })
  useEffect(() => {
    latest.current = { sdk, orderId, isKnown: Boolean(current.payment) }
  })

  const see = useCallback(
    (change: Partial<Seen>) => {
      // A try that ends when the page shows another order already is no news of that one.
      if (latest.current.orderId !== orderId) {
        return
      }
      setSeen((before) => ({
        ...(before.orderId === orderId
          ? before
          : { orderId, maintenance: null }),
        // What went wrong with a try is over once there is another payment, made in another tab perhaps.
        ...(change.payment &&
        change.payment.reference_id !== before.payment?.reference_id
          ? { retry: undefined }
          : {}),
        ...change,
      }))
    },
    [orderId]
  )

  useEffect(
    () =>
      watchPayment(latest.current.sdk, orderId, {
        locale,
        known: latest.current.isKnown,
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

  const retry = useCallback(
    async (choice?: Partial<PaymentChoice> | SavedPaymentChoice) => {
      see({ retry: "running" })
      try {
        const { sdk } = latest.current
        const payment = await retryPayment(sdk, orderId, choice, { locale })
        see({ payment, retry: undefined })
      } catch (error) {
        see({ retry: { error } })
      }
      // Also after a failure: a refusal says that the order is no longer what this page shows.
      watchAnew()
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
