import { Container, Heading, Text } from "@medusajs/ui"
import { lazy } from "react"
import { useTranslation } from "react-i18next"
import { lastMonths } from "../format/last-months"
import { formatBaht } from "../format/money"
import { LazyPart } from "../ui/load/lazy-part"
import { Loaded } from "../ui/load/loaded"
import { PeriodSelect } from "../ui/period-select"
import { useUrlState } from "../ui/use-url-state"
import { COLORS } from "./colors"
import { useMoney, type MoneyAnswer } from "./use-money"

const MoneyByDay = lazy(() => import("./money-by-day"))

const DAYS = 30
const MONTHS = 24
/** The last days have no name in the address. */
const LAST_DAYS = "days"

/** Money in and out by day, of the last days or of a month, with the days on which it needed a person. */
export function MoneyChart() {
  const { t } = useTranslation("one2pays")
  const url = useUrlState()
  const months = lastMonths(MONTHS)
  const month = months.find((each) => each === url.get("month"))
  const query = useMoney(month ? { month } : { days: DAYS })
  const { data } = query
  return (
    <Container className="divide-y p-0" data-testid="one2pays-money">
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <div className="flex flex-wrap items-center gap-3">
          <div>
            <Heading level="h2">{t("money.title")}</Heading>
            <Text className="text-ui-fg-subtle" size="small">
              {t("money.zone")}
            </Text>
          </div>
          <PeriodSelect
            label={t("money.period")}
            value={month ?? LAST_DAYS}
            months={months}
            named={[
              { value: LAST_DAYS, label: t("money.lastDays", { days: DAYS }) },
            ]}
            onChange={(next) =>
              url.set({ month: next === LAST_DAYS ? null : next })
            }
          />
        </div>
        {data && <Totals totals={data.totals} />}
      </div>
      <Loaded query={query} height="h-60">
        {(money) => <Picture money={money} month={month} />}
      </Loaded>
    </Container>
  )
}

function Picture({
  money: { totals, days },
  month,
}: {
  money: MoneyAnswer
  month: string | undefined
}) {
  const { t } = useTranslation("one2pays")
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
    <figure className="px-6 py-4" aria-label={t("money.title")}>
      {/* Another period begins at its own last day. */}
      <LazyPart>
        <MoneyByDay
          key={month}
          days={days}
          linkTo={({ date }) =>
            `?${new URLSearchParams({
              ...(month ? { month } : {}),
              paid_from: date,
              paid_to: date,
            }).toString()}`
          }
        />
      </LazyPart>
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
