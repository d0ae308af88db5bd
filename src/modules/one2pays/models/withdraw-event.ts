import { model } from "@medusajs/framework/utils"

/**
 * The audit trail of withdraws: who changed what, when and why. The plugin only adds rows, and a trigger refuses every
 * other change.
 */
export const WithdrawEvent = model
  .define(
    { name: "One2paysWithdrawEvent", tableName: "one2pays_withdraw_event" },
    {
      id: model.id({ prefix: "o2pwe" }).primaryKey(),
      withdraw_id: model.text(),
      /** Admin user, `system`, or `gateway`. */
      actor: model.text(),
      /** The user behind a key at that time, as long as somebody was known. */
      person: model.text().nullable(),
      /** Null for the first line of a withdraw. */
      from_state: model.text().nullable(),
      to_state: model.text(),
      /** A person's own words. The plugin's are in `reason_message`, as key and values of a sentence of `messages/`. */
      reason: model.text().nullable(),
      reason_message: model.json().nullable(),
    }
  )
  .indexes([{ on: ["withdraw_id", "created_at"] }])
