import { useTranslation } from "react-i18next"
import { MoneyList } from "../../ui/list/money-list"
import { SaveMenu } from "../../ui/act/save-menu"
import { useUrlState } from "../../ui/use-url-state"
import { paymentPath, usePayments } from "../payments"
import { paymentFilters } from "./payment-address"
import { NarrowPayment, SHOWN, usePaymentColumns } from "./payment-columns"
import { usePaymentFilters } from "./payment-filters"

const PAGE_SIZE = 20

/** The payments that One2Pays was asked for, the newest first. */
export default function PaymentList() {
  const { t } = useTranslation("one2pays")
  const url = useUrlState()
  // A payment that was only chosen belongs to a checkout, and may never be one.
  const filter = { ...paymentFilters.toQuery(url), initiated: "false" }
  const order = url.get("order")
  const query = usePayments({
    limit: PAGE_SIZE,
    offset: url.page * PAGE_SIZE,
    ...(order ? { order } : {}),
    ...filter,
  })
  const { data, error } = query
  const isForbidden = !data && error?.status === 403
  return (
    <MoneyList
      title={t("payments.title")}
      url={url}
      query={query}
      rows={data?.payments}
      count={data?.count}
      size={PAGE_SIZE}
      columns={usePaymentColumns()}
      shown={SHOWN}
      narrow={NarrowPayment}
      filters={usePaymentFilters()}
      address={paymentFilters}
      order={order}
      linkTo={paymentPath}
      emptyState={{
        empty: {
          heading: t("payments.empty"),
          description: t("payments.emptyText"),
        },
        filtered: {
          heading: t("common.nothing"),
          description: t("payments.nothingText"),
        },
      }}
      actions={
        !isForbidden && (
          <SaveMenu
            files={[{ path: "/admin/one2pays/payments/export", query: filter }]}
          />
        )
      }
    />
  )
}
