import { Container, Heading, Skeleton } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useNames } from "../../client/staff"
import { formatMoment } from "../../format/date"
import { formatBaht } from "../../format/money"
import { LoadFailure } from "../../ui/load/load-failure"
import { Trail } from "../../ui/trail"
import { PaymentMenu } from "../payment-menu"
import { PaymentAbout } from "../payment-section"
import { PaymentStateBadge } from "../payment-state-badge"
import { usePayment, type PaymentDetail as Detail } from "../payments"
import { storyOf, type StoryLine } from "./payment-story"

/**
 * One payment: its facts, the actions on it and its story.
 *
 * @param renderBack draws the money of it that went back
 */
export function PaymentDetail({
  id,
  renderBack,
}: {
  id: string
  renderBack: (paymentId: string) => ReactNode
}) {
  const query = usePayment(id)
  const { data, error } = query
  if (!data && !error) {
    return <Skeleton className="h-64 w-full" />
  }
  return (
    <div className="flex flex-col gap-y-3">
      {error && (
        <Container className="p-0">
          <LoadFailure query={query} />
        </Container>
      )}
      {data && (
        <>
          <About payment={data.payment}>{renderBack(data.payment.id)}</About>
          <Story payment={data.payment} />
        </>
      )}
    </div>
  )
}

function About({
  payment,
  children,
}: {
  payment: Detail
  children: ReactNode
}) {
  const { t, i18n } = useTranslation("one2pays")
  const { order, order_id } = payment
  return (
    <Container className="divide-y p-0" data-testid="one2pays-payment">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div className="flex items-center gap-x-3">
          <Heading>{formatBaht(payment.amount, i18n.language)}</Heading>
          <PaymentStateBadge payment={payment} />
        </div>
        <PaymentMenu payment={payment} />
      </div>
      <PaymentAbout
        payment={payment}
        first={[
          [
            t("payments.order"),
            order_id && (
              <Link
                className="text-ui-fg-interactive"
                to={`/orders/${order_id}`}
              >
                {order?.display_id ? `#${order.display_id}` : order_id}
              </Link>
            ),
          ],
          [
            t("payments.fact.customer"),
            [order?.customer_name, order?.email].filter(Boolean).join(", "),
          ],
        ]}
      />
      {children}
    </Container>
  )
}

function Story({ payment }: { payment: Detail }) {
  const { t, i18n } = useTranslation("one2pays")
  const { issue } = payment
  const nameOf = useNames([issue?.resolved_by])
  const more = ({ what, amount }: StoryLine): (string | null | undefined)[] => {
    switch (what) {
      case "money":
        return [amount !== undefined && formatBaht(amount, i18n.language)].map(
          (sum) => sum || null
        )
      case "ended":
        return [t(`payments.view.${endOf(payment)}`)]
      case "issue":
        return [issue && t(`payments.issue.${issue.code}.title`), issue?.detail]
      case "closed":
        return [
          issue?.resolved_by && nameOf(issue.resolved_by),
          issue?.resolution,
        ]
      default:
        return []
    }
  }
  return (
    <Trail
      title={t("payments.story.title")}
      lines={storyOf(payment).map((line) => ({
        key: `${line.what}${line.at}`,
        title: t(`payments.story.${line.what}`),
        text: [formatMoment(line.at, i18n.language), ...more(line)]
          .filter(Boolean)
          .join(" · "),
      }))}
    />
  )
}

/** How it ended that nobody paid. */
const endOf = ({ state }: Detail) =>
  state === "failed" || state === "expired" ? state : "canceled"
