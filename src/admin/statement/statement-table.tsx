import { Badge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatBaht } from "../format/money"
import { formatDate } from "../format/date"
import type { StatementSums, StatementView } from "./use-statement"

const COLUMNS = [
  "opening",
  "payments",
  "unmatched",
  "returned",
  "refunds",
  "payouts",
  "pay_backs",
  "in_flight",
  "closing",
] as const

const ZERO = "0.00"

/**
 * The days of a statement and their sums. What no movement explains is marked.
 */
export default function StatementTable({
  statement: { days, totals },
}: {
  statement: StatementView
}) {
  const { t, i18n } = useTranslation("one2pays")
  return (
    <>
      {/* A wide table scrolls by itself; the keyboard can do that, too. */}
      <div
        className="overflow-x-auto"
        role="region"
        tabIndex={0}
        aria-label={t("statement.table")}
      >
        <Table className="[&_:is(th,td)]:whitespace-nowrap">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">
                {t("statement.day")}
              </Table.HeaderCell>
              {[...COLUMNS, "unexplained" as const].map((column) => (
                <Table.HeaderCell key={column} scope="col" className="text-end">
                  {t(`statement.${column}`)}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {days.map(({ date, ...sums }) => (
              <Table.Row key={date} data-testid={`one2pays-statement-${date}`}>
                <Table.Cell>
                  {formatDate(date, i18n.language, "long")}
                </Table.Cell>
                <Amounts sums={sums} startsAt={date} />
              </Table.Row>
            ))}
            <Table.Row
              className="txt-compact-small-plus"
              data-testid="one2pays-statement-totals"
            >
              <Table.Cell>{t("statement.total")}</Table.Cell>
              <Amounts sums={totals} startsAt={days[0]?.date} />
            </Table.Row>
          </Table.Body>
        </Table>
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle px-6 py-4">
        {t("statement.hint")}
      </Text>
    </>
  )
}

function Amounts({
  sums,
  startsAt,
}: {
  sums: StatementSums
  /** The day from which on a difference is expected to count. */
  startsAt: string | undefined
}) {
  const { t, i18n } = useTranslation("one2pays")
  const { unexplained, unexplained_since: since } = sums
  return (
    <>
      {COLUMNS.map((column) => (
        <Table.Cell key={column} className="text-end tabular-nums">
          <Amount
            amount={sums[column]}
            isBalance={column === "opening" || column === "closing"}
          />
        </Table.Cell>
      ))}
      <Table.Cell className="text-end tabular-nums">
        {unexplained === null || unexplained === ZERO ? (
          <Amount amount={unexplained} isBalance />
        ) : (
          <Badge
            size="2xsmall"
            color="orange"
            data-testid="one2pays-unexplained"
          >
            {formatBaht(Number(unexplained), i18n.language)}
          </Badge>
        )}
        {since && since !== startsAt && (
          <span className="txt-compact-xsmall text-ui-fg-subtle block">
            {t("statement.since", {
              day: formatDate(since, i18n.language, "short"),
            })}
          </span>
        )}
      </Table.Cell>
    </>
  )
}

/** Where nothing moved, a dash reads more easily than a sum. */
function Amount({
  amount,
  isBalance,
}: {
  amount: string | null
  isBalance: boolean
}) {
  const { t, i18n } = useTranslation("one2pays")
  if (amount === null) {
    return <span className="text-ui-fg-muted">{t("statement.unknown")}</span>
  }
  return amount === ZERO && !isBalance
    ? "–"
    : formatBaht(Number(amount), i18n.language)
}
