import { describeShopError } from "../shop/describe-error"
import { useLocale } from "../shop/locale-context"
import { Page } from "../shop/page"
import { ProductCard } from "./product-card"
import { useProducts } from "./use-products"

export function ProductsPage() {
  const { locale, t } = useLocale()
  const { products, error } = useProducts()
  return (
    <Page title={t.products}>
      <p className="lead">{t.tagline}</p>
      {error !== undefined && (
        <p className="alert" role="alert">
          {describeShopError(error, locale)}
        </p>
      )}
      {!products && error === undefined && <p>{t.loading}</p>}
      <ul className="products">
        {products?.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </ul>
    </Page>
  )
}
