import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { AskWhy } from "../ui/ask-why"

/** Asks what was done about an issue, and closes it with that. */
export function CloseIssue({
  onClose,
}: {
  /** @returns whether it was closed */
  onClose: (note: string) => Promise<boolean>
}) {
  const { t } = useTranslation("one2pays")
  return (
    <AskWhy
      required
      trigger={
        <Button size="small" variant="secondary">
          {t("payments.close.action")}
        </Button>
      }
      title={t("payments.close.title")}
      description={t("payments.close.why")}
      confirm={t("payments.close.action")}
      onConfirm={onClose}
    />
  )
}
