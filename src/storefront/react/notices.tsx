import { describeError, toLocale, type Maintenance } from "../index"
import { fill, type Texts } from "./texts"
import { useNow } from "./use-now"

/** The gateway is closed: why, until when, and that nothing is lost. */
export function MaintenanceNotice({
  maintenance,
  locale,
  texts,
}: {
  maintenance: Maintenance
  locale: string
  texts: Texts
}) {
  // The customer's own time of day, which a server does not know.
  const isMounted = useNow() !== undefined
  return (
    <div className="one2pays-notice" data-one2pays="maintenance">
      <p>
        <strong>{maintenance.message}</strong>
      </p>
      {isMounted && (
        <p>
          {fill(texts.maintenanceTime, {
            time: timeOfDay(maintenance.retry_at, locale),
          })}
        </p>
      )}
      <p>{texts.maintenanceKeep}</p>
    </div>
  )
}

/** `14:35`, as a clock shows it in either language. */
const timeOfDay = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(toLocale(locale) === "th" ? "th-TH" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(iso))

/** Nothing could be read at all. */
export function LoadError({
  error,
  locale,
  texts,
  onReload,
}: {
  error: unknown
  locale: string
  texts: Texts
  onReload: () => void
}) {
  const isUnknown = (error as { status?: unknown } | null)?.status === 404
  return (
    <div className="one2pays-notice one2pays-notice--bad" role="alert">
      <p data-one2pays="payment-error">
        {isUnknown ? texts.unknownOrder : describeError(error, locale)}
      </p>
      {!isUnknown && (
        <button type="button" className="one2pays-button" onClick={onReload}>
          {texts.reload}
        </button>
      )}
    </div>
  )
}
