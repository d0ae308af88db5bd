import { Button, Hint, Label, Prompt, Textarea } from "@medusajs/ui"
import { useEffect, useId, useRef, useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"

interface Question {
  /** Names the button, and the one that confirms. */
  label: string
  title?: string
  description: string
  required?: boolean
  /** @returns whether the action succeeded */
  onConfirm: (words: string) => Promise<boolean>
}

/** A button that asks for a few words before it acts. */
export function AskWhy(question: Question) {
  const [isOpen, setOpen] = useState(false)
  return (
    <WhyPrompt {...question} isOpen={isOpen} onOpenChange={setOpen}>
      <Prompt.Trigger asChild>
        <Button size="small" variant="secondary">
          {question.label}
        </Button>
      </Prompt.Trigger>
    </WhyPrompt>
  )
}

/** Asks for a few words before something is done. */
export function WhyPrompt({
  label,
  title = label,
  description,
  required = false,
  onConfirm,
  isOpen,
  onOpenChange,
  children,
}: Question & {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  children?: ReactNode
}) {
  const { t } = useTranslation("one2pays")
  const id = useId()
  const problemId = `${id}-problem`
  const field = useRef<HTMLTextAreaElement>(null)
  const [words, setWords] = useState("")
  const [isTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  // What was written about one payout is no reason for the next.
  useEffect(() => {
    setWords("")
    setTried(false)
  }, [isOpen])
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
    onOpenChange(!isDone)
  }

  return (
    <Prompt variant="confirmation" open={isOpen} onOpenChange={onOpenChange}>
      {children}
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
