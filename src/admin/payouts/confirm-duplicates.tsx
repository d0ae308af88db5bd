import { useTranslation } from "react-i18next"
import { AskWhy } from "../ui/act/ask-why"

/** Asks for payouts that look like earlier ones once more, with the reason why they are meant. */
export function ConfirmDuplicates({
  onConfirm,
}: {
  /** Sends the request again. */
  onConfirm: (reason: string) => Promise<unknown>
}) {
  const { t } = useTranslation("one2pays")
  return (
    <AskWhy
      label={t("payouts.form.meant")}
      description={t("payouts.form.meantWhy")}
      required
      onConfirm={(reason) =>
        onConfirm(reason).then(
          () => true,
          // The form shows why.
          () => true
        )
      }
    />
  )
}
