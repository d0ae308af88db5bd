import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CreditCard } from "@medusajs/icons"
import { Container, Heading, Skeleton, Tabs, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../ui/crumb"
import { LoadFailure } from "../../../ui/load-failure"
import { MoneyChart } from "../../../money/money-chart"
import { Pager } from "../../../ui/pager"
import { PaymentIssue } from "../../../issues/payment-issue"
import { PayoutIssue } from "../../../issues/payout-issue"
import { SearchBox } from "../../../ui/search-box"
import { useIssues, type Issue } from "../../../issues/issues"
import { Names, useNames } from "../../../client/staff"
import { useExistingPage } from "../../../ui/use-existing-page"
import { useUrlState, type UrlState } from "../../../ui/use-url-state"

const PAGE_SIZE = 20
const TYPING_MS = 300

/** Money by day, and what of it needs a person: it came or left otherwise than it should have. */
export default function PaymentsPage() {
  const { t, i18n } = useTranslation("one2pays")
  const url = useUrlState()
  const show = url.get("show") === "resolved" ? "resolved" : "open"
  return (
    <div className="flex flex-col gap-y-3">
      <MoneyChart />
      <Container className="p-0">
        <Tabs
          className="divide-y"
          // Radix would write everything in it from left to right, whatever the dashboard's language.
          dir={i18n.dir()}
          value={show}
          onValueChange={(value) =>
            url.set({ show: value === "open" ? null : value, page: null })
          }
        >
          <div className="flex flex-col items-start justify-between gap-3 px-6 py-4 md:flex-row md:items-center">
            <Heading>{t("payments.issues")}</Heading>
            <div className="flex flex-wrap items-center gap-2">
              <Tabs.List>
                <Tabs.Trigger value="open">
                  {t("payments.show.open")}
                </Tabs.Trigger>
                <Tabs.Trigger value="resolved">
                  {t("payments.show.resolved")}
                </Tabs.Trigger>
              </Tabs.List>
              <SearchBox
                label={t("payments.search")}
                value={url.get("q")}
                onSearch={(q) => url.set({ q, page: null }, TYPING_MS)}
              />
            </div>
          </div>
          {/* One for both, in which a list stays until the other is there. The keyboard stops at its buttons, not at it. */}
          <Tabs.Content value={show} tabIndex={-1} className="divide-y">
            <Issues show={show} url={url} />
          </Tabs.Content>
        </Tabs>
      </Container>
    </div>
  )
}

/** What came and what left, the newest first. */
function Issues({ show, url }: { show: "open" | "resolved"; url: UrlState }) {
  const { t } = useTranslation("one2pays")
  const q = url.get("q")
  const query = useIssues({
    show,
    limit: PAGE_SIZE,
    offset: url.page * PAGE_SIZE,
    ...(q ? { q } : {}),
  })
  const { data, error } = query
  const isLeft = useExistingPage(
    url,
    data && { shown: data.issues.length, count: data.count, size: PAGE_SIZE }
  )
  const nameOf = useNames(data?.issues.map(resolvedBy) ?? [])
  return (
    <>
      <LoadFailure query={query} />
      {data && !isLeft ? (
        <>
          {data.issues.length === 0 ? (
            <Text
              size="small"
              className="text-ui-fg-subtle px-6 py-8 text-center"
            >
              {t(q ? "payments.none.found" : `payments.none.${show}`)}
            </Text>
          ) : (
            <Names.Provider value={nameOf}>
              <ul className="divide-y">
                {data.issues.map((issue) =>
                  issue.kind === "payment" ? (
                    <PaymentIssue
                      key={issue.payment.id}
                      payment={issue.payment}
                    />
                  ) : (
                    <PayoutIssue
                      key={issue.withdraw.id}
                      payout={issue.withdraw}
                    />
                  )
                )}
              </ul>
            </Names.Provider>
          )}
          <Pager
            page={url.page}
            size={PAGE_SIZE}
            count={data.count}
            onPage={(next) => url.set({ page: next ? String(next) : null })}
          />
        </>
      ) : (
        !error && (
          <div className="px-6 py-4">
            <Skeleton className="h-32 w-full" />
          </div>
        )
      )}
    </>
  )
}

const resolvedBy = (issue: Issue) =>
  (issue.kind === "payment" ? issue.payment : issue.withdraw).issue?.resolved_by

export const config = defineRouteConfig({
  label: "payments.title",
  translationNs: "one2pays",
  icon: CreditCard,
})

/** How core names the page above its content. */
export const handle = { breadcrumb: () => <Crumb of="payments.title" /> }
