/**
 * Outside of `/store`, where Medusa refuses whoever does not send a publishable key in a header. As
 * there, the order's id is what only its customer knows.
 */
export { GET } from "../../../../store/one2pays/orders/[id]/qr.png/route"
