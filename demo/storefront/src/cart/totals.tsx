import { formatThb } from "medusa-plugin-one2pays/storefront"
import { useLocale } from "../shop/locale-context"

/** The amounts of a cart or an order, tax included. */
export function Totals({
  of,
}: {
  of: { item_total: number; shipping_total: number; total: number }
}) {
  const { t } = useLocale()
  return (
    <dl className="totals">
      <div>
        <dt>{t.subtotal}</dt>
        <dd data-testid="subtotal">{formatThb(of.item_total)}</dd>
      </div>
      <div>
        <dt>{t.shipping}</dt>
        <dd data-testid="shipping">
          {of.shipping_total ? formatThb(of.shipping_total) : t.free}
        </dd>
      </div>
      <div className="totals__total">
        <dt>{t.total}</dt>
        <dd data-testid="total">{formatThb(of.total)}</dd>
      </div>
    </dl>
  )
}
