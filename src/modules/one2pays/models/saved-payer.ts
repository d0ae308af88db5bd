import { model } from "@medusajs/framework/utils"

/**
 * A bank account that a customer asked the shop to remember. `payer_sealed` holds its name and number encrypted (see
 * `seal.ts`). The customer tells it by the bank and the last four digits.
 */
export const SavedPayer = model
  .define(
    { name: "One2paysSavedPayer", tableName: "one2pays_saved_payer" },
    {
      id: model.id({ prefix: "o2psp" }).primaryKey(),
      customer_id: model.text(),
      bank_code: model.text(),
      last4: model.text(),
      payer_sealed: model.text(),
      last_used_at: model.dateTime(),
    }
  )
  .indexes([
    { on: ["customer_id", "last_used_at"] },
    // Pruning uses this one.
    { on: ["last_used_at"] },
  ])
