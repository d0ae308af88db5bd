import {
  banksOf,
  errorCode,
  placeOrder,
} from "medusa-plugin-one2pays/storefront"
import {
  usePayerForm,
  usePaymentOffer,
  useSavedPayers,
} from "medusa-plugin-one2pays/storefront/react"
import { useState } from "react"
import { useCart } from "../cart/cart-context"
import { describeShopError } from "../shop/describe-error"
import { useLocale } from "../shop/locale-context"
import { linkTo } from "../shop/route"
import { useShop } from "../shop/shop-context"
import type { Cart, Customer } from "../shop/types"
import { contactOf, validateContact, type ContactField } from "./contact"
import { forgetTyped, keepTyped, readTyped } from "./kept-contact"
import { useEarlyOrder } from "./use-early-order"

type Sending = "idle" | "sending" | { error: string }

/** What the customer has typed, what is wrong with it, and the placing of the order. */
export function useCheckout(cart: Cart, customer: Customer | null) {
  const { sdk } = useShop()
  const { locale, t } = useLocale()
  const { close, reload } = useCart()
  const [typed, setTyped] = useState(readTyped)
  const contact = { ...contactOf(customer), ...typed }
  const saved = useSavedPayers(sdk, { enabled: customer !== null })
  const offer = usePaymentOffer(sdk, { amount: cart.total, locale })
  const methods = offer.payment_methods
  const payer = usePayerForm({ locale, saved, methods })
  const [showErrors, setShowErrors] = useState(false)
  const [sending, setSending] = useState<Sending>("idle")

  const contactErrors = validateContact(contact, t)
  const isContactValid = Object.keys(contactErrors).length === 0
  const { updated_at } = cart
  const takePrepared = useEarlyOrder(
    sdk,
    cart.id,
    payer.choice && isContactValid
      ? { contact, choice: payer.choice, updated_at }
      : null
  )

  function setContact(field: ContactField, value: string) {
    const now = { ...typed, [field]: value }
    setTyped(now)
    keepTyped(now)
  }

  /** Returns false when the form must be corrected first. */
  async function submit(): Promise<boolean> {
    setShowErrors(true)
    const choice = payer.submit()
    if (!choice || !isContactValid || sending === "sending") {
      return false
    }
    setSending("sending")
    try {
      const prepared = await takePrepared({ contact, choice, updated_at })
      const orderId = await placeOrder(sdk, prepared, choice)
      window.location.hash = linkTo.order(orderId)
      forgetTyped()
      close()
    } catch (failure) {
      if (errorCode(failure) === "one2pays_amount_changed") {
        await reload()
      }
      setSending({ error: describeShopError(failure, locale) })
    }
    return true
  }

  return {
    contact,
    contactErrors,
    setContact,
    payerProps: { ...payer.props, banks: banksOf(offer.banks) },
    showErrors,
    sending: sending === "sending",
    error:
      typeof sending === "object" ? sending.error : offer.unavailable?.message,
    submit,
  }
}
