import { ArrowPath } from "@medusajs/icons"
import {
  Alert,
  Badge,
  Container,
  Heading,
  IconButton,
  Skeleton,
  StatusBadge,
  Text,
  Tooltip,
} from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BalanceView } from "../../api/support/render-gateway"
import { formatMoment, formatMoney } from "../format/money"
import { useBalance } from "./use-balance"
import { LoadFailure } from "../ui/load-failure"

/** What the merchant has at One2Pays, and how sure that is. */
export function Balance() {
  const { t } = useTranslation("one2pays")
  const query = useBalance()
  const { data, error, isFetching, refetch } = query
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
        <Tooltip content={t("balance.refresh")}>
          <IconButton
            size="small"
            variant="transparent"
            aria-label={t("balance.refresh")}
            isLoading={isFetching}
            onClick={() => void refetch()}
          >
            <ArrowPath />
          </IconButton>
        </Tooltip>
      </div>
      <LoadFailure query={query} />
      {(data || !error) && (
        <div className="flex flex-col gap-y-3 px-6 py-4">
          {!data ? (
            <Skeleton className="h-12 w-full" />
          ) : (
            <>
              <Notice data={data} />
              {data.balance ? (
                <Amounts balance={data.balance} />
              ) : (
                <Text className="text-ui-fg-subtle" size="small">
                  {t("balance.none")}
                </Text>
              )}
            </>
          )}
        </div>
      )}
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
  return (
    <>
      <dl className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        {(["wallet", "settlement"] as const).map((kind) => (
          <div key={kind}>
            <dt className="txt-small text-ui-fg-subtle">
              {t(`balance.${kind}`)}
            </dt>
            <dd
              className="h1-core tabular-nums"
              data-testid={`one2pays-${kind}`}
            >
              {formatMoney(balance[kind], currency_code, i18n.language)}{" "}
              <span className="txt-small text-ui-fg-subtle">
                {currency_code.toUpperCase()}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("balance.asOf", {
          time: formatMoment(balance.as_of, i18n.language),
        })}
      </Text>
    </>
  )
}

function Notice({
  data: { balance, maintenance, problem },
}: {
  data: NonNullable<ReturnType<typeof useBalance>["data"]>
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
