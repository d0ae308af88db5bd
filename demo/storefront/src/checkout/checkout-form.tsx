import { PayerForm } from "medusa-plugin-one2pays/storefront/react"
import { useRef, type FormEvent } from "react"
import { lineTitle } from "../catalog/product-names"
import { Totals } from "../cart/totals"
import { useLocale } from "../shop/locale-context"
import type { Cart, Customer } from "../shop/types"
import { CheckoutError } from "./checkout-error"
import { ContactFields } from "./contact-fields"
import { useCheckout } from "./use-checkout"

/** The customer is known by now, if they have logged in. */
export function CheckoutForm({
  cart,
  customer,
}: {
  cart: Cart
  customer: Customer | null
}) {
  const { locale, t } = useLocale()
  const checkout = useCheckout(cart, customer)
  const form = useRef<HTMLFormElement>(null)

  async function send(event: FormEvent) {
    event.preventDefault()
    if (!(await checkout.submit())) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }

  return (
    <form
      className="columns"
      ref={form}
      noValidate
      onSubmit={(event) => void send(event)}
    >
      <div className="stack">
        <ContactFields
          contact={checkout.contact}
          errors={checkout.contactErrors}
          showErrors={checkout.showErrors}
          onChange={checkout.setContact}
        />
        <PayerForm className="card" {...checkout.payerProps} />
      </div>
      <section className="card summary" aria-label={t.summary}>
        <ul className="summary__lines">
          {cart.items?.map((line) => (
            <li key={line.id}>
              {line.quantity} × {lineTitle(line, locale)}
            </li>
          ))}
        </ul>
        <Totals of={cart} />
        {checkout.error && <CheckoutError message={checkout.error} />}
        <button
          type="submit"
          className="button button--primary"
          disabled={checkout.sending}
          aria-busy={checkout.sending}
          data-testid="place-order"
        >
          {checkout.sending && <span className="spinner" aria-hidden="true" />}
          {placeOrderLabel()}
        </button>
        <p className="muted small">{t.payNext}</p>
      </section>
    </form>
  )

  function placeOrderLabel() {
    if (checkout.sending) {
      return t.placingOrder
    }
    return checkout.error ? t.tryAgain : t.placeOrder
  }
}
