import { describeError } from "../../index"
import type { Texts } from "../texts/texts"
import { BusyButton } from "./busy-button"
import type { PaymentState } from "./use-payment"

/** The button that makes another payment, and the failure of the last try. */
export function Retry({
  canRetry,
  isPrimary = true,
  label,
  state: { isRetrying, retryError, retry },
  locale,
  texts,
}: {
  canRetry: boolean
  isPrimary?: boolean
  label: string
  state: PaymentState
  locale: string
  texts: Texts
}) {
  return (
    <>
      {retryError !== undefined && (
        <p
          className="one2pays-notice one2pays-notice--bad"
          role="alert"
          data-one2pays="retry-error"
        >
          {describeError(retryError, locale)}
        </p>
      )}
      {canRetry && (
        <BusyButton
          name="try-again"
          isBusy={isRetrying}
          isPrimary={isPrimary}
          onClick={() => void retry()}
        >
          {isRetrying ? texts.tryingAgain : label}
        </BusyButton>
      )}
    </>
  )
}
