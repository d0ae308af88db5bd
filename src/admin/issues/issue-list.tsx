import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Names, useNames } from "../client/staff"
import { Loaded, Placeholder } from "../ui/load/loaded"
import { Pager } from "../ui/pager"
import { SearchBox } from "../ui/search-box"
import { useExistingPage } from "../ui/use-existing-page"
import type { UrlState } from "../ui/use-url-state"
import { useIssues, type Issue } from "./issues"
import { PaymentIssue } from "./payment-issue"
import { WithdrawIssue } from "./withdraw-issue"

const PAGE_SIZE = 20
const HEIGHT = "h-32"
const TYPING_MS = 300

/** The issues of payments and withdraws, open ones or resolved ones. */
export function IssueList({
  show,
  url,
}: {
  show: "open" | "resolved"
  url: UrlState
}) {
  const { t } = useTranslation("one2pays")
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col items-start justify-between gap-3 px-6 py-4 md:flex-row md:items-center">
        <Heading>{t(`payments.issues.${show}`)}</Heading>
        <SearchBox
          label={t("payments.search")}
          value={url.get("q")}
          onSearch={(q) => url.set({ q, page: null }, TYPING_MS)}
        />
      </div>
      <Issues show={show} url={url} />
    </Container>
  )
}

/** One page of the list, the newest first. */
function Issues({ show, url }: { show: "open" | "resolved"; url: UrlState }) {
  const { t } = useTranslation("one2pays")
  const q = url.get("q")
  const query = useIssues({
    show,
    limit: PAGE_SIZE,
    offset: url.page * PAGE_SIZE,
    ...(q ? { q } : {}),
  })
  const { data } = query
  const isLeft = useExistingPage(
    url,
    data && { shown: data.issues.length, count: data.count, size: PAGE_SIZE }
  )
  const nameOf = useNames(data?.issues.map(resolvedBy) ?? [])
  return (
    <Loaded query={query} height={HEIGHT}>
      {({ issues, count }) =>
        isLeft ? (
          <Placeholder height={HEIGHT} />
        ) : (
          <>
            {issues.length === 0 ? (
              <Text
                size="small"
                className="text-ui-fg-subtle px-6 py-8 text-center"
              >
                {t(q ? "payments.none.found" : `payments.none.${show}`)}
              </Text>
            ) : (
              <Names.Provider value={nameOf}>
                <ul className="divide-y">
                  {issues.map((issue) =>
                    issue.kind === "payment" ? (
                      <PaymentIssue
                        key={issue.payment.id}
                        payment={issue.payment}
                        order={issue.order}
                      />
                    ) : (
                      <WithdrawIssue
                        key={issue.withdraw.id}
                        withdraw={issue.withdraw}
                        order={issue.order}
                      />
                    )
                  )}
                </ul>
              </Names.Provider>
            )}
            <Pager
              page={url.page}
              size={PAGE_SIZE}
              count={count}
              onPage={(next) => url.set({ page: next ? String(next) : null })}
            />
          </>
        )
      }
    </Loaded>
  )
}

const resolvedBy = (issue: Issue) =>
  (issue.kind === "payment" ? issue.payment : issue.withdraw).issue?.resolved_by
