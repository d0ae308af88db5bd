import type { Ref } from "react"
import type { PaymentMethod } from "../index"
import { AccountChoice } from "./account-choice"
import { MethodChoice } from "./method-choice"
import { PayerFields } from "./payer-fields"
import { chosenAccount, type PayerFormValue } from "./payer-form-value"
import { RememberBox } from "./remember-box"
import { textsFor, type Texts } from "./texts"
import type { SavedPayersState } from "./use-saved-payers"

export interface PayerFormProps {
  /** Thai for `th` and `th-…`, English for everything else. */
  locale: string
  value: PayerFormValue
  onChange: (value: PayerFormValue) => void
  /** The methods that the shop offers, see the plugin's option `paymentMethods`. Both unless given. */
  methods?: readonly PaymentMethod[]
  /** The customer's remembered accounts, see `useSavedPayers`. Without them there are the fields alone. */
  saved?: SavedPayersState
  /** Offers to remember the account that is typed. Only for a customer who is logged in, see `useSavedPayers`. */
  canRemember?: boolean
  /** Shows what is wrong with every field, also with those that the customer has not left yet. */
  showErrors?: boolean
  disabled?: boolean
  /** Texts of the shop's own, in place of the built-in ones. */
  texts?: Partial<Texts>
  className?: string
  formRef?: Ref<HTMLDivElement>
}

const METHODS: readonly PaymentMethod[] = ["promptpay", "bank_transfer"]

/**
 * How the customer wants to pay, and the account that they will pay from: a remembered one, or one that they type.
 * Renders no `<form>`, so it fits into the checkout's own. See `usePayerForm`.
 */
export function PayerForm({
  locale,
  value,
  onChange,
  methods = METHODS,
  saved,
  canRemember = false,
  showErrors = false,
  disabled = false,
  texts: own,
  className,
  formRef,
}: PayerFormProps) {
  const texts = textsFor(locale, own)
  const account = chosenAccount(value, saved?.payers ?? [])
  const isLoading = saved?.isLoading ?? false

  return (
    <div className={`one2pays ${className ?? ""}`.trim()} ref={formRef}>
      <MethodChoice
        methods={methods}
        chosen={value.payment_method}
        disabled={disabled}
        texts={texts}
        onChoose={(payment_method) => onChange({ ...value, payment_method })}
      />
      <fieldset
        className="one2pays-group"
        disabled={disabled}
        aria-busy={isLoading || undefined}
      >
        <legend>{texts.payerTitle}</legend>
        <p className="one2pays-hint">{texts.payerWhy}</p>
        {saved && (
          <AccountChoice
            saved={saved}
            chosen={account?.id ?? null}
            onChoose={(saved_payer) => onChange({ ...value, saved_payer })}
            locale={locale}
            texts={texts}
          />
        )}
        {!account && (
          // They hold their place, unseen, until it is known whether they are needed.
          <div
            className="one2pays-fields"
            data-waiting={isLoading || undefined}
          >
            {isLoading && (
              <p className="one2pays-hint one2pays-waiting">
                {texts.accountsLoading}
              </p>
            )}
            <PayerFields
              locale={locale}
              payer={value.payer}
              onChange={(payer) => onChange({ ...value, payer })}
              showErrors={showErrors}
              texts={texts}
            />
            {canRemember && (
              <RememberBox
                checked={value.save_payer ?? false}
                onChange={(save_payer) => onChange({ ...value, save_payer })}
                texts={texts}
              />
            )}
          </div>
        )}
      </fieldset>
    </div>
  )
}
