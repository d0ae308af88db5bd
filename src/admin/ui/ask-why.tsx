import { Button, Hint, Label, Prompt, Textarea } from "@medusajs/ui"
import { useId, useRef, useState } from "react"
import { useTranslation } from "react-i18next"

/** A button that asks for a few words before it acts. */
export function AskWhy({
  label,
  title = label,
  description,
  required = false,
  onConfirm,
}: {
  /** Names the button, and the one that confirms. */
  label: string
  title?: string
  description: string
  required?: boolean
  /** @returns whether the action succeeded */
  onConfirm: (words: string) => Promise<boolean>
}) {
  const { t } = useTranslation("one2pays")
  const id = useId()
  const problemId = `${id}-problem`
  const field = useRef<HTMLTextAreaElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState("")
  const [isTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const isMissing = required && words.trim() === ""
  const isWrong = isTried && isMissing

  const send = async () => {
    setTried(true)
    if (isMissing) {
      field.current?.focus()
      return
    }
    setSending(true)
    const isDone = await onConfirm(words.trim())
    setSending(false)
    setOpen(!isDone)
  }

  return (
    <Prompt variant="confirmation" open={isOpen} onOpenChange={setOpen}>
      <Prompt.Trigger asChild>
        <Button size="small" variant="secondary">
          {label}
        </Button>
      </Prompt.Trigger>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{title}</Prompt.Title>
          <Prompt.Description>{description}</Prompt.Description>
        </Prompt.Header>
        <div className="flex flex-col gap-y-2 px-6 pt-4">
          <Label size="small" weight="plus" htmlFor={id}>
            {t(required ? "common.note" : "common.noteOptional")}
          </Label>
          <Textarea
            ref={field}
            id={id}
            maxLength={1000}
            value={words}
            aria-required={required}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? problemId : undefined}
            onChange={(event) => setWords(event.target.value)}
          />
          {isWrong && (
            <Hint id={problemId} variant="error">
              {t("common.noteMissing")}
            </Hint>
          )}
        </div>
        <Prompt.Footer>
          <Prompt.Cancel>{t("common.no")}</Prompt.Cancel>
          <Button
            size="small"
            isLoading={isSending}
            onClick={() => void send()}
          >
            {label}
          </Button>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
