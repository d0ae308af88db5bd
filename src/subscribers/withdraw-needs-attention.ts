import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { inAllLanguages, staffMessage } from "../messages"
import {
  WITHDRAW_NEEDS_ATTENTION,
  type WithdrawNeedsAttention,
} from "../modules/one2pays/withdraws/needs-attention"
import { noticeKey } from "../modules/one2pays/issues/notice-key"
import { notifyAdminWorkflow } from "../workflows/notices/notify-admin"

/** Shows a withdraw that needs a person in the notification feed of the admin panel. */
export default async function withdrawNeedsAttention({
  event,
  container,
}: SubscriberArgs<WithdrawNeedsAttention>): Promise<void> {
  const { data } = event
  await notifyAdminWorkflow(container).run({
    input: {
      title: inAllLanguages(
        staffMessage(`${data.kind}_notice_title`, {
          reference: data.reference_id ?? data.id,
        })
      ),
      description: { en: data.detail, th: data.detail_th },
      idempotency_key: noticeKey(event),
    },
  })
}

export const config: SubscriberConfig = {
  event: WITHDRAW_NEEDS_ATTENTION,
  context: { subscriberId: "one2pays-withdraw-needs-attention" },
}
