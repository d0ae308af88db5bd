import { Button, Hint, Label, Prompt, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

/** Asks what was done about an issue, and closes it with that. */
export function CloseIssue({
  onClose,
}: {
  /** @returns whether it was closed */
  onClose: (note: string) => Promise<boolean>
}) {
  const { t } = useTranslation("one2pays")
  const [isOpen, setOpen] = useState(false)
  const [note, setNote] = useState("")
  const [isTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const isMissing = note.trim() === ""

  const close = async () => {
    setTried(true)
    if (isMissing) {
      return
    }
    setSending(true)
    const isClosed = await onClose(note.trim())
    setSending(false)
    setOpen(!isClosed)
  }

  return (
    <Prompt variant="confirmation" open={isOpen} onOpenChange={setOpen}>
      <Prompt.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("payments.close.action")}
        </Button>
      </Prompt.Trigger>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("payments.close.title")}</Prompt.Title>
          <Prompt.Description>{t("payments.close.why")}</Prompt.Description>
        </Prompt.Header>
        <div className="flex flex-col gap-y-2 px-6 pt-4">
          <Label size="small" weight="plus" htmlFor="one2pays-note">
            {t("payments.close.note")}
          </Label>
          <Textarea
            id="one2pays-note"
            maxLength={1000}
            value={note}
            aria-invalid={isTried && isMissing}
            onChange={(event) => setNote(event.target.value)}
          />
          {isTried && isMissing && (
            <Hint variant="error">{t("payments.close.missing")}</Hint>
          )}
        </div>
        <Prompt.Footer>
          <Prompt.Cancel>{t("payments.close.no")}</Prompt.Cancel>
          <Button
            size="small"
            isLoading={isSending}
            onClick={() => void close()}
          >
            {t("payments.close.yes")}
          </Button>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
