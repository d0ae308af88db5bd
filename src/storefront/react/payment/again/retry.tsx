import { describeError } from "../../../index"
import type { Texts } from "../../texts/texts"
import { BusyButton } from "../busy-button"
import { Problem } from "../problem"
import type { PaymentState } from "../use-payment"

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
      <Problem
        name="retry-error"
        text={
          retryError === undefined
            ? undefined
            : describeError(retryError, locale)
        }
      />
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
