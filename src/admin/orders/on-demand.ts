/**
 * An order's section and a payment's page are loaded as one part, since they show the same. Of two parts, the bundler
 * would give what they share to everybody at once.
 */
export { OrderDetail } from "./order-detail"
export { PaymentPage } from "./payment-page"
