import { Checkbox, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { formatMoment } from "../../format/date"
import { formatBaht } from "../../format/money"
import { NarrowRow, RowLink } from "../../ui/list/list-row"
import { PayerWarningBadge } from "../../ui/account/payer-warning"
import { PayoutStateBadge, PayoutWaitBadge } from "../payout-state-badge"
import type { ListedWithdraw, Withdraw } from "../withdraws"

const column = createDataTableColumnHelper<ListedWithdraw>()

/** @param canSelect whether the reader approves payouts, and selects them for it */
export function usePayoutColumns(canSelect: boolean) {
  const { t, i18n } = useTranslation("one2pays")
  return useMemo(
    () => [
      ...(canSelect
        ? [
            column.display({
              id: "select",
              // Those of core's have no names.
              header: ({ table }) => (
                <Checkbox
                  aria-label={t("payouts.approval.selectAll")}
                  checked={
                    table.getIsSomePageRowsSelected()
                      ? "indeterminate"
                      : table.getIsAllPageRowsSelected()
                  }
                  disabled={
                    !table.getRowModel().rows.some((row) => row.getCanSelect())
                  }
                  onCheckedChange={(isChecked) =>
                    table.toggleAllPageRowsSelected(isChecked === true)
                  }
                />
              ),
              cell: ({ row }) => (
                <Checkbox
                  aria-label={t("payouts.approval.select", {
                    name: nameOf(row.original),
                  })}
                  checked={row.getIsSelected()}
                  disabled={!row.getCanSelect()}
                  onClick={(event) => event.stopPropagation()}
                  onCheckedChange={(isChecked) =>
                    row.toggleSelected(isChecked === true)
                  }
                />
              ),
            }),
          ]
        : []),
      column.accessor("created_at", {
        header: t("payouts.columns.created_at"),
        enableSorting: true,
        sortAscLabel: t("common.sort.oldest"),
        sortDescLabel: t("common.sort.newest"),
        cell: ({ row: { original } }) =>
          formatMoment(original.created_at, i18n.language),
      }),
      column.accessor("account_name", {
        header: t("payouts.columns.account_name"),
        cell: ({ row: { original } }) => (
          <PayoutName payout={original} className="max-w-48 lg:max-w-64" />
        ),
      }),
      column.accessor("kind", {
        header: t("payouts.columns.kind"),
        cell: ({ row: { original } }) => (
          <>{t(`payouts.kind.${original.kind}`)}</>
        ),
      }),
      column.accessor("state", {
        header: t("payouts.columns.state"),
        cell: ({ row: { original } }) => <PayoutStanding payout={original} />,
      }),
      column.accessor("amount", {
        header: t("payouts.columns.amount"),
        align: "right",
        enableSorting: true,
        sortAscLabel: t("common.sort.smallest"),
        sortDescLabel: t("common.sort.largest"),
        cell: ({ row: { original } }) => (
          <span className="block text-right tabular-nums">
            {formatBaht(original.amount, i18n.language)}
          </span>
        ),
      }),
    ],
    [t, i18n.language, canSelect]
  )
}

/** A payout where there is no room for columns. */
export function NarrowPayout({ row: payout }: { row: Withdraw }) {
  const { i18n } = useTranslation("one2pays")
  return (
    <NarrowRow
      link={<PayoutName payout={payout} />}
      state={<PayoutStanding payout={payout} />}
      amount={formatBaht(payout.amount, i18n.language)}
    />
  )
}

export const payoutPath = ({ id }: Withdraw): string =>
  `/one2pays/payouts/${id}`

const PayoutName = ({
  payout,
  className,
}: {
  payout: Withdraw
  className?: string
}) => (
  <RowLink
    to={payoutPath(payout)}
    text={nameOf(payout)}
    {...(className ? { className } : {})}
  />
)

const PayoutStanding = ({ payout }: { payout: Withdraw }) => (
  <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
    <PayoutStateBadge state={payout.state} />
    <PayoutWaitBadge waitsFor={payout.waits_for} />
    <PayerWarningBadge about={payout} />
  </div>
)

export const nameOf = ({
  account_name,
  bank_code,
  account_last4,
}: Withdraw): string => `${account_name} · ${bank_code} ••${account_last4}`
