import { Modules } from "@medusajs/framework/utils"

/** The tables that Query links with orders, as `defineLink` takes them. */
const linkable = (name: "payment" | "withdraw", entity: string) => ({
  serviceName: "one2pays",
  entity,
  field: `one2pays_${name}`,
  linkable: `one2pays_${name}_id`,
  primaryKey: "id",
})

export const LINKABLE_PAYMENT = linkable("payment", "One2paysPayment")
export const LINKABLE_WITHDRAW = linkable("withdraw", "One2paysWithdraw")

/** As core's own `OrderModule.linkable.order`, whose type says nothing. */
export const LINKABLE_ORDER = {
  serviceName: Modules.ORDER,
  entity: "Order",
  field: "order",
  linkable: "order_id",
  primaryKey: "id",
}
