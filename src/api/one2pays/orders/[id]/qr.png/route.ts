/**
 * This route stands outside of `/store`, where Medusa refuses a request without a publishable key in a header. As there,
 * nobody but the customer knows the order's id.
 */
export { GET } from "../../../../store/one2pays/orders/[id]/qr.png/route"
