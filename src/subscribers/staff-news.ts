import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ONE2PAYS_EVENTS } from "../modules/one2pays/events"
import { startTelling } from "../workflows/notices/start-telling"

/** Tells staff at once. Without the event, a job does. */
export default async function staffNews({
  container,
}: SubscriberArgs): Promise<void> {
  startTelling(container)
}

export const config: SubscriberConfig = {
  event: [
    ONE2PAYS_EVENTS.payment_needs_attention,
    ONE2PAYS_EVENTS.withdraw_needs_attention,
    ONE2PAYS_EVENTS.withdraw_waits_for_approval,
    ONE2PAYS_EVENTS.withdraw_rejected,
    ONE2PAYS_EVENTS.balance_low,
    ONE2PAYS_EVENTS.unit_contradicted,
  ],
  context: { subscriberId: "one2pays-staff-news" },
}
