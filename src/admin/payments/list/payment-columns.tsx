import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { formatMoment } from "../../format/date"
import { formatBaht } from "../../format/money"
import { NarrowRow, RowLink } from "../../ui/list/list-row"
import { accountLine, PayerWarningBadge } from "../../ui/account/payer-warning"
import { PaymentStateBadge } from "../payment-state-badge"
import { paymentPath, type ListedPayment } from "../payments"

const column = createDataTableColumnHelper<ListedPayment>()

/** The columns that staff see before they choose. */
export const SHOWN = [
  ...["order", "state", "amount", "received"],
  ...["customer", "payer", "created_at"],
]

export function usePaymentColumns() {
  const { t, i18n } = useTranslation("one2pays")
  return useMemo(() => {
    const { language } = i18n
    const sums = { align: "right" as const }
    return [
      column.display({
        id: "order",
        header: t("payments.order"),
        cell: ({ row: { original } }) => (
          <RowLink
            to={paymentPath(original)}
            text={orderOf(original)}
            className="max-w-32"
          />
        ),
      }),
      column.accessor("state", {
        header: t("payments.columns.state"),
        cell: ({ row: { original } }) => <PaymentStanding payment={original} />,
      }),
      column.accessor("amount", {
        header: t("payments.columns.amount"),
        ...sums,
        enableSorting: true,
        sortAscLabel: t("common.sort.smallest"),
        sortDescLabel: t("common.sort.largest"),
        cell: ({ row: { original } }) => (
          <Sum>{formatBaht(original.amount, language)}</Sum>
        ),
      }),
      column.accessor("received", {
        header: t("payments.fact.received"),
        ...sums,
        cell: ({ row: { original } }) => (
          <Sum>
            {original.received === null
              ? "–"
              : formatBaht(original.received, language)}
          </Sum>
        ),
      }),
      column.display({
        id: "customer",
        header: t("payments.fact.customer"),
        cell: ({ row: { original } }) => <Cut text={customerOf(original)} />,
      }),
      column.accessor("payer", {
        header: t("payments.fact.payer"),
        cell: ({ row: { original } }) => (
          <Cut text={accountLine(original.payer, language)} />
        ),
      }),
      column.accessor("payment_method", {
        header: t("payments.fact.method"),
        cell: ({ row: { original } }) => (
          <>{t(`payments.method.${original.payment_method}`)}</>
        ),
      }),
      column.accessor("reference_id", {
        header: t("payments.fact.reference"),
        cell: ({ row: { original } }) => (
          <Cut text={original.reference_id ?? ""} />
        ),
      }),
      column.accessor("created_at", {
        header: t("payments.fact.created"),
        enableSorting: true,
        sortAscLabel: t("common.sort.oldest"),
        sortDescLabel: t("common.sort.newest"),
        cell: ({ row: { original } }) =>
          formatMoment(original.created_at, language),
      }),
    ]
  }, [t, i18n.language])
}

/** A payment where there is no room for columns. */
export function NarrowPayment({ row: payment }: { row: ListedPayment }) {
  const { i18n } = useTranslation("one2pays")
  return (
    <NarrowRow
      link={
        <RowLink
          to={paymentPath(payment)}
          text={[
            orderOf(payment),
            customerOf(payment) || payment.payer.account_name,
          ].join(" · ")}
        />
      }
      state={<PaymentStanding payment={payment} />}
      amount={formatBaht(payment.received ?? payment.amount, i18n.language)}
    />
  )
}

const PaymentStanding = ({ payment }: { payment: ListedPayment }) => (
  <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
    <PaymentStateBadge payment={payment} />
    <PayerWarningBadge about={payment} />
  </div>
)

const Sum = ({ children }: { children: ReactNode }) => (
  <span className="block text-right tabular-nums">{children}</span>
)

const Cut = ({ text }: { text: string }) => (
  <span className="block max-w-40 truncate" title={text}>
    {text}
  </span>
)

/** The order's number; its reference to staff who may not read orders, and where the shop has no such order. */
const orderOf = ({ order, reference_id, id }: ListedPayment): string =>
  order?.display_id ? `#${order.display_id}` : (reference_id ?? id)

const customerOf = ({ order }: ListedPayment): string =>
  order?.customer_name ?? order?.email ?? ""
