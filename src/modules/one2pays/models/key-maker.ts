import { model } from "@medusajs/framework/utils"

/**
 * The maker of a secret API key. Medusa deletes the row of a deleted key for good, and with it the only word on whose
 * key it was.
 */
export const KeyMaker = model.define(
  { name: "One2paysKeyMaker", tableName: "one2pays_key_maker" },
  {
    /** Medusa's id of the key. */
    id: model.text().primaryKey(),
    /** Admin user, or another key. */
    made_by: model.text(),
  }
)
