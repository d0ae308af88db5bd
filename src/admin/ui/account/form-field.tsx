import { Hint, Label } from "@medusajs/ui"
import type { ReactNode } from "react"

/** Ties a control to its label, its hint and its problem. */
export interface ControlProps {
  id: string
  "aria-invalid": boolean
  "aria-describedby": string | undefined
}

/** A field of a form: its label, its control, its hint and its problem. */
export function FormField({
  id,
  label,
  hint,
  problem,
  onBlur,
  children,
}: {
  id: string
  label: string
  hint?: { text: string; isWarning: boolean }
  problem?: string
  onBlur?: () => void
  children: (control: ControlProps) => ReactNode
}) {
  const hintId = `${id}-hint`
  const problemId = `${id}-problem`
  const described = [hint && hintId, problem && problemId].filter(Boolean)
  return (
    <div className="flex flex-col gap-y-2" onBlur={onBlur}>
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      {children({
        id,
        "aria-invalid": problem !== undefined,
        "aria-describedby": described.join(" ") || undefined,
      })}
      {hint && (
        <Hint id={hintId} variant={hint.isWarning ? "error" : "info"}>
          {hint.text}
        </Hint>
      )}
      {problem && (
        <Hint id={problemId} variant="error">
          {problem}
        </Hint>
      )}
    </div>
  )
}
