import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CreditCard } from "@medusajs/icons"
import { Container, Heading, Input, Skeleton, Tabs, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../components/crumb"
import { LoadFailure } from "../../../components/load-failure"
import { MoneyChart } from "../../../components/money-chart"
import { Pager } from "../../../components/pager"
import { PaymentIssue } from "../../../components/payment-issue"
import { PayoutIssue } from "../../../components/payout-issue"
import { usePayments } from "../../../payments"
import { usePayouts } from "../../../payouts"
import { useUrlState } from "../../../use-url-state"

const PAGE_SIZE = 20

/** Money by day, and what of it needs a person: it came or left otherwise than it should have. */
export default function PaymentsPage() {
  const { t } = useTranslation("one2pays")
  const url = useUrlState()
  const show = url.get("show") === "resolved" ? "resolved" : "open"
  return (
    <div className="flex flex-col gap-y-3">
      <MoneyChart />
      <Container className="divide-y p-0">
        <div className="flex flex-col items-start justify-between gap-3 px-6 py-4 md:flex-row md:items-center">
          <Heading>{t("payments.issues")}</Heading>
          <div className="flex flex-wrap items-center gap-2">
            <Tabs
              value={show}
              onValueChange={(value) =>
                url.set({ show: value === "open" ? null : value, page: null })
              }
            >
              <Tabs.List>
                <Tabs.Trigger value="open">
                  {t("payments.show.open")}
                </Tabs.Trigger>
                <Tabs.Trigger value="resolved">
                  {t("payments.show.resolved")}
                </Tabs.Trigger>
              </Tabs.List>
            </Tabs>
            <Input
              type="search"
              size="small"
              aria-label={t("payments.search")}
              placeholder={t("payments.search")}
              defaultValue={url.get("q")}
              onChange={(event) =>
                url.set({ q: event.target.value, page: null }, 300)
              }
            />
          </div>
        </div>
        <Issues show={show} />
      </Container>
    </div>
  )
}

/** What came before what left; the pages of both go together. */
function Issues({ show }: { show: "open" | "resolved" }) {
  const { t } = useTranslation("one2pays")
  const url = useUrlState()
  const q = url.get("q")
  const page = url.page
  const query = {
    issue: show,
    order: "-issue_raised_at",
    limit: PAGE_SIZE,
    offset: page * PAGE_SIZE,
    ...(q ? { q } : {}),
  }
  const payments = usePayments(query)
  const payouts = usePayouts(query)
  const error = payments.error ?? payouts.error
  if (error) {
    return (
      <LoadFailure
        error={error}
        retry={() => Promise.all([payments.refetch(), payouts.refetch()])}
      />
    )
  }
  if (!payments.data || !payouts.data) {
    return (
      <div className="px-6 py-4">
        <Skeleton className="h-32 w-full" />
      </div>
    )
  }
  const shown = payments.data.payments.length + payouts.data.withdraws.length
  return (
    <>
      {shown === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-8 text-center">
          {t(q ? "payments.none.found" : `payments.none.${show}`)}
        </Text>
      ) : (
        <ul className="divide-y">
          {payments.data.payments.map((payment) => (
            <PaymentIssue key={payment.id} payment={payment} />
          ))}
          {payouts.data.withdraws.map((payout) => (
            <PayoutIssue key={payout.id} payout={payout} />
          ))}
        </ul>
      )}
      <Pager
        page={page}
        size={PAGE_SIZE}
        count={Math.max(payments.data.count, payouts.data.count)}
        onPage={(next) => url.set({ page: next ? String(next) : null })}
      />
    </>
  )
}

export const config = defineRouteConfig({
  label: "payments.title",
  translationNs: "one2pays",
  icon: CreditCard,
})

/** How core names the page above its content. */
export const handle = { breadcrumb: () => <Crumb of="payments.title" /> }
