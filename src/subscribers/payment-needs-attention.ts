import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  NEEDS_ATTENTION,
  type NeedsAttention,
} from "../modules/one2pays/payments/needs-attention"
import { noticeKey } from "../modules/one2pays/issues/notice-key"
import { issueTitle } from "../workflows/notices/issue-title"
import { notifyAdminWorkflow } from "../workflows/notices/notify-admin"

/** Shows money that needs a person in the notification feed of the admin panel. */
export default async function paymentNeedsAttention({
  event,
  container,
}: SubscriberArgs<NeedsAttention>): Promise<void> {
  const { data } = event
  await notifyAdminWorkflow(container).run({
    input: {
      title: await issueTitle(container, "payment", data),
      description: { en: data.detail, th: data.detail_th },
      about: { order_id: data.order_id, reference_id: data.reference_id },
      idempotency_key: noticeKey(event),
    },
  })
}

export const config: SubscriberConfig = {
  event: NEEDS_ATTENTION,
  context: { subscriberId: "one2pays-payment-needs-attention" },
}
