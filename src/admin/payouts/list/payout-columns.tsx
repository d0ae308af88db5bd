import { Checkbox, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { formatMoment } from "../../format/date"
import { formatBaht } from "../../format/money"
import { PayerWarningBadge } from "../../ui/payer-warning"
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
        sortAscLabel: t("payouts.sort.oldest"),
        sortDescLabel: t("payouts.sort.newest"),
        cell: ({ row: { original } }) =>
          formatMoment(original.created_at, i18n.language),
      }),
      column.accessor("account_name", {
        header: t("payouts.columns.account_name"),
        // A click anywhere on the row opens the withdraw too, but the keyboard and a new tab need a link.
        cell: ({ row: { original } }) => (
          <Link
            to={`/one2pays/payouts/${original.id}`}
            className="focus-visible:shadow-borders-focus block max-w-48 truncate rounded-sm outline-none lg:max-w-64"
            title={nameOf(original)}
            onClick={(event) => event.stopPropagation()}
          >
            {nameOf(original)}
          </Link>
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
        cell: ({ row: { original } }) => (
          <div className="flex items-center gap-x-2">
            <PayoutStateBadge state={original.state} />
            <PayoutWaitBadge waitsFor={original.waits_for} />
            <PayerWarningBadge about={original} />
          </div>
        ),
      }),
      column.accessor("amount", {
        header: t("payouts.columns.amount"),
        align: "right",
        enableSorting: true,
        sortAscLabel: t("payouts.sort.smallest"),
        sortDescLabel: t("payouts.sort.largest"),
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

export const nameOf = ({
  account_name,
  bank_code,
  account_last4,
}: Withdraw): string => `${account_name} · ${bank_code} ••${account_last4}`
