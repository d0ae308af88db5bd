import { Alert, Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { NameOf } from "../../client/staff"
import { bankName } from "../../format/banks"
import { formatMoment } from "../../format/date"
import { formatBaht } from "../../format/money"
import { Facts } from "../../ui/facts"
import { isOpen } from "../../ui/is-open"
import { accountLine, PayerWarning } from "../../ui/account/payer-warning"
import { PayoutStateBadge, PayoutWaitBadge } from "../payout-state-badge"
import type { WithdrawDetail } from "../withdraws"
import { AccountNumber } from "./account-number"
import { AccountWarning } from "./account-warning"
import { PayoutActions } from "./payout-actions"

/** A withdraw's state, its actions, its open issue and its facts. */
export function PayoutFacts({
  withdraw,
  nameOf,
}: {
  withdraw: WithdrawDetail
  nameOf: NameOf
}) {
  const { t, i18n } = useTranslation("one2pays")
  const { order_id, decided_by, issue, first_payer, waits_for, waits_behind } =
    withdraw
  const { account_history, order_display_id, refund } = withdraw
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div className="flex items-center gap-x-3">
          <Heading data-testid="one2pays-amount">
            {formatBaht(withdraw.amount, i18n.language)}
          </Heading>
          <PayoutStateBadge state={withdraw.state} />
          <PayoutWaitBadge waitsFor={withdraw.waits_for} />
        </div>
        <PayoutActions withdraw={withdraw} />
      </div>
      {issue && isOpen(issue) && (
        <div className="px-6 py-4">
          <Alert variant="error">
            {t(`payments.withdrawIssue.${issue.code}.title`)}{" "}
            <Link
              className="text-ui-fg-interactive"
              to={`/one2pays/payments?show=open&q=${withdraw.reference_id}`}
            >
              {t("payments.toIssue")}
            </Link>
          </Alert>
        </div>
      )}
      {waits_for && (
        <div className="px-6 py-4">
          <Alert variant="warning">
            {t(`payouts.detail.waits.${waits_for}`)}
            {waits_behind && waits_behind.count > 0
              ? ` ${t("payouts.detail.waits.before", {
                  count: waits_behind.count,
                  amount: formatBaht(waits_behind.amount, i18n.language),
                })}`
              : ""}
            {waits_for === "unit" && (
              <>
                {" "}
                <Link
                  className="text-ui-fg-interactive"
                  to="/settings/one2pays"
                >
                  {t("payouts.toSettings")}
                </Link>
              </>
            )}
          </Alert>
        </div>
      )}
      <PayerWarning about={withdraw} />
      <AccountWarning withdraw={withdraw} />
      {withdraw.duplicate && (
        <div className="px-6 py-4" data-testid="one2pays-duplicate">
          <Alert variant="warning">
            {t("payouts.detail.duplicate", {
              reason: withdraw.duplicate.reason,
            })}{" "}
            {withdraw.duplicate.of.map((id) => (
              <Link
                key={id}
                className="text-ui-fg-interactive mr-2"
                to={`/one2pays/payouts/${id}`}
              >
                {id}
              </Link>
            ))}
          </Alert>
        </div>
      )}
      <Facts
        rows={[
          [t("payouts.columns.account_name"), withdraw.account_name],
          [
            t("payouts.detail.bank"),
            bankName(withdraw.bank_code, i18n.language),
          ],
          [t("payouts.detail.account"), <AccountNumber withdraw={withdraw} />],
          [
            t("payouts.detail.earlier"),
            account_history &&
              (account_history.last_at
                ? t("payouts.detail.paidBefore", {
                    count: account_history.count,
                    amount: formatBaht(account_history.amount, i18n.language),
                    time: formatMoment(account_history.last_at, i18n.language),
                  })
                : t("payouts.detail.paidNever")),
          ],
          [
            t("payments.fact.firstPayer"),
            first_payer && accountLine(first_payer, i18n.language),
          ],
          [t("payouts.columns.kind"), t(`payouts.kind.${withdraw.kind}`)],
          [t("payouts.detail.description"), withdraw.description],
          [t("payouts.detail.requestedBy"), nameOf(withdraw.asked_by)],
          [t("payouts.detail.decidedBy"), decided_by && nameOf(decided_by)],
          [t("payouts.detail.failure"), withdraw.failure_message],
          [t("payouts.detail.reference"), withdraw.reference_id],
          [t("payouts.detail.gatewayId"), withdraw.gateway_withdraw_id],
          [
            t("payouts.detail.order"),
            order_id && (
              <Link
                className="text-ui-fg-interactive"
                to={`/orders/${order_id}`}
              >
                {order_display_id ? `#${order_display_id}` : order_id}
              </Link>
            ),
          ],
          [t("payouts.detail.refundReason"), refund?.reason],
          [t("payouts.detail.refundNote"), refund?.note],
        ]}
      />
    </Container>
  )
}
