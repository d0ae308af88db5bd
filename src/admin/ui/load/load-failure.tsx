import { Alert, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { lastingReason, loadErrorText } from "../../client/error-text"
import type { Polled } from "../../client/polling"

/**
 * Says why there is nothing to see, or nothing new, and offers another try where that can help. Shows nothing without
 * an error.
 */
export function LoadFailure({
  query: { data, error, refetch },
}: {
  query: Polled<unknown>
}) {
  const { t } = useTranslation("one2pays")
  const [isTrying, setTrying] = useState(false)
  if (!error) {
    return null
  }
  const isLasting = lastingReason(error) !== undefined
  const retry = async () => {
    setTrying(true)
    await refetch()
    setTrying(false)
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
      <Alert variant={data ? "warning" : "error"} className="flex-1">
        {data
          ? `${t("common.notRefreshed")} `
          : !isLasting && `${t("common.failed")} `}
        {loadErrorText(error, t)}
      </Alert>
      {(!isLasting || error.status === 401) && (
        <Button
          size="small"
          variant="secondary"
          // A disabled button would lose the focus.
          className={isTrying ? "animate-pulse" : ""}
          onClick={() => void retry()}
        >
          {t("common.retry")}
        </Button>
      )}
    </div>
  )
}
