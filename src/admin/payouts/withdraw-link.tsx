import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { formatBaht } from "../format/money"
import { PayerWarningBadge } from "../ui/account/payer-warning"
import { PayoutStateBadge, PayoutWaitBadge } from "./payout-state-badge"
import type { Withdraw } from "./withdraws"

/** A withdraw in one line, which leads to its own page. */
export function WithdrawLink({ withdraw }: { withdraw: Withdraw }) {
  const { t, i18n } = useTranslation("one2pays")
  return (
    <Link
      to={`/one2pays/payouts/${withdraw.id}`}
      className="flex items-center justify-between gap-x-2"
      data-testid="one2pays-went-back"
    >
      <Text size="small" leading="compact" className="text-ui-fg-interactive">
        {t(`payouts.kind.${withdraw.kind}`)}{" "}
        {formatBaht(withdraw.amount, i18n.language)}
      </Text>
      <span className="flex items-center gap-x-2">
        <PayerWarningBadge about={withdraw} />
        <PayoutWaitBadge waitsFor={withdraw.waits_for} />
        <PayoutStateBadge state={withdraw.state} />
      </span>
    </Link>
  )
}
