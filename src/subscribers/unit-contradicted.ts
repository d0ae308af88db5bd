import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { renderMessage, staffMessage } from "../messages"
import {
  UNIT_CONTRADICTED,
  type UnitContradicted,
} from "../modules/one2pays/gateway-state/unit"
import { notifyAdminWorkflow } from "../workflows/notices/notify-admin"

/** Shows in the notification feed of the admin panel that the unit of the account is not that of `amountUnit`. */
export default async function unitContradicted({
  event: {
    data: { amount_unit, by, at },
  },
  container,
}: SubscriberArgs<UnitContradicted>): Promise<void> {
  const sign =
    "reference" in by ? by.reference : by.people.map(({ id }) => id).join(", ")
  await notifyAdminWorkflow(container).run({
    input: {
      title: renderMessage(staffMessage("unit_notice_title"), "en"),
      description: renderMessage(
        staffMessage("unit_notice", { unit: amount_unit, sign }),
        "en"
      ),
      idempotency_key: `one2pays-unit-contradicted-${at}`,
    },
  })
}

export const config: SubscriberConfig = {
  event: UNIT_CONTRADICTED,
  context: { subscriberId: "one2pays-unit-contradicted" },
}
