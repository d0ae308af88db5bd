import { Prompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useBlocker } from "react-router-dom"
import type { Dialog } from "./use-dialog"

/**
 * Asks before a person loses their entries by closing the dialog or leaving the page (the browser's Back, a link). It
 * does so as core's forms do, in core's words. A router takes one such question at a time, so it exists only while the
 * dialog is open.
 */
export function UnsavedPrompt({ dialog }: { dialog: Dialog }) {
  return dialog.isOpen ? <Question dialog={dialog} /> : null
}

function Question({ dialog }: { dialog: Dialog }) {
  const { t } = useTranslation()
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dialog.isHolding() && currentLocation.pathname !== nextLocation.pathname
  )
  const stay = () => {
    leaving.reset?.()
    dialog.stay()
  }
  const goOn = () => {
    dialog.close()
    leaving.proceed?.()
  }
  return (
    <Prompt
      open={dialog.isAsking || leaving.state === "blocked"}
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
          <Prompt.Action onClick={goOn}>{t("actions.continue")}</Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
