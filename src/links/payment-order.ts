import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import { LINKABLE_PAYMENT } from "../modules/one2pays/linkable"

/** `one2pays_payment.order` */
export const orderOfPayment = defineLink(
  { linkable: LINKABLE_PAYMENT, field: "order_id" },
  OrderModule.linkable.order,
  { readOnly: true }
)

/** `order.one2pays_payments` */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  { ...LINKABLE_PAYMENT, primaryKey: "order_id" },
  { readOnly: true, isList: true }
)
