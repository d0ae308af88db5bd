import { model } from "@medusajs/framework/utils"

/**
 * The ledger: money that moved at the gateway, as far as the plugin knows. The plugin only adds rows, in the transaction
 * that records the state, and a trigger refuses every other change. It holds no personal data. `amount` is THB in major
 * units, above zero; `kind` says which way it went.
 */
export const Movement = model
  .define(
    { name: "One2paysMovement", tableName: "one2pays_movement" },
    {
      id: model.id({ prefix: "o2pmv" }).primaryKey(),
      kind: model.enum([
        "received",
        "further",
        "held",
        "released",
        "refund",
        "payout",
        "pay_back",
        "returned",
      ]),
      amount: model.bigNumber(),
      /** The gateway's own time of the movement; when the plugin saw it, where the gateway gave none. */
      moved_at: model.dateTime(),
      reference_id: model.text().nullable(),
      gateway_id: model.text().nullable(),
      order_id: model.text().nullable(),
      /** The row that it belongs to: a payment of money that came, or a withdraw. */
      payment_id: model.text().nullable(),
      withdraw_id: model.text().nullable(),
      /** Names what happened, so that it is written once, whoever sees it. */
      key: model.text(),
    }
  )
  .indexes([
    { on: ["key"], unique: true },
    { on: ["moved_at", "id"] },
    { on: ["payment_id"], where: "payment_id IS NOT NULL" },
    { on: ["withdraw_id"], where: "withdraw_id IS NOT NULL" },
    // Money in flight at any time.
    {
      name: "IDX_one2pays_movement_held",
      on: ["moved_at"],
      where: "kind IN ('held', 'released')",
    },
  ])
