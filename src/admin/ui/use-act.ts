import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { errorText } from "../client/error-text"

interface Act<Answer> {
  /** What will happen, if it cannot be taken back. */
  sure?: string
  run(): Promise<Answer>
  /** What has happened. */
  done?: string | ((answer: Answer) => string)
}

/** Does what somebody clicked: asks first where it matters, and says how it went. @returns whether it was done */
export function useAct(): <Answer>(act: Act<Answer>) => Promise<boolean> {
  const { t } = useTranslation("one2pays")
  const prompt = usePrompt()
  return async ({ sure, run, done = t("common.done") }) => {
    const isSure =
      !sure ||
      (await prompt({
        title: t("common.sure"),
        description: sure,
        confirmText: t("common.yes"),
        cancelText: t("common.no"),
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
