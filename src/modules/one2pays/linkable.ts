/** The two tables that Query links with orders and with each other, as `defineLink` takes them. */
const linkable = (name: "payment" | "withdraw", entity: string) => ({
  serviceName: "one2pays",
  entity,
  field: `one2pays_${name}`,
  linkable: `one2pays_${name}_id`,
  primaryKey: "id",
})

export const LINKABLE_PAYMENT = linkable("payment", "One2paysPayment")
export const LINKABLE_WITHDRAW = linkable("withdraw", "One2paysWithdraw")
