import {
  describeError,
  type Maintenance,
  type One2PaysPayment,
} from "../../index"
import type { Texts } from "../texts/texts"
import { fill } from "../texts/texts-for"
import { BusyButton } from "./busy-button"
import { timeOfDay } from "./time-of-day"

/** Says that the gateway is closed, whether what the customer has in front of them can be paid, and that no money is lost. */
export function MaintenanceNotice({
  maintenance,
  payment,
  isOver,
  locale,
  texts,
}: {
  maintenance: Maintenance
  payment: One2PaysPayment
  isOver: boolean
  locale: string
  texts: Texts
}) {
  const { next_action, expires_at } = payment
  const time = expires_at === null ? "" : timeOfDay(expires_at, locale)
  return (
    <div className="one2pays-notice" data-one2pays="maintenance">
      <p>
        <strong>{maintenance.message}</strong>
      </p>
      {next_action?.type === "qr" && !isOver && (
        <p data-one2pays="maintenance-qr">
          {time
            ? fill(texts.maintenanceQrUntil, { time })
            : texts.maintenanceQr}
        </p>
      )}
      <p>{texts.maintenanceKeep}</p>
    </div>
  )
}

/**
 * Says when the shop asks the gateway again. The time moves on with every try, so it must not stand in a live region.
 */
export function MaintenanceTime({
  maintenance,
  locale,
  texts,
}: {
  maintenance: Maintenance
  locale: string
  texts: Texts
}) {
  return (
    <p className="one2pays-hint" data-one2pays="maintenance-time">
      {fill(texts.maintenanceTime, {
        time: timeOfDay(maintenance.retry_at, locale),
      })}
    </p>
  )
}

/** Whether the order has no payment here, so that asking again cannot help. */
export const isUnknownOrder = (error: unknown): boolean =>
  (error as { status?: unknown } | null)?.status === 404

/** Says why the page has nothing to show. */
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
        <BusyButton name="reload" isBusy={isChecking} onClick={onReload}>
          {isChecking ? texts.checking : texts.reload}
        </BusyButton>
      )}
    </div>
  )
}
