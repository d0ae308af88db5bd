import { useEffect, useRef, type Ref } from "react"
import {
  PAYMENT_METHODS,
  THAI_BANKS,
  toLocale,
  type PaymentMethod,
  type ThaiBank,
} from "../../index"
import type { Texts } from "../texts/texts"
import { textsFor } from "../texts/texts-for"
import { AccountChoice } from "./account-choice"
import { MethodChoice } from "./method-choice"
import { PayerFields } from "./payer-fields"
import { chosenAccount, type PayerFormValue } from "./payer-form-value"
import { RememberBox } from "./remember-box"
import type { SavedPayersState } from "./use-saved-payers"

export interface PayerFormProps {
  /** Thai for `th` and `th-…`, English for everything else. */
  locale: string
  value: PayerFormValue
  onChange: (value: PayerFormValue) => void
  /** The methods that the shop offers, see the plugin's option `paymentMethods`. Default: both. */
  methods?: readonly PaymentMethod[]
  /** The banks to choose from, see `banksOf`. Default: `THAI_BANKS`, and three digits for another one. */
  banks?: readonly ThaiBank[]
  /** The customer's remembered accounts, see `useSavedPayers`. Without them, the form has only the fields. */
  saved?: SavedPayersState
  /** Offers to remember the typed account. Only for a customer who is logged in, see `useSavedPayers`. */
  canRemember?: boolean
  /** Shows the error of every field, also of those that the customer has not left yet. */
  showErrors?: boolean
  /** Tells the customer, who wants to go on, that their accounts are still loading. */
  isAwaited?: boolean
  disabled?: boolean
  /** The shop's own texts, which replace the built-in ones. */
  texts?: Partial<Texts>
  className?: string
  formRef?: Ref<HTMLDivElement>
}

/**
 * Asks for the method and for the account that the customer will pay from: a remembered one, or one that they type. It
 * renders no `<form>`, so it fits into the checkout's own. See `usePayerForm`.
 */
export function PayerForm({
  locale,
  value,
  onChange,
  methods = PAYMENT_METHODS,
  banks = THAI_BANKS,
  saved,
  canRemember = false,
  showErrors = false,
  isAwaited = false,
  disabled = false,
  texts: own,
  className,
  formRef,
}: PayerFormProps) {
  const texts = textsFor(locale, own)
  const account = chosenAccount(value, saved?.payers ?? [])
  const isLoading = saved?.isLoading ?? false
  useOfferedMethod(methods, value, onChange)
  const news = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isAwaited) {
      news.current?.scrollIntoView({ block: "nearest" })
    }
  }, [isAwaited])

  return (
    <div
      className={`one2pays ${className ?? ""}`.trim()}
      lang={toLocale(locale)}
      ref={formRef}
    >
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
        <details className="one2pays-why" data-one2pays="why">
          <summary>{texts.whyTitle}</summary>
          <ul>
            <li>{texts.whyMatch}</li>
            <li>{texts.whyReceiver}</li>
            <li>{texts.whyOtherAccount}</li>
          </ul>
        </details>
        {saved && (
          <AccountChoice
            saved={saved}
            chosen={account?.id ?? null}
            onChoose={(saved_payer) => onChange({ ...value, saved_payer })}
            banks={banks}
            locale={locale}
            texts={texts}
          />
        )}
        {!account && (
          // The fields hold their place, unseen, until the accounts have loaded and show whether they are needed.
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
              banks={banks}
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
        {saved && (
          <p
            className="one2pays-hint one2pays-news"
            role="status"
            ref={news}
            data-one2pays="accounts-awaited"
          >
            {isAwaited && texts.accountsAwaited}
          </p>
        )}
      </fieldset>
    </div>
  )
}

/**
 * Replaces a chosen method that the shop does not offer. With a single method, the customer could not choose another.
 */
function useOfferedMethod(
  methods: readonly PaymentMethod[],
  value: PayerFormValue,
  onChange: PayerFormProps["onChange"]
): void {
  const [first] = methods
  const isOffered = methods.includes(value.payment_method)
  useEffect(() => {
    if (first && !isOffered) {
      onChange({ ...value, payment_method: first })
    }
  }, [first, isOffered])
}
