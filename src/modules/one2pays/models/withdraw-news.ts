import { model } from "@medusajs/framework/utils"

/**
 * News of withdraws for mails and messages, from the change of state that they tell until an instance has emitted them.
 * A row is written with its change and deleted with its event, so that each is told once, whatever dies in between.
 */
export const WithdrawNews = model.define(
  { name: "One2paysWithdrawNews", tableName: "one2pays_withdraw_news" },
  {
    id: model.id({ prefix: "o2pwn" }).primaryKey(),
    withdraw_id: model.text(),
    /** Name of the event. */
    event: model.text(),
  }
)
