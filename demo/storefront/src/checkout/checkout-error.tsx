import { useLocale } from "../shop/locale-context"

export function CheckoutError({ message }: { message: string }) {
  const { t } = useLocale()
  return (
    <div className="alert" role="alert" data-testid="checkout-error">
      <p>{message}</p>
      <p className="small">{t.cartIsKept}</p>
    </div>
  )
}
