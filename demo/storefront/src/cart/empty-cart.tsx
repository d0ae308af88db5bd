import { useLocale } from "../shop/locale-context"
import { linkTo } from "../shop/route"

export function EmptyCart() {
  const { t } = useLocale()
  return (
    <div className="card empty" data-testid="empty-cart">
      <p>{t.emptyCart}</p>
      <a className="button button--primary" href={linkTo.products}>
        {t.seeProducts}
      </a>
    </div>
  )
}
