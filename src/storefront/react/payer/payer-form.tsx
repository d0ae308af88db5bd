import { useEffect, useRef, type Ref } from "react"
import {
  THAI_BANKS,
  toLocale,
  type PaymentMethod,
  type ThaiBank,
} from "../../index"
import { AccountChoice } from "./account-choice"
import { MethodChoice } from "./method-choice"
import { PayerFields } from "./payer-fields"
import { chosenAccount, type PayerFormValue } from "./payer-form-value"
import { RememberBox } from "./remember-box"
import { textsFor, type Texts } from "../texts"
import type { SavedPayersState } from "./use-saved-payers"

export interface PayerFormProps {
  /** Thai for `th` and `th-…`, English for everything else. */
  locale: string
  value: PayerFormValue
  onChange: (value: PayerFormValue) => void
  /** The methods that the shop offers, see the plugin's option `paymentMethods`. Both unless given. */
  methods?: readonly PaymentMethod[]
  /** The banks to choose from. `THAI_BANKS` unless given; the server takes any three digits. */
  banks?: readonly ThaiBank[]
  /** The customer's remembered accounts, see `useSavedPayers`. Without them there are the fields alone. */
  saved?: SavedPayersState
  /** Offers to remember the account that is typed. Only for a customer who is logged in, see `useSavedPayers`. */
  canRemember?: boolean
  /** Shows what is wrong with every field, also with those that the customer has not left yet. */
  showErrors?: boolean
  /** The customer wants to go on, but the remembered accounts are not there yet: says so. */
  isAwaited?: boolean
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

/** A method that is not offered cannot stay chosen, where there is no other to choose least of all. */
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
