import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** What can be done about an issue at a click; what is absent cannot. */
export function IssueButtons({
  isPending,
  payBack,
  check,
}: {
  isPending: boolean
  payBack?: (() => Promise<unknown>) | false
  check?: (() => Promise<unknown>) | false
}) {
  const { t } = useTranslation("one2pays")
  return (
    <>
      {payBack && (
        <Button
          size="small"
          isLoading={isPending}
          onClick={() => void payBack()}
        >
          {t("payments.payBack")}
        </Button>
      )}
      {check && (
        <Button
          size="small"
          variant="secondary"
          isLoading={isPending}
          onClick={() => void check()}
        >
          {t("payments.check")}
        </Button>
      )}
    </>
  )
}
