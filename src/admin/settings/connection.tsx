import { Badge, StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { formatMoment } from "../format/date"
import { formatNumber } from "../format/money"
import { connectionState, type ConnectionState } from "./connection-state"
import { Note, Row, Rows } from "./rows"
import type { StatusView } from "./use-status"
import { WebhookAddress } from "./webhook-address"

/** Whether payments, withdraws and webhooks can get through at this moment. */
export function Connection({ status }: { status: StatusView }) {
  const { t, i18n } = useTranslation("one2pays")
  const at = (time: string) => formatMoment(time, i18n.language)
  const { rate_budget, last_webhook_at, open_issues } = status
  return (
    <Rows>
      <Gateway status={status} />
      <Row title={t("settings.webhook.title")}>
        <WebhookAddress webhook={status.webhook} mode={status.mode} />
      </Row>
      <Row title={t("settings.lastWebhook.title")}>
        {last_webhook_at ? (
          at(last_webhook_at)
        ) : (
          <>
            {t("settings.lastWebhook.never")}
            <Note>{t("settings.lastWebhook.neverText")}</Note>
          </>
        )}
      </Row>
      <Reconciliation status={status} />
      <Row title={t("settings.budget.title")}>
        <span className="tabular-nums">
          {t("settings.budget.left", {
            left: formatNumber(rate_budget.left, i18n.language),
            perMinute: formatNumber(rate_budget.per_minute, i18n.language),
          })}
        </span>
      </Row>
      <Row title={t("settings.issues.title")}>
        <Badge size="2xsmall" asChild>
          <Link to="/one2pays/payments?show=open" data-testid="one2pays-issues">
            {open_issues > 0
              ? t("settings.issues.open", { count: open_issues })
              : t("settings.issues.none")}
          </Link>
        </Badge>
      </Row>
    </Rows>
  )
}

const CONNECTION_COLORS = {
  ok: "green",
  down: "red",
  waiting: "orange",
  maintenance: "orange",
  unknown: "grey",
} as const satisfies Record<ConnectionState, string>

function Gateway({
  status,
}: {
  status: Pick<StatusView, "gateway" | "maintenance">
}) {
  const { t, i18n } = useTranslation("one2pays")
  const at = (time: string) => formatMoment(time, i18n.language)
  const { gateway, maintenance } = status
  const state = connectionState(status)
  return (
    <Row title={t("settings.connection.title")}>
      <StatusBadge
        color={CONNECTION_COLORS[state]}
        data-testid="one2pays-connection"
      >
        {t(`settings.connection.${state}`)}
      </StatusBadge>
      {maintenance ? (
        <Note>
          {t("settings.connection.maintenanceText", {
            since: at(maintenance.started_at),
            time: at(maintenance.retry_at),
          })}
        </Note>
      ) : (
        <>
          {gateway.problem && <span>{gateway.problem.message}</span>}
          {gateway.checked_at && (
            <Note>
              {t("settings.connection.askedAt", {
                time: at(gateway.checked_at),
              })}
            </Note>
          )}
        </>
      )}
    </Row>
  )
}

const RECONCILIATION_COLORS = {
  running: "blue",
  waiting: "green",
  paused: "orange",
  late: "red",
  never: "grey",
} as const satisfies Record<StatusView["reconciliation"], string>

function Reconciliation({
  status: { reconciliation, last_reconciliation_at },
}: {
  status: Pick<StatusView, "reconciliation" | "last_reconciliation_at">
}) {
  const { t, i18n } = useTranslation("one2pays")
  return (
    <Row title={t("settings.reconciliation.title")}>
      <StatusBadge
        color={RECONCILIATION_COLORS[reconciliation]}
        data-testid="one2pays-reconciliation"
      >
        {t(`settings.reconciliation.${reconciliation}`)}
      </StatusBadge>
      {(reconciliation === "late" || reconciliation === "never") && (
        <span>{t(`settings.reconciliation.${reconciliation}Text`)}</span>
      )}
      {last_reconciliation_at && (
        <Note>
          {t("settings.reconciliation.lastAt", {
            time: formatMoment(last_reconciliation_at, i18n.language),
          })}
        </Note>
      )}
    </Row>
  )
}
