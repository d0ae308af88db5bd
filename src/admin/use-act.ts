import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface Act {
  /** What will happen, if it cannot be taken back. */
  sure?: string
  /** What has happened. */
  done?: string
  run(): Promise<unknown>
}

/** Does what somebody clicked: asks first where it matters, and says how it went. @returns whether it was done */
export function useAct(): (act: Act) => Promise<boolean> {
  const { t } = useTranslation("one2pays")
  const prompt = usePrompt()
  return async ({ sure, done, run }) => {
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
      await run()
      toast.success(done ?? t("common.done"))
      return true
    } catch (error) {
      toast.error((error as Error).message)
      return false
    }
  }
}
