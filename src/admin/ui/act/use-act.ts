import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { errorText } from "../../client/error-text"

interface Act<Answer> {
  /** Says what will happen. Staff confirm it first, because they cannot take it back. */
  sure?: string
  /** The words on the button that confirms. */
  yes?: string
  /** Whether it stops something that somebody wanted: a plain "Cancel" beside it would be taken for it. */
  stops?: boolean
  run(): Promise<Answer>
  /** Says what has happened. */
  done?: string | ((answer: Answer) => string)
}

/**
 * Runs the action behind a click: asks first where it matters, and says how it went.
 *
 * @returns whether the action succeeded
 */
export function useAct(): <Answer>(act: Act<Answer>) => Promise<boolean> {
  const { t } = useTranslation("one2pays")
  const prompt = usePrompt()
  return async ({ sure, yes, stops, run, done = t("common.done") }) => {
    const isSure =
      !sure ||
      (await prompt({
        title: t("common.sure"),
        description: sure,
        confirmText: yes ?? t("common.yes"),
        cancelText: t(stops ? "common.goBack" : "common.no"),
        variant: stops ? "danger" : "confirmation",
      }))
    if (!isSure) {
      return false
    }
    try {
      const answer = await run()
      toast.success(typeof done === "string" ? done : done(answer))
      return true
    } catch (error) {
      toast.error(errorText(error, t))
      return false
    }
  }
}
