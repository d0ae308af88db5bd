import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { formatDate } from "../format/date"
import { intlLocale } from "../format/intl-locale"
import { formatBaht } from "../format/money"
import { LazyBoundary } from "../ui/lazy-boundary"
import { Loaded } from "../ui/loaded"
import { MoneyDayTip } from "./money-day"
import { MoneyTable } from "./money-table"
import { useMoney, type MoneyAnswer } from "./use-money"

const DAYS = 30

/** The dashboard's own colors, which follow its theme. */
const COLORS = {
  in: "var(--tag-green-icon)",
  out: "var(--fg-interactive)",
  issues: "var(--tag-orange-icon)",
}

/** Brings the charts' library, which is larger than all the rest, so only this page loads it. */
const MoneyByDay = lazy(() => import("./money-by-day"))

/** Money in and out by day, with the days on which it needed a person. */
export function MoneyChart() {
  const { t } = useTranslation("one2pays")
  const query = useMoney(DAYS)
  const { data } = query
  return (
    <Container className="divide-y p-0" data-testid="one2pays-money">
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <div>
          <Heading level="h2">{t("money.title")}</Heading>
          <Text className="text-ui-fg-subtle" size="small">
            {t("money.period", { days: DAYS })}
          </Text>
        </div>
        {data && <Totals totals={data.totals} />}
      </div>
      <Loaded query={query} height="h-60">
        {(money) => <Picture money={money} />}
      </Loaded>
    </Container>
  )
}

function Picture({ money }: { money: MoneyAnswer }) {
  const { t, i18n } = useTranslation("one2pays")
  const compact = new Intl.NumberFormat(intlLocale(i18n.language), {
    notation: "compact",
    maximumFractionDigits: 1,
  })
  const { totals, days } = money
  if (totals.in === 0 && totals.out === 0 && totals.issues === 0) {
    return (
      <div className="flex h-60 flex-col items-center justify-center gap-y-1 px-6 py-4 text-center">
        <Text size="small" leading="compact" weight="plus">
          {t("money.empty")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("money.emptyText")}
        </Text>
      </div>
    )
  }
  return (
    <figure
      className="[&_svg:focus-visible]:shadow-borders-focus relative px-6 py-4 [&_svg:focus-visible]:rounded-md [&_svg]:outline-none"
      aria-label={t("money.title")}
    >
      <LazyBoundary
        fallback={
          <Text size="small" className="text-ui-fg-subtle">
            {t("money.failed")}
          </Text>
        }
      >
        <Suspense fallback={<Skeleton className="h-60 w-full" />}>
          <MoneyByDay
            days={days}
            colors={COLORS}
            description={t("money.description")}
            formatDate={(date) => formatDate(date, i18n.language, "short")}
            formatAmount={compact.format}
            renderDay={(day) => <MoneyDayTip day={day} />}
          />
        </Suspense>
      </LazyBoundary>
      <MoneyTable days={days} />
    </figure>
  )
}

function Totals({ totals }: { totals: MoneyAnswer["totals"] }) {
  const { t, i18n } = useTranslation("one2pays")
  const sums = [
    ["in", formatBaht(totals.in, i18n.language)],
    ["out", formatBaht(totals.out, i18n.language)],
    ["issues", String(totals.issues)],
  ] as const
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2">
      {sums.map(([kind, sum]) => (
        <div key={kind}>
          <dt className="txt-compact-small text-ui-fg-subtle flex items-center gap-x-2">
            <span
              aria-hidden
              className="size-2 rounded-full"
              style={{ backgroundColor: COLORS[kind] }}
            />
            {t(`money.${kind}`)}
          </dt>
          <dd
            className="txt-compact-small-plus tabular-nums"
            data-testid={`one2pays-money-${kind}`}
          >
            {sum}
          </dd>
        </div>
      ))}
    </dl>
  )
}
