import { Prompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Dialog } from "../use-dialog"

/** Asks, as core's forms do and in core's words, before what was entered is lost. */
export function UnsavedPrompt({
  dialog: { isAsking, stay, close },
}: {
  dialog: Dialog
}) {
  const { t } = useTranslation()
  return (
    <Prompt
      open={isAsking}
      variant="confirmation"
      onOpenChange={(isOpen) => !isOpen && stay()}
    >
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("general.unsavedChangesTitle")}</Prompt.Title>
          <Prompt.Description>
            {t("general.unsavedChangesDescription")}
          </Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel>{t("actions.cancel")}</Prompt.Cancel>
          <Prompt.Action onClick={close}>{t("actions.continue")}</Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
