import type { PaymentMethod } from "medusa-plugin-one2pays/storefront"
import { useLocale } from "../shop/locale-context"

const METHODS: readonly PaymentMethod[] = ["promptpay", "bank_transfer"]

export function PaymentMethodChoice({
  chosen,
  onChoose,
}: {
  chosen: PaymentMethod
  onChoose: (method: PaymentMethod) => void
}) {
  const { t } = useLocale()
  return (
    <fieldset className="card">
      <legend>{t.paymentMethod}</legend>
      <div className="choices">
        {METHODS.map((method) => (
          <label key={method} className="choice">
            <input
              type="radio"
              name="payment_method"
              value={method}
              checked={chosen === method}
              data-testid={`method-${method}`}
              onChange={() => onChoose(method)}
            />
            <span className="choice__text">
              <strong>{t.methods[method].name}</strong>
              <span className="muted">{t.methods[method].hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
