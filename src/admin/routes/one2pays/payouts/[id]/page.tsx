import {
  Alert,
  Button,
  Container,
  Heading,
  Skeleton,
  Text,
  toast,
  usePrompt,
} from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useParams } from "react-router-dom"
import { bankName } from "../../../../banks"
import { PayoutStateBadge } from "../../../../components/payout-state"
import { formatBaht, formatMoment } from "../../../../format"
import {
  useMe,
  usePayout,
  usePayoutAction,
  type Payout,
  type PayoutAction,
  type PayoutEvent,
} from "../../../../payouts"

/** One payout: what it is, what has happened to it, and what can be done. */
export default function PayoutPage() {
  const { t } = useTranslation("one2pays")
  const { id = "" } = useParams()
  const { data, error, isPending } = usePayout(id)
  if (isPending) {
    return <Skeleton className="h-64 w-full" />
  }
  if (error) {
    return (
      <Alert variant="error">
        {t(error.status === 403 ? "payouts.forbidden" : "payouts.failed")}
      </Alert>
    )
  }
  return (
    <div className="flex flex-col gap-y-3">
      <Summary payout={data.withdraw} />
      <History events={data.withdraw.events} />
    </div>
  )
}

function Summary({ payout }: { payout: Payout }) {
  const { t, i18n } = useTranslation("one2pays")
  const rows = [
    [t("payouts.columns.account_name"), payout.account_name],
    [t("payouts.detail.bank"), bankName(payout.bank_code, i18n.language)],
    [t("payouts.detail.account"), `••••${payout.account_last4}`],
    [t("payouts.detail.description"), payout.description],
    [t("payouts.detail.requestedBy"), payout.requested_by],
    [t("payouts.detail.reference"), payout.reference_id],
    [t("payouts.detail.gatewayId"), payout.gateway_withdraw_id],
  ].filter(([, value]) => value)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div className="flex items-center gap-x-3">
          <Heading data-testid="one2pays-amount">
            {formatBaht(payout.amount, i18n.language)}
          </Heading>
          <PayoutStateBadge state={payout.state} />
        </div>
        <Actions payout={payout} />
      </div>
      {payout.issue && !payout.issue.resolved_at && (
        <div className="px-6 py-4">
          <Alert variant="error">
            {t("payouts.detail.issue")}: {payout.issue.detail}
          </Alert>
        </div>
      )}
      <dl>
        {rows.map(([label, value]) => (
          <div
            key={label}
            className="text-ui-fg-subtle grid grid-cols-2 px-6 py-3"
          >
            <dt className="txt-compact-small-plus">{label}</dt>
            <dd className="txt-compact-small break-all">{value}</dd>
          </div>
        ))}
        {payout.order_id && (
          <div className="text-ui-fg-subtle grid grid-cols-2 px-6 py-3">
            <dt className="txt-compact-small-plus">
              {t("payouts.detail.order")}
            </dt>
            <dd className="txt-compact-small">
              <Link
                className="text-ui-fg-interactive"
                to={`/orders/${payout.order_id}`}
              >
                {payout.order_id}
              </Link>
            </dd>
          </div>
        )}
      </dl>
    </Container>
  )
}

/** What can be done in each state. */
const ACTIONS: Record<Payout["state"], PayoutAction[]> = {
  requires_approval: ["approve", "reject", "cancel"],
  approved: ["cancel"],
  sending: ["check"],
  unknown: ["check", "cancel"],
  pending: ["check", "cancel"],
  processing: ["check", "cancel"],
  paid: [],
  failed: [],
  canceled: [],
  rejected: [],
}

function Actions({ payout }: { payout: Payout }) {
  const { t, i18n } = useTranslation("one2pays")
  const me = useMe().data?.user.id
  const act = usePayoutAction(payout.id)
  const prompt = usePrompt()
  const isOwn = payout.requested_by === me

  const run = async (action: PayoutAction) => {
    const isSure =
      action === "check" ||
      (await prompt({
        title: t("payouts.detail.sureTitle"),
        description: t(`payouts.detail.sure.${action}`, {
          amount: formatBaht(payout.amount, i18n.language),
          name: payout.account_name,
        }),
        confirmText: t("payouts.detail.yes"),
        cancelText: t("payouts.detail.no"),
      }))
    if (isSure) {
      act.mutate(action, {
        onSuccess: () => toast.success(t("payouts.detail.done")),
        onError: (error) => toast.error(error.message),
      })
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      {payout.state === "requires_approval" && isOwn && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("payouts.detail.ownRequest")}
        </Text>
      )}
      {ACTIONS[payout.state].map((action) => (
        <Button
          key={action}
          size="small"
          variant={action === "approve" ? "primary" : "secondary"}
          disabled={act.isPending || (action === "approve" && isOwn)}
          onClick={() => void run(action)}
        >
          {t(`payouts.detail.${action}`)}
        </Button>
      ))}
    </div>
  )
}

function History({ events }: { events: PayoutEvent[] }) {
  const { t, i18n } = useTranslation("one2pays")
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("payouts.detail.history")}</Heading>
      </div>
      <ol className="flex flex-col gap-y-3 px-6 py-4">
        {events.map((event) => (
          <li key={`${event.at}${event.to}`} className="flex flex-wrap gap-x-3">
            <Text size="small" weight="plus">
              {t(`payouts.state.${event.to}`)}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {formatMoment(event.at, i18n.language)} ·{" "}
              {t("payouts.detail.by", { actor: event.actor })}
              {event.reason ? ` · ${event.reason}` : ""}
            </Text>
          </li>
        ))}
      </ol>
    </Container>
  )
}
