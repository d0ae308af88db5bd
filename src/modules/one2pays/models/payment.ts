import { model } from "@medusajs/framework/utils"

/**
 * One attempt to take one payment: a row is written when the customer chooses One2Pays, and
 * again before every call that could move money. A Medusa payment session has one attempt,
 * or several where its order was rolled back and placed again.
 *
 * `amount` is THB in major units (10.00 is ten baht). `payer_sealed` holds the account number
 * encrypted (see `seal.ts`); nothing else of the number than its last four digits is kept.
 */
export const Payment = model
  .define(
    { name: "One2paysPayment", tableName: "one2pays_payment" },
    {
      id: model.id({ prefix: "o2ppay" }).primaryKey(),
      session_id: model.text(),
      payment_collection_id: model.text(),
      order_id: model.text().nullable(),
      attempt: model.number().nullable(),
      reference_id: model.text().nullable(),
      gateway_payment_id: model.text().nullable(),
      state: model
        .enum([
          "initiated",
          "creating",
          "open",
          "succeeded",
          "expired",
          "failed",
          "canceled",
        ])
        .default("initiated"),
      gateway_status: model.text().nullable(),
      amount: model.bigNumber(),
      currency_code: model.text(),
      payment_method: model.enum(["promptpay", "bank_transfer"]),
      payer_name: model.text(),
      payer_bank_code: model.text(),
      payer_last4: model.text(),
      payer_sealed: model.text(),
      next_action: model.json().nullable(),
      expires_at: model.dateTime().nullable(),
      settled_at: model.dateTime().nullable(),
      issue: model
        .enum([
          "amount_mismatch",
          "currency_mismatch",
          "paid_after_cancel",
          "paid_twice",
          "qr_amount_mismatch",
          "unknown_reference",
        ])
        .nullable(),
      issue_detail: model.text().nullable(),
      cancel_requested_at: model.dateTime().nullable(),
      busy_until: model.dateTime().nullable(),
    }
  )
  .indexes([
    { on: ["session_id"], where: "deleted_at IS NULL" },
    { on: ["payment_collection_id"] },
    // What is still under way: few rows among many.
    { on: ["state", "updated_at"], where: "state IN ('creating', 'open')" },
    { on: ["issue"], where: "issue IS NOT NULL" },
    { on: ["order_id"], where: "order_id IS NOT NULL" },
    {
      on: ["reference_id"],
      unique: true,
      where: "reference_id IS NOT NULL",
    },
    {
      on: ["gateway_payment_id"],
      where: "gateway_payment_id IS NOT NULL",
    },
  ])
