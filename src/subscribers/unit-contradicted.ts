import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { inAllLanguages, staffMessage } from "../messages"
import {
  nameOfSign,
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
  const sign = nameOfSign(by)
  await notifyAdminWorkflow(container).run({
    input: {
      title: inAllLanguages(staffMessage("unit_notice_title")),
      description: inAllLanguages(
        staffMessage("unit_notice", { unit: amount_unit, sign })
      ),
      idempotency_key: `one2pays-unit-contradicted-${at}`,
    },
  })
}

export const config: SubscriberConfig = {
  event: UNIT_CONTRADICTED,
  context: { subscriberId: "one2pays-unit-contradicted" },
}
