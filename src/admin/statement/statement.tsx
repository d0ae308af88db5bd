import { Button, Container, Heading, Select, Text, toast } from "@medusajs/ui"
import { lazy, Suspense, useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { errorText, loadErrorText } from "../client/error-text"
import { saveFile } from "../client/save-file"
import { formatDate, formatMonth } from "../format/date"
import { formatBaht } from "../format/money"
import { shopDay } from "../format/shop-day"
import { LazyBoundary } from "../ui/lazy-boundary"
import { Loaded, Placeholder } from "../ui/loaded"
import { useUrlState } from "../ui/use-url-state"
import { LOOKS, type Tools } from "./looks"
import { PrintStyle } from "./print-style"
import { useComparison, useStatement } from "./use-statement"

const MONTHS = 24

const StatementTable = lazy(() => import("./statement-table"))
const Comparison = lazy(() => import("./comparison"))

/** The months up to this one, the last one first: 2026-11, 2026-10 … */
function lastMonths(): string[] {
  const [year = 0, month = 1] = shopDay(new Date()).split("-").map(Number)
  return Array.from({ length: MONTHS }, (_, before) =>
    new Date(Date.UTC(year, month - 1 - before, 1)).toISOString().slice(0, 7)
  )
}

/** The account's statement of a month, day by day. It prints as one page. */
export function Statement() {
  const { t, i18n } = useTranslation("one2pays")
  const url = useUrlState()
  const months = lastMonths()
  const asked = url.get("month")
  const month = months.find((each) => each === asked) ?? months[0] ?? ""
  const query = useStatement(month)
  const comparing = useComparison()
  const tools: Tools = {
    looks: LOOKS,
    baht: (amount) => formatBaht(Number(amount), i18n.language),
    day: (date, style) => formatDate(date, i18n.language, style),
  }
  return (
    <>
      <PrintStyle />
      <Container className="divide-y p-0" data-testid="one2pays-statement">
        <div {...LOOKS.head}>
          <div>
            <Heading>{t("statement.title")}</Heading>
            <Text className="text-ui-fg-subtle" size="small">
              {formatMonth(month, i18n.language)} · {t("statement.unit")}
            </Text>
          </div>
          <div className="flex flex-wrap items-center gap-2" data-screen-only>
            <Select
              size="small"
              dir={i18n.dir()}
              value={month}
              onValueChange={(next) => url.set({ month: next })}
            >
              <Select.Trigger
                className="w-40"
                aria-label={t("statement.month")}
              >
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                {months.map((each) => (
                  <Select.Item key={each} value={each}>
                    {formatMonth(each, i18n.language)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
            <Export month={month} />
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
            <OnDemand>
              <StatementTable statement={statement} tools={tools} />
            </OnDemand>
          )}
        </Loaded>
      </Container>
      <OnDemand>
        <Comparison
          key={month}
          month={month}
          comparing={comparing}
          explain={(error) => errorText(error, t)}
          tools={tools}
        />
      </OnDemand>
    </>
  )
}

function OnDemand({ children }: { children: ReactNode }) {
  const { t } = useTranslation("one2pays")
  return (
    <LazyBoundary
      fallback={
        <Text size="small" {...LOOKS.hint}>
          {t("common.failed")}
        </Text>
      }
    >
      <Suspense fallback={<Placeholder height="h-96" />}>{children}</Suspense>
    </LazyBoundary>
  )
}

/** Saves what came and left in the month, as a file for a spreadsheet. */
function Export({ month }: { month: string }) {
  const { t } = useTranslation("one2pays")
  const [isLoading, setLoading] = useState(false)
  const save = async () => {
    setLoading(true)
    try {
      const name = `statement-${month}.csv`
      await saveFile("/admin/one2pays/statement/export", { month }, name)
    } catch (error) {
      toast.error(loadErrorText(error, t))
    } finally {
      setLoading(false)
    }
  }
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={isLoading}
      onClick={() => void save()}
    >
      {t("statement.export")}
    </Button>
  )
}
