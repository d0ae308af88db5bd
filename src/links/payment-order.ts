import { defineLink } from "@medusajs/framework/utils"
import { LINKABLE_ORDER, LINKABLE_PAYMENT } from "../modules/one2pays/linkable"

/** `one2pays_payment.order` */
export const orderOfPayment = defineLink(
  { linkable: LINKABLE_PAYMENT, field: "order_id" },
  LINKABLE_ORDER,
  { readOnly: true }
)

/** `order.one2pays_payments` */
export default defineLink(
  { linkable: LINKABLE_ORDER, field: "id" },
  { ...LINKABLE_PAYMENT, primaryKey: "order_id" },
  { readOnly: true, isList: true }
)
