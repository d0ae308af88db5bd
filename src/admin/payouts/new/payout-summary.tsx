import { Alert, Button, Drawer, Text } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { formatAccountNumber } from "../../format/account-number"
import { bankName } from "../../format/banks"
import { formatBaht } from "../../format/money"
import { ConfirmDuplicates } from "../confirm-duplicates"
import type { PayoutDraft } from "../payout-draft"

/** The payout in one sentence, which staff read before they confirm it. */
export function PayoutSummary({
  payout,
  isSending,
  conflict,
  onBack,
  onConfirm,
}: {
  payout: PayoutDraft
  isSending: boolean
  /** The earlier request that this one looks like, in the server's words. */
  conflict: string | null
  onBack: () => void
  onConfirm: (reason?: string) => Promise<unknown>
}) {
  const { t, i18n } = useTranslation("one2pays")
  const summary = useRef<HTMLParagraphElement>(null)

  // A screen reader reads it, and a second Enter on "Review" does not land on the button.
  useEffect(() => summary.current?.focus(), [])

  return (
    <>
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
        <Text
          ref={summary}
          tabIndex={-1}
          weight="plus"
          className="break-words outline-none"
          data-testid="one2pays-summary"
        >
          {t("payouts.form.summary", {
            amount: formatBaht(Number(payout.amount), i18n.language),
            name: payout.account_name,
            bank: bankName(payout.bank_code, i18n.language),
            number: formatAccountNumber(payout.account_number),
          })}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("payouts.form.again")}
        </Text>
        {conflict && (
          <Alert variant="warning" data-testid="one2pays-conflict">
            {conflict}
          </Alert>
        )}
      </Drawer.Body>
      <Drawer.Footer>
        <Button
          size="small"
          variant="secondary"
          disabled={isSending}
          onClick={onBack}
        >
          {t("payouts.form.back")}
        </Button>
        {conflict ? (
          <ConfirmDuplicates onConfirm={onConfirm} />
        ) : (
          <Button
            size="small"
            isLoading={isSending}
            onClick={(event) => {
              // The second click of a double click on "Review", which stood here, confirms nothing: nobody has read it
              // yet.
              if (event.detail < 2) {
                void onConfirm().catch(() => {
                  // The form says why.
                })
              }
            }}
          >
            {t("payouts.form.confirm")}
          </Button>
        )}
      </Drawer.Footer>
    </>
  )
}
