import { Button, toast } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { errorText } from "../../client/error-text"
import { useMay } from "../../client/rights"
import { formatAccountNumber } from "../../format/account-number"
import { useAccountNumber, type Withdraw } from "../withdraws"

/** The last digits of an account number, and the whole one for a person who asks for it and checks it. */
export function AccountNumber({ withdraw }: { withdraw: Withdraw }) {
  const { t } = useTranslation("one2pays")
  const may = useMay()
  const { data, isPending, mutate } = useAccountNumber(withdraw.id)
  const number = useRef<HTMLSpanElement>(null)
  return (
    <span className="flex flex-wrap items-center gap-x-2 tabular-nums">
      <span
        ref={number}
        tabIndex={-1}
        data-testid="one2pays-account-number"
        aria-live="polite"
      >
        {data
          ? formatAccountNumber(data.account_number)
          : `••••${withdraw.account_last4}`}
      </span>
      {!data && may("one2pays_withdraw:approve") && (
        <Button
          size="small"
          variant="transparent"
          className="-my-1.5 -ml-2"
          isLoading={isPending}
          onClick={() =>
            mutate(undefined, {
              // The button is gone then, and its focus with it.
              onSuccess: () => number.current?.focus(),
              onError: (error) => toast.error(errorText(error, t)),
            })
          }
        >
          {t("payouts.detail.showNumber")}
        </Button>
      )}
    </span>
  )
}
