import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { inAllLanguages, staffMessage } from "../messages"
import {
  NEEDS_ATTENTION,
  type NeedsAttention,
} from "../modules/one2pays/payments/needs-attention"
import { noticeKey } from "../modules/one2pays/issues/notice-key"
import { notifyAdminWorkflow } from "../workflows/notices/notify-admin"

/** Shows money that needs a person in the notification feed of the admin panel. */
export default async function paymentNeedsAttention({
  event,
  container,
}: SubscriberArgs<NeedsAttention>): Promise<void> {
  const { data } = event
  await notifyAdminWorkflow(container).run({
    input: {
      title: inAllLanguages(
        staffMessage("payment_notice_title", {
          reference: data.reference_id ?? data.id,
        })
      ),
      description: { en: data.detail, th: data.detail_th },
      idempotency_key: noticeKey(event),
    },
  })
}

export const config: SubscriberConfig = {
  event: NEEDS_ATTENTION,
  context: { subscriberId: "one2pays-payment-needs-attention" },
}
