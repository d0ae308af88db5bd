import { Button, Container, Heading, Text } from "@medusajs/ui"
import { lazy } from "react"
import { useTranslation } from "react-i18next"
import { formatMonth } from "../format/date"
import { lastMonths } from "../format/last-months"
import { LazyPart } from "../ui/load/lazy-part"
import { Loaded } from "../ui/load/loaded"
import { PeriodSelect } from "../ui/period-select"
import { SaveMenu } from "../ui/act/save-menu"
import { useUrlState } from "../ui/use-url-state"
import { PrintStyle } from "./print-style"
import { useStatement } from "./use-statement"

const MONTHS = 24

const StatementTable = lazy(() => import("./statement-table"))
const Comparison = lazy(() => import("./comparison"))

/** The account's statement of a month, day by day. It prints as one page. */
export function Statement() {
  const { t, i18n } = useTranslation("one2pays")
  const url = useUrlState()
  const months = lastMonths(MONTHS)
  const asked = url.get("month")
  const month = months.find((each) => each === asked) ?? months[0] ?? ""
  const query = useStatement(month)
  return (
    <>
      <PrintStyle />
      <Container className="divide-y p-0" data-testid="one2pays-statement">
        <div className="flex flex-col items-start justify-between gap-3 px-6 py-4 md:flex-row md:items-center">
          <div>
            <Heading>{t("statement.title")}</Heading>
            <Text className="text-ui-fg-subtle" size="small">
              {formatMonth(month, i18n.language)} · {t("statement.unit")}
            </Text>
          </div>
          <div className="flex flex-wrap items-center gap-2" data-screen-only>
            <PeriodSelect
              label={t("statement.month")}
              value={month}
              months={months}
              onChange={(next) => url.set({ month: next })}
            />
            <SaveMenu
              files={[
                { path: "/admin/one2pays/statement/export", query: { month } },
              ]}
            />
            <Button
              size="small"
              variant="secondary"
              onClick={() => window.print()}
            >
              {t("statement.print")}
            </Button>
          </div>
        </div>
        <Loaded query={query} height="h-96">
          {(statement) => (
            <LazyPart>
              <StatementTable statement={statement} />
            </LazyPart>
          )}
        </Loaded>
      </Container>
      <LazyPart>
        <Comparison key={month} month={month} />
      </LazyPart>
    </>
  )
}
