import { useState, type Ref } from "react"
import {
  validatePayer,
  type PayerField,
  type PaymentChoice,
  type PaymentMethod,
} from "../index"
import { BankPicker } from "./bank-picker"
import { Field } from "./field"
import { MethodChoice } from "./method-choice"
import { textsFor, type Texts } from "./texts"

export interface PayerFormProps {
  /** Thai for `th` and `th-…`, English for everything else. */
  locale: string
  value: PaymentChoice
  onChange: (value: PaymentChoice) => void
  /** The methods that the shop offers, see the plugin's option `paymentMethods`. Both unless given. */
  methods?: readonly PaymentMethod[]
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
 * How the customer wants to pay, and the account that they will pay from. Renders no `<form>`, so it fits into the
 * checkout's own. What is wrong with a field is shown once it has been left. See `usePayerForm`.
 */
export function PayerForm({
  locale,
  value,
  onChange,
  methods = METHODS,
  showErrors = false,
  disabled = false,
  texts: own,
  className,
  formRef,
}: PayerFormProps) {
  const [left, setLeft] = useState<readonly PayerField[]>([])
  const texts = textsFor(locale, own)
  const checked = validatePayer(value.payer, locale)

  const set = (field: PayerField, text: string) =>
    onChange({ ...value, payer: { ...value.payer, [field]: text } })
  const leave = (field: PayerField) => () =>
    setLeft((before) => [...before.filter((other) => other !== field), field])
  const problem = (field: PayerField) =>
    !checked.ok && (showErrors || left.includes(field))
      ? checked.errors[field]
      : undefined

  return (
    <div className={`one2pays ${className ?? ""}`.trim()} ref={formRef}>
      <MethodChoice
        methods={methods}
        chosen={value.payment_method}
        disabled={disabled}
        texts={texts}
        onChoose={(payment_method) => onChange({ ...value, payment_method })}
      />
      <fieldset className="one2pays-group" disabled={disabled}>
        <legend>{texts.payerTitle}</legend>
        <p className="one2pays-hint">{texts.payerWhy}</p>
        <Field name="bank_code" label={texts.bank} error={problem("bank_code")}>
          {(control) => (
            <BankPicker
              control={control}
              code={value.payer.bank_code}
              locale={locale}
              placeholder={texts.chooseBank}
              onPick={(code) => set("bank_code", code)}
              onBlur={leave("bank_code")}
            />
          )}
        </Field>
        <Field
          name="account_number"
          label={texts.accountNumber}
          hint={texts.accountNumberHint}
          error={problem("account_number")}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={value.payer.account_number}
              onChange={(event) => set("account_number", event.target.value)}
              onBlur={leave("account_number")}
            />
          )}
        </Field>
        <Field
          name="account_name"
          label={texts.accountName}
          error={problem("account_name")}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="name"
              value={value.payer.account_name}
              onChange={(event) => set("account_name", event.target.value)}
              onBlur={leave("account_name")}
            />
          )}
        </Field>
      </fieldset>
    </div>
  )
}
