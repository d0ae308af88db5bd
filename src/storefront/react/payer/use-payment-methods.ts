import { useEffect, useRef, useState } from "react"
import {
  listPaymentMethods,
  PAYMENT_METHODS,
  type PaymentMethod,
  type StoreSdk,
} from "../../index"

/**
 * The payment methods that the shop offers now, for `usePayerForm`. Empty until the answer comes, which lets the form show
 * no choice. Where the shop does not answer, all of them: the server refuses one that it does not offer.
 */
export function usePaymentMethods(sdk: StoreSdk): readonly PaymentMethod[] {
  const [methods, setMethods] = useState<readonly PaymentMethod[]>([])
  // A new SDK object with every render must not ask again.
  const firstSdk = useRef(sdk)

  useEffect(() => {
    const asking = new AbortController()
    const tell = (offered: readonly PaymentMethod[]) => {
      if (!asking.signal.aborted) {
        setMethods(offered)
      }
    }
    listPaymentMethods(firstSdk.current, { signal: asking.signal }).then(
      tell,
      () => tell(PAYMENT_METHODS)
    )
    return () => asking.abort()
  }, [])

  return methods
}
