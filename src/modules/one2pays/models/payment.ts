import { model } from "@medusajs/framework/utils"
import { PAYMENT_METHODS } from "../../../gateway"

/**
 * One try to pay an order: the payment. The process writes a row when the customer chooses One2Pays, and again before
 * every call that could move money. A Medusa payment session has one payment, or several where its order was rolled
 * back and placed again.
 *
 * `amount` is THB in major units (10.00 is ten baht). `payer_sealed` holds the account number encrypted (see
 * `seal.ts`), and nothing once nobody needs it. Of the number, the row keeps nothing else but its last four digits.
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
      /** Written before the gateway is asked for the payment. Null in a row that is older than the column. */
      idempotency_key: model.text().nullable(),
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
      /** THB that the gateway asks the payer for, where it added some satang; as text. */
      asked_amount: model.text().nullable(),
      currency_code: model.text(),
      payment_method: model.enum([...PAYMENT_METHODS]),
      payer_name: model.text(),
      payer_bank_code: model.text(),
      payer_last4: model.text(),
      payer_sealed: model.text(),
      /**
       * The payer that came with the order: name, bank and last four digits. It is set where somebody changed the payer
       * of a guest's order later on.
       */
      first_payer: model.json().nullable(),
      /** Id of the customer who asked the shop to remember this account, until the shop has saved it. */
      remember_for: model.text().nullable(),
      next_action: model.json().nullable(),
      expires_at: model.dateTime().nullable(),
      /** When the gateway created it, by its clock. The process searches the gateway's lists by this. */
      gateway_created_at: model.dateTime().nullable(),
      /** When a process claimed it to create it at the gateway. */
      claimed_at: model.dateTime().nullable(),
      /** How far a search of the gateway's list came that has not found it: it is not newer than this. */
      searched_to: model.dateTime().nullable(),
      settled_at: model.dateTime().nullable(),
      /** When a process saw that it had ended without money. */
      ended_at: model.dateTime().nullable(),
      /** When the next payment for the same order replaced it. */
      replaced_at: model.dateTime().nullable(),
      /** When its order was canceled: from then on no payment may follow. */
      closed_at: model.dateTime().nullable(),
      /** When the plugin showed the merchant that this order stays open although nobody paid. */
      kept_unpaid_at: model.dateTime().nullable(),
      /** When staff had the unmatched money sent back. From then on the payment counts as unpaid. */
      paid_back_at: model.dateTime().nullable(),
      /** What Medusa booked back in all, and nobody was asked to pay; THB in major units, as text. */
      owed_back: model.text().nullable(),
      /** How much of that an issue has told staff of. */
      owed_back_told: model.text().nullable(),
      issue: model
        .enum([
          "amount_mismatch",
          "currency_mismatch",
          "order_rolled_back",
          "paid_after_cancel",
          "paid_twice",
          "qr_amount_mismatch",
          "refund_missing",
          "unknown_reference",
        ])
        .nullable(),
      /** Filled only in a row that is older than messages. */
      issue_detail: model.text().nullable(),
      /** Key and values of a sentence of `messages/`. */
      issue_message: model.json().nullable(),
      issue_raised_at: model.dateTime().nullable(),
      /** When the plugin told the merchant. */
      issue_announced_at: model.dateTime().nullable(),
      resolved_at: model.dateTime().nullable(),
      /** Id of the admin user. */
      resolved_by: model.text().nullable(),
      /** A person's own words. The plugin's are in `resolution_message`. */
      resolution: model.text().nullable(),
      resolution_message: model.json().nullable(),
      /** Id of the last payout that pays back what the issue is about. */
      pay_back_id: model.text().nullable(),
      /** When staff asked for it, until it ends unpaid. */
      paying_back_since: model.dateTime().nullable(),
      cancel_requested_at: model.dateTime().nullable(),
      /** When the order began to owe another amount. The next payment takes its place as soon as the gateway allows. */
      replace_requested_at: model.dateTime().nullable(),
      /** When the plugin asks the gateway again, after good news that the gateway's own answer does not confirm yet. */
      look_at: model.dateTime().nullable(),
      look_step: model.number().default(0),
      busy_until: model.dateTime().nullable(),
    }
  )
  .indexes([
    { on: ["pay_back_id"], where: "pay_back_id IS NOT NULL" },
    { on: ["session_id"], where: "deleted_at IS NULL" },
    // The list of staff, and what they search for. The words have indexes of another kind: see the migration.
    { on: ["created_at", "id"] },
    { on: ["state", "created_at", "id"] },
    { on: ["amount", "id"] },
    { on: ["asked_amount"], where: "asked_amount IS NOT NULL" },
    { on: ["payer_last4"] },
    { on: ["payment_collection_id"] },
    // Payments that are under way: few rows among many.
    { on: ["state", "updated_at"], where: "state IN ('creating', 'open')" },
    {
      name: "IDX_one2pays_payment_unfinished",
      on: ["created_at", "id"],
      where:
        "(state IN ('creating', 'open') OR (state = 'succeeded' AND settled_at IS NULL AND (issue IS NULL OR (issue = 'qr_amount_mismatch' AND paid_back_at IS NULL))))",
    },
    // Initiated payments of checkouts, before there is an order.
    { on: ["updated_at"], where: "state = 'initiated'" },
    // Hidden payments of sessions that core has deleted: their payer may serve again, and pruning deletes them.
    {
      name: "IDX_one2pays_payment_hidden_collection",
      on: ["payment_collection_id"],
      where: "deleted_at IS NOT NULL",
    },
    {
      name: "IDX_one2pays_payment_hidden_order",
      on: ["order_id"],
      where: "deleted_at IS NOT NULL",
    },
    {
      name: "IDX_one2pays_payment_hidden",
      on: ["updated_at"],
      where: "state = 'initiated' AND deleted_at IS NOT NULL",
    },
    { on: ["gateway_created_at"], where: "gateway_created_at IS NOT NULL" },
    { on: ["ended_at"], where: "ended_at IS NOT NULL" },
    {
      name: "IDX_one2pays_payment_unpaid",
      on: ["ended_at"],
      where:
        "ended_at IS NOT NULL AND closed_at IS NULL AND replaced_at IS NULL AND kept_unpaid_at IS NULL",
    },
    {
      name: "IDX_one2pays_payment_kept",
      on: ["kept_unpaid_at"],
      where:
        "kept_unpaid_at IS NOT NULL AND closed_at IS NULL AND replaced_at IS NULL",
    },
    {
      name: "IDX_one2pays_payment_replace",
      on: ["replace_requested_at"],
      where:
        "replace_requested_at IS NOT NULL AND replaced_at IS NULL AND closed_at IS NULL",
    },
    { on: ["look_at"], where: "look_at IS NOT NULL" },
    // Booked back, and staff do not know of it yet.
    {
      name: "IDX_one2pays_payment_owed_back",
      on: ["id"],
      where: "owed_back IS DISTINCT FROM owed_back_told",
    },
    // Account numbers that wait to be erased.
    {
      name: "IDX_one2pays_payment_numbered",
      on: ["updated_at"],
      where:
        "payer_sealed <> '' AND (state IN ('expired', 'failed', 'canceled') OR (state = 'succeeded' AND (settled_at IS NOT NULL OR issue IS NOT NULL)))",
    },
    { on: ["issue", "issue_raised_at"], where: "issue IS NOT NULL" },
    // Money that came in, by day.
    { on: ["settled_at"], where: "state = 'succeeded'" },
    { on: ["order_id"], where: "order_id IS NOT NULL" },
    { on: ["remember_for"], where: "remember_for IS NOT NULL" },
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
