import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { accountLine } from "../../ui/account/payer-warning"
import type { WithdrawDetail } from "../withdraws"

/** Says before an approval that nothing was paid to this account before, and where the same name had its money then. */
export function AccountWarning({ withdraw }: { withdraw: WithdrawDetail }) {
  const { t, i18n } = useTranslation("one2pays")
  const { state, account_history } = withdraw
  if (state !== "requires_approval" || !account_history?.is_new) {
    return null
  }
  const { other } = account_history
  return (
    <div className="px-6 py-4" data-testid="one2pays-new-account">
      <Alert variant="warning">
        {other ? (
          <>
            {t("payouts.detail.changedAccount")}{" "}
            <Link
              className="text-ui-fg-interactive"
              to={`/one2pays/payouts/${other.id}`}
            >
              {accountLine(other, i18n.language)}
            </Link>
          </>
        ) : (
          t("payouts.detail.newAccount")
        )}
      </Alert>
    </div>
  )
}
