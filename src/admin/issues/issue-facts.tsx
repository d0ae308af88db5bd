import { Fragment, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Issue } from "./issues"

/** Whose money an issue is about: its order, customer, account and reference. */
export function IssueFacts({
  order,
  orderId,
  account,
  reference,
}: {
  order: Issue["order"]
  /** Also of an order that the shop no longer has. */
  orderId: string | null
  account: ReactNode
  reference: string | null
}) {
  const { t } = useTranslation("one2pays")
  const facts: [label: string, fact: ReactNode][] = [
    [
      t("payments.order"),
      orderId && (
        <Link className="text-ui-fg-interactive" to={`/orders/${orderId}`}>
          {order?.display_id ? `#${order.display_id}` : orderId}
        </Link>
      ),
    ],
    [t("payments.fact.customer"), order?.email],
    [t("payments.fact.account"), account],
    [t("payments.fact.reference"), reference],
  ]
  return (
    <dl className="txt-small grid grid-cols-1 gap-x-3 gap-y-1 sm:grid-cols-[max-content_1fr]">
      {facts.map(
        ([label, fact]) =>
          fact && (
            <Fragment key={label}>
              <dt className="text-ui-fg-subtle">{label}</dt>
              <dd className="min-w-0 break-words">{fact}</dd>
            </Fragment>
          )
      )}
    </dl>
  )
}
