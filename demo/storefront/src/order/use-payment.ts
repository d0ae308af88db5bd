import {
  watchPayment,
  type One2PaysPayment,
} from "medusa-plugin-one2pays/storefront"
import { useCallback, useEffect, useState } from "react"
import { useLocale } from "../shop/locale-context"
import { useShop } from "../shop/shop-context"

/** The payment of an order as it is now. `error` is the last read's, until one succeeds. */
export function usePayment(orderId: string) {
  const { sdk } = useShop()
  const { locale } = useLocale()
  const [payment, setPayment] = useState<One2PaysPayment>()
  const [error, setError] = useState<unknown>()
  const [round, setRound] = useState(0)

  // A new locale asks again, because the payment's message comes in the language of the request.
  useEffect(
    () =>
      watchPayment(sdk, orderId, {
        onChange(next) {
          setPayment(next)
          setError(undefined)
        },
        onError: setError,
      }),
    [sdk, orderId, locale, round]
  )

  const checkAgain = useCallback(() => setRound((count) => count + 1), [])
  return { payment, error, checkAgain }
}
