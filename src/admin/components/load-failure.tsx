import type { FetchError } from "@medusajs/js-sdk"
import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { lastingReason } from "../error-text"

/** Why there is nothing to see, and a way to try again where that can help. */
export function LoadFailure({
  error,
  retry,
}: {
  error: FetchError
  retry: () => unknown
}) {
  const { t } = useTranslation("one2pays")
  const reason = lastingReason(error)
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
      <Alert variant="error" className="flex-1">
        {t(reason ?? "common.failed")}
      </Alert>
      {!reason && (
        <Button size="small" variant="secondary" onClick={() => void retry()}>
          {t("common.retry")}
        </Button>
      )}
    </div>
  )
}
