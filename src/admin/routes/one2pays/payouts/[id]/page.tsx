import { Alert, Container, Heading, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useParams } from "react-router-dom"
import { bankName } from "../../../../format/banks"
import { Crumb } from "../../../../ui/crumb"
import { Facts } from "../../../../ui/facts"
import { LoadFailure } from "../../../../ui/load-failure"
import { PayoutActions } from "../../../../payouts/detail/payout-actions"
import { PayoutHistory } from "../../../../payouts/detail/payout-history"
import { PayoutStateBadge } from "../../../../payouts/payout-state-badge"
import { formatBaht } from "../../../../format/money"
import { usePayout, type PayoutDetail } from "../../../../payouts/withdraws"
import { useNames, type NameOf } from "../../../../client/staff"

/** One payout: what it is, what has happened to it, and what can be done. */
export default function PayoutPage() {
  const { id = "" } = useParams()
  const query = usePayout(id)
  const { data, error } = query
  const nameOf = useNames(data ? involvedIn(data.withdraw) : [])
  if (!data && !error) {
    return <Skeleton className="h-64 w-full" />
  }
  return (
    <div className="flex flex-col gap-y-3">
      {error && (
        <Container className="p-0">
          <LoadFailure query={query} />
        </Container>
      )}
      {data && (
        <>
          <Summary payout={data.withdraw} nameOf={nameOf} />
          <PayoutHistory events={data.withdraw.events} nameOf={nameOf} />
        </>
      )}
    </div>
  )
}

const involvedIn = ({ asked_by, decided_by, events }: PayoutDetail) => [
  asked_by,
  decided_by,
  ...events.map(({ actor }) => actor),
]

function Summary({ payout, nameOf }: { payout: PayoutDetail; nameOf: NameOf }) {
  const { t, i18n } = useTranslation("one2pays")
  const { order_id, decided_by, issue } = payout
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div className="flex items-center gap-x-3">
          <Heading data-testid="one2pays-amount">
            {formatBaht(payout.amount, i18n.language)}
          </Heading>
          <PayoutStateBadge state={payout.state} />
        </div>
        <PayoutActions payout={payout} />
      </div>
      {issue && !issue.resolved_at && (
        <div className="px-6 py-4">
          <Alert variant="error">
            {t(`payments.withdrawIssue.${issue.code}.title`)}{" "}
            <Link
              className="text-ui-fg-interactive"
              to={`/one2pays/payments?q=${payout.reference_id}`}
            >
              {t("payments.toIssue")}
            </Link>
          </Alert>
        </div>
      )}
      <Facts
        rows={[
          [t("payouts.columns.account_name"), payout.account_name],
          [t("payouts.detail.bank"), bankName(payout.bank_code, i18n.language)],
          [t("payouts.detail.account"), `••••${payout.account_last4}`],
          [t("payouts.columns.kind"), t(`payouts.kind.${payout.kind}`)],
          [t("payouts.detail.description"), payout.description],
          [t("payouts.detail.requestedBy"), nameOf(payout.asked_by)],
          [t("payouts.detail.decidedBy"), decided_by && nameOf(decided_by)],
          [t("payouts.detail.failure"), payout.failure_message],
          [t("payouts.detail.reference"), payout.reference_id],
          [t("payouts.detail.gatewayId"), payout.gateway_withdraw_id],
          [
            t("payouts.detail.order"),
            order_id && (
              <Link
                className="text-ui-fg-interactive"
                to={`/orders/${order_id}`}
              >
                {order_id}
              </Link>
            ),
          ],
        ]}
      />
    </Container>
  )
}

/** How core names the page above its content. */
export const handle = { breadcrumb: () => <Crumb of="payouts.one" /> }
