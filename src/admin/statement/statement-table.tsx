import { Badge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Tools } from "./looks"
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
 * The days of a statement and their sums. What no movement explains is marked. The page loads this file on demand, so it
 * imports only types of ours.
 */
export default function StatementTable({
  statement: { days, totals },
  tools,
}: {
  statement: StatementView
  tools: Tools
}) {
  const { t } = useTranslation("one2pays")
  const { looks, day } = tools
  return (
    <>
      {/* A wide table scrolls by itself; the keyboard can do that, too. */}
      <div
        {...looks.scroll}
        role="region"
        tabIndex={0}
        aria-label={t("statement.table")}
      >
        <Table {...looks.table}>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">
                {t("statement.day")}
              </Table.HeaderCell>
              {[...COLUMNS, "unexplained" as const].map((column) => (
                <Table.HeaderCell key={column} scope="col" {...looks.end}>
                  {t(`statement.${column}`)}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {days.map(({ date, ...sums }) => (
              <Table.Row key={date} data-testid={`one2pays-statement-${date}`}>
                <Table.Cell>{day(date, "long")}</Table.Cell>
                <Amounts sums={sums} startsAt={date} tools={tools} />
              </Table.Row>
            ))}
            <Table.Row {...looks.total} data-testid="one2pays-statement-totals">
              <Table.Cell>{t("statement.total")}</Table.Cell>
              <Amounts sums={totals} startsAt={days[0]?.date} tools={tools} />
            </Table.Row>
          </Table.Body>
        </Table>
      </div>
      <Text size="xsmall" {...looks.hint}>
        {t("statement.hint")}
      </Text>
    </>
  )
}

function Amounts({
  sums,
  startsAt,
  tools,
}: {
  sums: StatementSums
  /** The day from which on a difference is expected to count. */
  startsAt: string | undefined
  tools: Tools
}) {
  const { t } = useTranslation("one2pays")
  const { looks, baht, day } = tools
  const { unexplained, unexplained_since: since } = sums
  return (
    <>
      {COLUMNS.map((column) => (
        <Table.Cell key={column} {...looks.amount}>
          <Amount
            amount={sums[column]}
            isBalance={column === "opening" || column === "closing"}
            tools={tools}
          />
        </Table.Cell>
      ))}
      <Table.Cell {...looks.amount}>
        {unexplained === null || unexplained === ZERO ? (
          <Amount amount={unexplained} isBalance tools={tools} />
        ) : (
          <Badge size="2xsmall" color="orange">
            {baht(unexplained)}
          </Badge>
        )}
        {since && since !== startsAt && (
          <span {...looks.since}>
            {t("statement.since", { day: day(since, "short") })}
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
  tools: { looks, baht },
}: {
  amount: string | null
  isBalance: boolean
  tools: Tools
}) {
  const { t } = useTranslation("one2pays")
  if (amount === null) {
    return <span {...looks.unknown}>{t("statement.unknown")}</span>
  }
  return amount === ZERO && !isBalance ? "–" : baht(amount)
}
