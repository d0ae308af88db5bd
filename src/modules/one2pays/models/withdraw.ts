import { model } from "@medusajs/framework/utils"

/**
 * One payout, or one refund, which the gateway pays out like one. The row comes before the request: `reference_id` and
 * `idempotency_key` are written with it and never change. `amount` is THB in major units (10.00 is ten baht). The
 * account number is sealed (see `seal.ts`). Staff see its last four digits, and who approves it sees the rest on request.
 */
export const Withdraw = model
  .define(
    { name: "One2paysWithdraw", tableName: "one2pays_withdraw" },
    {
      id: model.id({ prefix: "o2pwd" }).primaryKey(),
      kind: model.enum(["payout", "refund"]),
      state: model.enum([
        "requires_approval",
        "approved",
        "sending",
        "unknown",
        "pending",
        "processing",
        "paid",
        "failed",
        "canceled",
        "rejected",
      ]),
      amount: model.bigNumber(),
      currency_code: model.text(),
      account_name: model.text(),
      bank_code: model.text(),
      account_last4: model.text(),
      /** Of a refund whose payer's number did not open, the number as its payment keeps it. See `account.ts`. */
      account_sealed: model.text(),
      /** The name of the account under the key of its time, which tells two payouts to one account. Erased with the number. */
      account_hash: model.text().nullable(),
      /** The same of all rows of an upload. */
      batch_hash: model.text().nullable(),
      /** The reason for a payout that was asked for before, and the earlier ones. */
      duplicate: model.json().nullable(),
      /** For money that goes back: the first payer of the order, where the beneficiary is another one. */
      first_payer: model.json().nullable(),
      description: model.text().nullable(),
      metadata: model.json().nullable(),
      reference_id: model.text(),
      idempotency_key: model.text(),
      /** The caller's name of its request, so that a double click is one payout. */
      request_key: model.text().nullable(),
      /** The same for all rows of one upload. */
      batch_id: model.text().nullable(),
      /** Admin user, or `system`. */
      requested_by: model.text(),
      /** The user behind it at that time; `system`; null when nobody was known. */
      requested_by_person: model.text().nullable(),
      /** How the plugin found that user: the keys in between. Null until it looked. */
      requested_by_chain: model.json().nullable(),
      decided_by: model.text().nullable(),
      decided_at: model.dateTime().nullable(),
      /** For a refund: the payment that it pays back, and Medusa's refund. */
      payment_id: model.text().nullable(),
      order_id: model.text().nullable(),
      refund_id: model.text().nullable(),
      gateway_withdraw_id: model.text().nullable(),
      gateway_status: model.text().nullable(),
      gateway_created_at: model.dateTime().nullable(),
      /** How far a search of the gateway's list came that has not found it: it is not newer than this. */
      searched_to: model.dateTime().nullable(),
      /** What an approved one waits for, where it is more than its turn. */
      waits_for: model.enum(["funds", "key"]).nullable(),
      /** When a process first sent it to the gateway. */
      sent_at: model.dateTime().nullable(),
      /** When the plugin first knew that the gateway has it. A balance that is older does not show it. */
      accepted_at: model.dateTime().nullable(),
      /** The code of a refusal. */
      failure: model.text().nullable(),
      ended_at: model.dateTime().nullable(),
      /** When the plugin learned that the bank had sent it back. `ended_at` stays the time at which it was paid. */
      returned_at: model.dateTime().nullable(),
      /** When the plugin asks the gateway again: after news that it does not confirm yet, and after it was paid. */
      look_at: model.dateTime().nullable(),
      look_step: model.number().default(0),
      /** The lease of the instance that sends or checks it. It lapses by itself. */
      busy_until: model.dateTime().nullable(),
      issue: model
        .enum([
          "amount_mismatch",
          "delayed",
          "paid_after_cancel",
          "payout_failed",
          "refund_failed",
          "returned",
        ])
        .nullable(),
      /** Filled only in a row that is older than messages. */
      issue_detail: model.text().nullable(),
      /** Key and values of a sentence of `messages/`. */
      issue_message: model.json().nullable(),
      issue_raised_at: model.dateTime().nullable(),
      issue_announced_at: model.dateTime().nullable(),
      resolved_at: model.dateTime().nullable(),
      resolved_by: model.text().nullable(),
      /** A person's own words. The plugin's are in `resolution_message`. */
      resolution: model.text().nullable(),
      resolution_message: model.json().nullable(),
      /** Id of the last payout that pays back what the issue is about. */
      pay_back_id: model.text().nullable(),
      /** When staff asked for it, until it ends unpaid. */
      paying_back_since: model.dateTime().nullable(),
    }
  )
  .indexes([
    { on: ["pay_back_id"], where: "pay_back_id IS NOT NULL" },
    { on: ["reference_id"], unique: true },
    { on: ["request_key"], unique: true, where: "request_key IS NOT NULL" },
    { on: ["refund_id"], unique: true, where: "refund_id IS NOT NULL" },
    { on: ["payment_id"], where: "payment_id IS NOT NULL" },
    { on: ["order_id"], where: "order_id IS NOT NULL" },
    {
      on: ["gateway_withdraw_id"],
      where: "gateway_withdraw_id IS NOT NULL",
    },
    {
      name: "IDX_one2pays_withdraw_unfinished",
      on: ["state", "created_at", "id"],
      where: "state NOT IN ('paid', 'failed', 'canceled', 'rejected')",
    },
    // Account numbers that wait to be erased.
    {
      name: "IDX_one2pays_withdraw_numbered",
      on: ["updated_at"],
      where:
        "account_sealed <> '' AND state IN ('paid', 'failed', 'canceled', 'rejected')",
    },
    { on: ["created_at"] },
    // What left today, and what a balance does not show yet.
    { on: ["sent_at"], where: "sent_at IS NOT NULL" },
    { on: ["accepted_at"], where: "accepted_at IS NOT NULL" },
    { on: ["account_hash"], where: "account_hash IS NOT NULL" },
    { on: ["batch_hash"], where: "batch_hash IS NOT NULL" },
    // The rows of an upload, in the order of its file.
    { on: ["batch_id", "id"], where: "batch_id IS NOT NULL" },
    // Earlier payouts to the same name.
    { on: ["account_name"], where: "state = 'paid'" },
    { on: ["look_at"], where: "look_at IS NOT NULL" },
    { on: ["issue", "issue_raised_at"], where: "issue IS NOT NULL" },
    // Money that left, and money that came back, by day.
    {
      name: "IDX_one2pays_withdraw_left",
      on: ["ended_at"],
      where: "(state = 'paid' OR returned_at IS NOT NULL)",
    },
    { on: ["returned_at"], where: "returned_at IS NOT NULL" },
  ])
