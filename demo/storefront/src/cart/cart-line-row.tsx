import { formatThb } from "medusa-plugin-one2pays/storefront"
import { lineTitle } from "../catalog/product-names"
import { ProductPicture } from "../catalog/product-picture"
import { useLocale } from "../shop/locale-context"
import type { CartLine } from "../shop/types"

export function CartLineRow({
  line,
  busy,
  onQuantity,
  onRemove,
}: {
  line: CartLine
  busy: boolean
  onQuantity: (quantity: number) => void
  onRemove: () => void
}) {
  const { locale, t } = useLocale()
  const title = lineTitle(line, locale)
  return (
    <li className="cart-line" data-testid="cart-line">
      <ProductPicture title={title} thumbnail={line.thumbnail} />
      <div className="cart-line__body">
        <p className="cart-line__title">{title}</p>
        <p className="muted">{formatThb(line.unit_price)}</p>
        <div className="stepper" role="group" aria-label={t.quantity}>
          <button
            type="button"
            aria-label={t.less(title)}
            disabled={busy || line.quantity <= 1}
            data-testid="decrease"
            onClick={() => onQuantity(line.quantity - 1)}
          >
            −
          </button>
          <output aria-live="polite" data-testid="quantity">
            {line.quantity}
          </output>
          <button
            type="button"
            aria-label={t.more(title)}
            disabled={busy}
            data-testid="increase"
            onClick={() => onQuantity(line.quantity + 1)}
          >
            +
          </button>
        </div>
      </div>
      <div className="cart-line__end">
        <p className="cart-line__total">
          {formatThb(line.unit_price * line.quantity)}
        </p>
        <button
          type="button"
          className="link-button"
          disabled={busy}
          aria-label={t.removeProduct(title)}
          data-testid="remove"
          onClick={onRemove}
        >
          {t.remove}
        </button>
      </div>
    </li>
  )
}
