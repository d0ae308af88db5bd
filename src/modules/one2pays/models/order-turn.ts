import { model } from "@medusajs/framework/utils"

/** The turn of a process that is choosing an order's payment. There is a row only as long as there is a turn. */
export const OrderTurn = model.define(
  { name: "One2paysOrderTurn", tableName: "one2pays_order_turn" },
  {
    /** Medusa's id of the order. */
    id: model.text().primaryKey(),
    /** The end of the turn. The same moment proves whose it is. */
    busy_until: model.dateTime(),
  }
)
