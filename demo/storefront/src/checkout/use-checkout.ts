import { usePayerForm } from "medusa-plugin-one2pays/storefront/react"
import { useState } from "react"
import { useCart } from "../cart/cart-context"
import { describeShopError } from "../shop/describe-error"
import { useLocale } from "../shop/locale-context"
import { linkTo } from "../shop/route"
import { useShop } from "../shop/shop-context"
import { DEMO_CONTACT, validateContact } from "./contact"
import { placeOrder } from "./place-order"

type Sending = "idle" | "sending" | { error: string }

/** What the customer has typed, what is wrong with it, and the placing of the order. */
export function useCheckout() {
  const { sdk } = useShop()
  const { locale, t } = useLocale()
  const { cart, close } = useCart()
  const [contact, setContact] = useState(DEMO_CONTACT)
  const payer = usePayerForm({ locale })
  const [showErrors, setShowErrors] = useState(false)
  const [sending, setSending] = useState<Sending>("idle")

  const contactErrors = validateContact(contact, t)

  /** Returns false when the form must be corrected first. */
  async function submit(): Promise<boolean> {
    setShowErrors(true)
    const choice = payer.submit()
    if (
      !cart ||
      !choice ||
      Object.keys(contactErrors).length ||
      sending === "sending"
    ) {
      return false
    }
    setSending("sending")
    try {
      const orderId = await placeOrder(sdk, cart.id, { contact, choice })
      window.location.hash = linkTo.order(orderId)
      close()
    } catch (failure) {
      setSending({ error: describeShopError(failure, locale) })
    }
    return true
  }

  return {
    contact,
    contactErrors,
    setContact,
    payerProps: payer.props,
    showErrors,
    sending: sending === "sending",
    error: typeof sending === "object" ? sending.error : undefined,
    submit,
  }
}
