import { useState } from "react"
import {
  accountDigits,
  validatePayer,
  type PayerDetails,
  type PayerField,
  type ThaiBank,
} from "../../index"
import type { Texts } from "../texts/texts"
import { fill } from "../texts/texts-for"
import { BankPicker } from "./bank-picker"
import { Field } from "./field"

/** Bank, number and name of an account. A field shows its error once the customer has left it. */
export function PayerFields({
  locale,
  payer,
  onChange,
  banks,
  showErrors,
  texts,
}: {
  locale: string
  payer: PayerDetails
  onChange: (payer: PayerDetails) => void
  banks: readonly ThaiBank[]
  showErrors: boolean
  texts: Texts
}) {
  const [left, setLeft] = useState<readonly PayerField[]>([])
  const checked = validatePayer(payer, locale)

  const set = (field: PayerField, text: string) =>
    onChange({ ...payer, [field]: text })
  const leave = (field: PayerField) => () =>
    setLeft((before) => [...before.filter((other) => other !== field), field])
  const isDone = (field: PayerField) => showErrors || left.includes(field)
  const problem = (field: PayerField) =>
    !checked.ok && isDone(field) ? checked.errors[field] : undefined

  return (
    <>
      <Field name="bank_code" label={texts.bank} error={problem("bank_code")}>
        {(control) => (
          <BankPicker
            control={control}
            banks={banks}
            code={payer.bank_code}
            locale={locale}
            texts={texts}
            onPick={(code) => set("bank_code", code)}
            onBlur={leave("bank_code")}
          />
        )}
      </Field>
      <Field
        name="account_number"
        label={texts.accountNumber}
        hint={fill(texts.accountNumberHint, {
          digits: accountDigits(payer.bank_code),
        })}
        error={problem("account_number")}
        question={isDone("account_number") ? checked.question : undefined}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={payer.account_number}
            onChange={(event) => set("account_number", event.target.value)}
            onBlur={leave("account_number")}
          />
        )}
      </Field>
      <Field
        name="account_name"
        label={texts.accountName}
        hint={texts.accountNameHint}
        error={problem("account_name")}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="name"
            value={payer.account_name}
            onChange={(event) => set("account_name", event.target.value)}
            onBlur={leave("account_name")}
          />
        )}
      </Field>
    </>
  )
}
