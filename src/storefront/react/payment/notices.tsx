import { useEffect, useState } from "react"
import { describeError, toLocale, type Maintenance } from "../../index"
import { fill, type Texts } from "../texts"

/** The gateway is closed: why, and that nothing is lost. */
export function MaintenanceNotice({
  maintenance,
  texts,
}: {
  maintenance: Maintenance
  texts: Texts
}) {
  return (
    <div className="one2pays-notice" data-one2pays="maintenance">
      <p>
        <strong>{maintenance.message}</strong>
      </p>
      <p>{texts.maintenanceKeep}</p>
    </div>
  )
}

/** Until when. It changes with every attempt of the shop to reach the gateway, so it must not be in a live region. */
export function MaintenanceTime({
  maintenance,
  locale,
  texts,
}: {
  maintenance: Maintenance
  locale: string
  texts: Texts
}) {
  // The customer's own time of day, which a server does not know.
  const [isMounted, setMounted] = useState(false)
  useEffect(() => setMounted(true), [])
  return (
    isMounted && (
      <p className="one2pays-hint" data-one2pays="maintenance-time">
        {fill(texts.maintenanceTime, {
          time: timeOfDay(maintenance.retry_at, locale),
        })}
      </p>
    )
  )
}

/** `14:35`, as a clock shows it in either language. */
const timeOfDay = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(toLocale(locale) === "th" ? "th-TH" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(iso))

/** There is no such payment, so that asking again cannot help. */
export const isUnknownOrder = (error: unknown): boolean =>
  (error as { status?: unknown } | null)?.status === 404

/** Nothing could be read at all. */
export function LoadError({
  error,
  isChecking,
  locale,
  texts,
  onReload,
}: {
  error: unknown
  isChecking: boolean
  locale: string
  texts: Texts
  onReload: () => void
}) {
  const isUnknown = isUnknownOrder(error)
  return (
    <div className="one2pays-notice one2pays-notice--bad" role="alert">
      <p data-one2pays="payment-error">
        {isUnknown ? texts.unknownOrder : describeError(error, locale)}
      </p>
      {!isUnknown && (
        <button
          type="button"
          className="one2pays-button"
          // Not disabled: that would take the focus away.
          aria-disabled={isChecking}
          data-one2pays="reload"
          onClick={() => {
            if (!isChecking) onReload()
          }}
        >
          {isChecking ? texts.checking : texts.reload}
        </button>
      )}
    </div>
  )
}
