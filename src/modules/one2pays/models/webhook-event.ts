import { model } from "@medusajs/framework/utils"

/**
 * The claim of one webhook delivery. The id is the SHA-256 of the raw body, so that a second delivery of the same news
 * finds the first one's claim, whichever instance it reaches.
 */
export const WebhookEvent = model
  .define(
    { name: "One2paysWebhookEvent", tableName: "one2pays_webhook_event" },
    {
      id: model.text().primaryKey(),
      name: model.text(),
      /** The gateway's own id of the event. The flat shape has none. */
      event_id: model.text().nullable(),
      object_id: model.text().nullable(),
      reference_id: model.text().nullable(),
      /** Null while a process works on it, and after work that changed nothing: it may be sent again. */
      outcome: model.text().nullable(),
      /** After this, another process may take the claim over: its holder has died. */
      claimed_until: model.dateTime(),
      /** When a delivery that was too old to be believed made the plugin ask the gateway, which it does once. */
      looked_at: model.dateTime().nullable(),
      deliveries: model.number().default(1),
    }
  )
  .indexes([
    // Staff see the newest, and pruning deletes the oldest.
    { on: ["created_at"] },
    // Earlier news of the same payment or withdraw.
    { on: ["reference_id"], where: "reference_id IS NOT NULL" },
  ])
