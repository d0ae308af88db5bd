import { useTranslation } from "react-i18next"
import type { NameOf } from "../../client/staff"
import { formatMoment } from "../../format/date"
import { Trail } from "../../ui/trail"
import type { WithdrawEvent } from "../withdraws"

/** The trail of a withdraw: each new state with its time, its actor and the reason. */
export function PayoutHistory({
  events,
  nameOf,
}: {
  events: WithdrawEvent[]
  nameOf: NameOf
}) {
  const { t, i18n } = useTranslation("one2pays")
  return (
    <Trail
      title={t("payouts.detail.history")}
      lines={events.map(({ at, to, actor, person, reason }) => ({
        key: `${at}${to}`,
        title: t(`payouts.state.${to}`),
        text: [
          formatMoment(at, i18n.language),
          t("payouts.detail.by", { actor: nameOf(person ?? actor) }),
          ...(reason ? [reason] : []),
        ].join(" · "),
      }))}
    />
  )
}
