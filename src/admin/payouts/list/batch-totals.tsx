import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatBaht } from "../../format/money"
import { sumBaht } from "../../format/sum-baht"
import { PayoutStateBadge } from "../payout-state-badge"
import type { WithdrawList } from "../withdraws"

/** What became of the payouts of one upload. */
export function BatchTotals({
  totals,
  onClose,
}: {
  totals: NonNullable<WithdrawList["batch"]>
  onClose: () => void
}) {
  const { t, i18n } = useTranslation("one2pays")
  const sum = sumBaht(totals.map(({ amount }) => amount))
  return (
    <div
      className="flex flex-wrap items-center justify-between gap-2 px-6 py-4"
      data-testid="one2pays-batch"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Text size="small" weight="plus">
          {t("payouts.batch.total", {
            count: totals.reduce((rows, { count }) => rows + count, 0),
            amount: formatBaht(sum, i18n.language),
          })}
        </Text>
        {totals.map(({ state, count, amount }) => (
          <div key={state} className="flex items-center gap-x-2">
            <PayoutStateBadge state={state} />
            <Text size="small" className="text-ui-fg-subtle tabular-nums">
              {count} · {formatBaht(amount, i18n.language)}
            </Text>
          </div>
        ))}
      </div>
      <Button size="small" variant="transparent" onClick={onClose}>
        {t("payouts.batch.all")}
      </Button>
    </div>
  )
}
