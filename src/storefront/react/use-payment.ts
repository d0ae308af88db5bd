import { useCallback, useEffect, useRef, useState } from "react"
import {
  retryPayment,
  watchPayment,
  type Maintenance,
  type One2PaysPayment,
  type PaymentAnswer,
  type PaymentChoice,
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
  retry: (choice?: Partial<PaymentChoice>) => Promise<void>
  isRetrying: boolean
  retryError: unknown
  /** Reads at once, and follows the payment again where that had ended. */
  checkAgain: () => void
}

interface Seen {
  orderId: string
  payment?: One2PaysPayment
  maintenance: Maintenance | null
  error?: unknown
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

  // An SDK that is made anew with every render must not start the watching anew.
  const latestSdk = useRef(sdk)
  useEffect(() => {
    latestSdk.current = sdk
  })

  const see = useCallback(
    (change: Partial<Seen>) =>
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
      })),
    [orderId]
  )

  useEffect(
    () =>
      watchPayment(latestSdk.current, orderId, {
        locale,
        onChange(payment, maintenance) {
          see({ payment, maintenance, error: undefined })
        },
        onError: (error) => see({ error }),
      }),
    [orderId, locale, round, see]
  )

  const checkAgain = useCallback(() => setRound((count) => count + 1), [])

  const retry = useCallback(
    async (choice?: Partial<PaymentChoice>) => {
      see({ retry: "running" })
      try {
        const payment = await retryPayment(latestSdk.current, orderId, choice, {
          locale,
        })
        see({ payment, retry: undefined })
      } catch (error) {
        see({ retry: { error } })
      }
      // Also after a failure: a refusal says that the order is no longer what this page shows.
      checkAgain()
    },
    [orderId, locale, see, checkAgain]
  )

  const current: Seen =
    seen.orderId === orderId ? seen : { orderId, maintenance: null }
  return {
    payment: current.payment,
    maintenance: current.maintenance,
    error: current.error,
    retry,
    isRetrying: current.retry === "running",
    retryError:
      typeof current.retry === "object" ? current.retry.error : undefined,
    checkAgain,
  }
}
