import { Alert, Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PayoutWarning } from "../../../api/support/payout-warnings"
import { bankName } from "../../format/banks"

/** A bank account as far as staff see it. */
interface Account {
  account_name: string
  bank_code: string
  last4: string
}

/** A payment, or the withdraw that pays it back. */
interface Warned {
  warnings: PayoutWarning[]
  first_payer: Account | null
}

/** An account in one line: name, bank and last four digits. */
export const accountLine = (
  { account_name, bank_code, last4 }: Account,
  language: string
): string => `${account_name}, ${bankName(bank_code, language)} ••${last4}`

/** Says that the payer of an order was changed, and who came with the order; or that its customer did not give it. */
export function PayerWarning({ about }: { about: Warned }) {
  const { t, i18n } = useTranslation("one2pays")
  const { warnings, first_payer } = about
  const text = warnings.includes("payer_not_customer")
    ? t("payments.warning.payer_not_customer.text")
    : warnings.includes("payer_changed") &&
      first_payer &&
      t("payments.warning.payer_changed.text", {
        account: accountLine(first_payer, i18n.language),
      })
  return (
    text && (
      <div className="px-6 py-4" data-testid="one2pays-payer-changed">
        <Alert variant="warning">{text}</Alert>
      </div>
    )
  )
}

/** The warnings in two words each, where there is no room for more. */
export function PayerWarningBadge({ about }: { about: Warned }) {
  const { t } = useTranslation("one2pays")
  return about.warnings.map((warning) => (
    <Badge
      key={warning}
      size="2xsmall"
      color="orange"
      className="text-nowrap"
      data-testid={`one2pays-${warning.replaceAll("_", "-")}`}
    >
      {t(`payments.warning.${warning}.title`)}
    </Badge>
  ))
}
