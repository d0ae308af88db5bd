import {
  Alert,
  Badge,
  Container,
  Heading,
  StatusBadge,
  Text,
} from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatMoment } from "../format/date"
import { formatMoney } from "../format/money"
import { Loaded } from "../ui/load/loaded"
import { RefreshButton } from "../ui/load/refresh-button"
import { useBalance, type BalanceAnswer, type BalanceView } from "./use-balance"

/** The merchant's money at One2Pays, and how sure the shop is of it. */
export function Balance() {
  const { t } = useTranslation("one2pays")
  const query = useBalance()
  const { data } = query
  return (
    <Container className="divide-y p-0" data-testid="one2pays-balance">
      <div className="flex items-center justify-between px-6 py-4">
        <div className="flex items-center gap-x-2">
          <Heading level="h2">{t("balance.title")}</Heading>
          {data?.balance && <Status status={data.balance.status} />}
          {data && (
            <Badge size="2xsmall">{t(`balance.mode.${data.mode}`)}</Badge>
          )}
        </div>
        <RefreshButton label={t("balance.refresh")} query={query} />
      </div>
      <Loaded query={query} height="h-12">
        {(answer) => (
          <div className="flex flex-col gap-y-3 px-6 py-4">
            <Notice answer={answer} />
            {answer.balance ? (
              <Amounts balance={answer.balance} />
            ) : (
              <Text className="text-ui-fg-subtle" size="small">
                {t("balance.none")}
              </Text>
            )}
          </div>
        )}
      </Loaded>
    </Container>
  )
}

const COLORS = {
  active: "green",
  frozen: "orange",
  closed: "red",
  unknown: "grey",
} as const

const isKnown = (status: string): status is keyof typeof COLORS =>
  Object.hasOwn(COLORS, status)

function Status({ status }: Pick<BalanceView, "status">) {
  const { t } = useTranslation("one2pays")
  const known = isKnown(status) ? status : "unknown"
  return (
    <StatusBadge color={COLORS[known]} className="text-nowrap">
      {t(`balance.status.${known}`)}
    </StatusBadge>
  )
}

function Amounts({ balance }: { balance: BalanceView }) {
  const { t, i18n } = useTranslation("one2pays")
  const { currency_code } = balance
  const inCurrency = (amount: number) =>
    formatMoney(amount, currency_code, i18n.language)
  return (
    <>
      <dl className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        {(["available", "wallet", "settlement"] as const).map((kind) => (
          <div key={kind}>
            <dt className="txt-small text-ui-fg-subtle">
              {t(`balance.${kind}`)}
            </dt>
            <dd
              className="h1-core tabular-nums"
              data-testid={`one2pays-${kind}`}
            >
              {inCurrency(balance[kind])}{" "}
              <span className="txt-small text-ui-fg-subtle">
                {currency_code.toUpperCase()}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {balance.available < balance.wallet && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("balance.spokenFor", {
            waiting: inCurrency(balance.waiting),
            inFlight: inCurrency(balance.in_flight),
            feeMargin: inCurrency(balance.fee_margin),
          })}
        </Text>
      )}
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("balance.settlementHint")}
        {balance.fee_margin === 0 ? ` ${t("balance.noFeeMargin")}` : ""}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("balance.asOf", {
          time: formatMoment(balance.as_of, i18n.language),
        })}
      </Text>
    </>
  )
}

function Notice({
  answer: { balance, maintenance, problem },
}: {
  answer: BalanceAnswer
}) {
  const { t, i18n } = useTranslation("one2pays")
  if (maintenance) {
    return (
      <Alert variant="warning">
        {t("balance.maintenance", {
          time: formatMoment(maintenance.retry_at, i18n.language),
        })}
        {balance ? ` ${t("balance.lastKnown")}` : ""}
      </Alert>
    )
  }
  return problem ? (
    <Alert variant="warning">
      {balance ? `${t("balance.stale")} ` : ""}
      {problem.message}
    </Alert>
  ) : null
}
