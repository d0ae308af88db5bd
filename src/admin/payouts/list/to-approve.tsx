import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatBaht } from "../../format/money"
import type { UrlState } from "../../ui/use-url-state"
import type { WithdrawList } from "../withdraws"

/** Narrows the list down to what waits for the reader, and says how much that is. */
export function ToApprove({
  total,
  url,
}: {
  total: WithdrawList["to_approve"]
  url: UrlState
}) {
  const { t, i18n } = useTranslation("one2pays")
  const isOn = url.get("approvable") !== ""
  if (!total || (total.count === 0 && !isOn)) {
    return null
  }
  return (
    <Button
      size="small"
      variant={isOn ? "primary" : "secondary"}
      aria-pressed={isOn}
      className="tabular-nums"
      data-testid="one2pays-to-approve"
      onClick={() =>
        url.set({ approvable: isOn ? null : "true", page: null, order: null })
      }
    >
      {t("payouts.approval.waiting", {
        count: total.count,
        amount: formatBaht(total.amount, i18n.language),
      })}
    </Button>
  )
}
