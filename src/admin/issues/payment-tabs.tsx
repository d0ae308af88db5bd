import { Badge, Tabs } from "@medusajs/ui"
import { lazy } from "react"
import { useTranslation } from "react-i18next"
import { LazyPart } from "../ui/load/lazy-part"
import { useUrlState } from "../ui/use-url-state"
import { IssueList } from "./issue-list"
import { useIssues } from "./issues"

const PaymentList = lazy(() => import("../payments/list/payment-list"))

const TABS = ["all", "open", "resolved"] as const

/** All payments; and the issues of payments and withdraws, open ones and resolved ones. The address names the tab. */
export function PaymentTabs() {
  const { t, i18n } = useTranslation("one2pays")
  const url = useUrlState()
  const tab = TABS.find((each) => each === url.get("show")) ?? "all"
  const open = useIssues({ show: "open", limit: 1, offset: 0 }).data?.count ?? 0
  return (
    <Tabs
      // Radix would write everything in it from left to right, whatever the dashboard's language.
      dir={i18n.dir()}
      value={tab}
      onValueChange={(value) =>
        url.set({ ...NOTHING, show: value === "all" ? null : value })
      }
    >
      <Tabs.List className="flex-wrap pb-3">
        {TABS.map((each) => (
          <Tabs.Trigger key={each} value={each}>
            {t(`payments.show.${each}`)}
            {each === "open" && open > 0 && (
              <Badge size="2xsmall" color="red" className="ms-2">
                {open}
              </Badge>
            )}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {/* One panel for both kinds of issues keeps a list until the other has loaded. The keyboard skips the panel itself. */}
      <Tabs.Content value={tab} tabIndex={-1}>
        {tab === "all" ? (
          <LazyPart>
            <PaymentList />
          </LazyPart>
        ) : (
          <IssueList show={tab} url={url} />
        )}
      </Tabs.Content>
    </Tabs>
  )
}

/** What a list keeps in the address, which is nothing to another list. A search may find something in each. */
const NOTHING = {
  ...{ page: null, order: null, status: null, payment_method: null },
  ...{ from: null, to: null, paid_from: null, paid_to: null },
}
