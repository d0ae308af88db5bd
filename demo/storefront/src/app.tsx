import { AccountPage } from "./account/account-page"
import { CartPage } from "./cart/cart-page"
import { ProductsPage } from "./catalog/products-page"
import { CheckoutPage } from "./checkout/checkout-page"
import { OrderPage } from "./order/order-page"
import { PaymentLinkPage } from "./order/payment-link-page"
import { Layout } from "./shop/layout"
import { useRoute } from "./shop/route"

export function App() {
  return (
    <Layout>
      <CurrentPage />
    </Layout>
  )
}

function CurrentPage() {
  const route = useRoute()
  switch (route.page) {
    case "products":
      return <ProductsPage />
    case "cart":
      return <CartPage />
    case "checkout":
      return <CheckoutPage />
    case "account":
      return <AccountPage />
    case "order":
      return <OrderPage key={route.id} id={route.id} />
    case "payment-collection":
      return <PaymentLinkPage key={route.id} {...route} />
    default:
      return route satisfies never
  }
}
