import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { NameOf } from "../../client/staff"
import { formatMoment } from "../../format/date"
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
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("payouts.detail.history")}</Heading>
      </div>
      <ol className="px-6 py-4">
        {events.map((event, index) => (
          <li key={`${event.at}${event.to}`} className="flex gap-x-3">
            <div className="flex flex-col items-center" aria-hidden>
              <span className="bg-ui-tag-neutral-icon mt-1.5 size-2 shrink-0 rounded-full" />
              {index < events.length - 1 && (
                <span className="bg-ui-border-base w-px flex-1" />
              )}
            </div>
            <div className="min-w-0 pb-4">
              <Text size="small" weight="plus" leading="compact">
                {t(`payouts.state.${event.to}`)}
              </Text>
              <Text size="small" className="text-ui-fg-subtle break-words">
                {formatMoment(event.at, i18n.language)} ·{" "}
                {t("payouts.detail.by", {
                  actor: nameOf(event.person ?? event.actor),
                })}
                {event.reason ? ` · ${event.reason}` : ""}
              </Text>
            </div>
          </li>
        ))}
      </ol>
    </Container>
  )
}
