import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  WITHDRAW_NEEDS_ATTENTION,
  type WithdrawNeedsAttention,
} from "../modules/one2pays/withdraws/needs-attention"
import { noticeKey } from "../modules/one2pays/issues/notice-key"
import { issueTitle } from "../workflows/notices/issue-title"
import { notifyAdminWorkflow } from "../workflows/notices/notify-admin"

/** Shows a withdraw that needs a person in the notification feed of the admin panel. */
export default async function withdrawNeedsAttention({
  event,
  container,
}: SubscriberArgs<WithdrawNeedsAttention>): Promise<void> {
  const { data } = event
  await notifyAdminWorkflow(container).run({
    input: {
      title: await issueTitle(container, data.kind, data),
      description: { en: data.detail, th: data.detail_th },
      about: { order_id: data.order_id, reference_id: data.reference_id },
      idempotency_key: noticeKey(event),
    },
  })
}

export const config: SubscriberConfig = {
  event: WITHDRAW_NEEDS_ATTENTION,
  context: { subscriberId: "one2pays-withdraw-needs-attention" },
}
