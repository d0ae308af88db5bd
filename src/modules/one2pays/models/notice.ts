import { model } from "@medusajs/framework/utils"

/**
 * What staff have to hear, written in the transaction that makes it true. Its row says what becomes of it: an instance
 * emits its event, another one may tell it, and a third one tells it where that one died. Told rows stay for some days.
 * No account number is in it.
 */
export const Notice = model
  .define(
    { name: "One2paysNotice", tableName: "one2pays_notice" },
    {
      id: model.id({ prefix: "o2pnt" }).primaryKey(),
      topic: model.text(),
      /** How many payments or withdraws it tells of, and their THB together. */
      count: model.number().default(1),
      amount: model.text().nullable(),
      /** The one that it is about. Null where there are several. */
      subject: model.json().nullable(),
      words: model.json().nullable(),
      /** For the shop's subscribers. Null when it is emitted. */
      event: model.json().nullable(),
      tries: model.number().default(0),
      /** When an instance may tell it: the end of the lease of the one that tells it now. */
      due_at: model.dateTime(),
      claimed_at: model.dateTime().nullable(),
      told_at: model.dateTime().nullable(),
    }
  )
  .indexes([
    { on: ["due_at"], where: "told_at IS NULL" },
    { on: ["topic", "claimed_at"], where: "claimed_at IS NOT NULL" },
    {
      name: "IDX_one2pays_notice_event",
      on: ["id"],
      where: "event IS NOT NULL",
    },
  ])
