import {
  validatePayer,
  type PayerDetails,
  type PaymentMethod,
} from "medusa-plugin-one2pays/storefront"
import { useState } from "react"
import { useCart } from "../cart/cart-context"
import { describeError } from "../shop/describe-error"
import { useLocale } from "../shop/locale-context"
import { linkTo } from "../shop/route"
import { useShop } from "../shop/shop-context"
import { DEMO_CONTACT, validateContact } from "./contact"
import { placeOrder } from "./place-order"

const NO_PAYER: PayerDetails = {
  account_name: "",
  account_number: "",
  bank_code: "",
}

type Sending = "idle" | "sending" | { error: string }

/** What the customer has typed, what is wrong with it, and the placing of the order. */
export function useCheckout() {
  const { sdk } = useShop()
  const { locale, t } = useLocale()
  const { cart, close } = useCart()
  const [contact, setContact] = useState(DEMO_CONTACT)
  const [paymentMethod, setPaymentMethod] = useState<PaymentMethod>("promptpay")
  const [payer, setPayer] = useState(NO_PAYER)
  const [showErrors, setShowErrors] = useState(false)
  const [sending, setSending] = useState<Sending>("idle")

  const contactErrors = validateContact(contact, t)
  const checkedPayer = validatePayer(payer, locale)

  /** Returns false when the form must be corrected first. */
  async function submit(): Promise<boolean> {
    setShowErrors(true)
    if (
      !cart ||
      !checkedPayer.ok ||
      Object.keys(contactErrors).length ||
      sending === "sending"
    ) {
      return false
    }
    setSending("sending")
    try {
      const orderId = await placeOrder(sdk, cart.id, {
        contact,
        paymentMethod,
        payer: checkedPayer.value,
      })
      window.location.hash = linkTo.order(orderId)
      close()
    } catch (failure) {
      setSending({ error: describeError(failure, t) })
    }
    return true
  }

  return {
    contact,
    contactErrors,
    setContact,
    paymentMethod,
    setPaymentMethod,
    payer,
    payerErrors: checkedPayer.ok ? {} : checkedPayer.errors,
    setPayer,
    showErrors,
    sending: sending === "sending",
    error: typeof sending === "object" ? sending.error : undefined,
    submit,
  }
}
