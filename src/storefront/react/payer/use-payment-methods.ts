import { useEffect, useRef, useState } from "react"
import {
  fetchPaymentOffer,
  PAYMENT_METHODS,
  type OfferOptions,
  type PaymentMethod,
  type PaymentOffer,
  type StoreSdk,
} from "../../index"

const UNKNOWN: PaymentOffer = {
  payment_methods: [],
  banks: null,
  min_amount: null,
  max_amount: null,
  unavailable: null,
}

/**
 * What the shop takes now, for `usePayerForm` and `PayerForm`. It names no method until the answer comes, which lets the
 * form show no choice. Where the shop does not answer, it names all of them: the server refuses one that it does not offer.
 */
export function usePaymentOffer(
  sdk: StoreSdk,
  { amount, locale }: Pick<OfferOptions, "amount" | "locale"> = {}
): PaymentOffer {
  const [offer, setOffer] = useState(UNKNOWN)
  // A new SDK object with every render must not ask again.
  const firstSdk = useRef(sdk)

  useEffect(() => {
    const asking = new AbortController()
    const { signal } = asking
    const tell = (answer: PaymentOffer) => {
      if (!signal.aborted) {
        setOffer(answer)
      }
    }
    fetchPaymentOffer(firstSdk.current, { amount, locale, signal }).then(
      tell,
      () => tell({ ...UNKNOWN, payment_methods: [...PAYMENT_METHODS] })
    )
    return () => asking.abort()
  }, [amount, locale])

  return offer
}

/** The payment methods that the shop offers now, for `usePayerForm`. */
export const usePaymentMethods = (sdk: StoreSdk): readonly PaymentMethod[] =>
  usePaymentOffer(sdk).payment_methods
