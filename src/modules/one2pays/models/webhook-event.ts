import { model } from "@medusajs/framework/utils"

/**
 * One webhook delivery's claim. The id is the SHA-256 of the raw body, so that the same news
 * delivered again, by whichever instance it reaches, finds the first one's claim.
 */
export const WebhookEvent = model
  .define(
    { name: "One2paysWebhookEvent", tableName: "one2pays_webhook_event" },
    {
      id: model.text().primaryKey(),
      name: model.text(),
      object_id: model.text().nullable(),
      reference_id: model.text().nullable(),
      /** Null while somebody works on it. */
      outcome: model.text().nullable(),
      /** A claim whose holder died can be taken over after this. */
      claimed_until: model.dateTime(),
      deliveries: model.number().default(1),
    }
  )
  .indexes([
    // The newest, and those that are old enough to go.
    { on: ["created_at"] },
  ])
