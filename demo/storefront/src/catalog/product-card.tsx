import { formatThb } from "medusa-plugin-one2pays/storefront"
import { useState } from "react"
import { useCart } from "../cart/cart-context"
import { describeShopError } from "../shop/describe-error"
import { useLocale } from "../shop/locale-context"
import { linkTo } from "../shop/route"
import type { Product } from "../shop/types"
import { productNames } from "./product-names"
import { ProductPicture } from "./product-picture"

type Adding = "idle" | "adding" | "added" | { error: string }

export function ProductCard({ product }: { product: Product }) {
  const { locale, t } = useLocale()
  const { add } = useCart()
  const { title, description } = productNames(product, locale)
  const variants = product.variants ?? []
  const [variantId, setVariantId] = useState(variants[0]?.id)
  const [adding, setAdding] = useState<Adding>("idle")
  const price = variants.find(({ id }) => id === variantId)?.calculated_price
    ?.calculated_amount

  if (!variantId || price == null) {
    return null
  }

  async function addOne(id: string) {
    setAdding("adding")
    try {
      await add(id)
      setAdding("added")
    } catch (failure) {
      setAdding({ error: describeShopError(failure, locale) })
    }
  }

  return (
    <li
      className="card product"
      data-testid="product"
      data-handle={product.handle}
      data-price={price}
    >
      <ProductPicture title={title} thumbnail={product.thumbnail} />
      <h2>{title}</h2>
      {description && <p className="muted">{description}</p>}
      {variants.length > 1 && (
        <select
          aria-label={t.variant}
          value={variantId}
          onChange={(event) => setVariantId(event.target.value)}
        >
          {variants.map((variant) => (
            <option key={variant.id} value={variant.id}>
              {variant.title}
            </option>
          ))}
        </select>
      )}
      <p className="price" data-testid="price">
        {formatThb(price)}
      </p>
      <button
        type="button"
        className="button button--primary"
        aria-label={t.addProduct(title)}
        disabled={adding === "adding"}
        data-testid="add-to-cart"
        onClick={() => void addOne(variantId)}
      >
        {t.addToCart}
      </button>
      <p className="product__note" role="status">
        {adding === "added" && (
          <>
            {t.added}{" "}
            <a className="link" href={linkTo.cart} data-testid="view-cart">
              {t.viewCart}
            </a>
          </>
        )}
        {typeof adding === "object" && (
          <span className="error">{adding.error}</span>
        )}
      </p>
    </li>
  )
}
