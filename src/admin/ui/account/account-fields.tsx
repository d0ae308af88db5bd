import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { AccountNumberInput } from "./account-number-input"
import { BankSelect } from "./bank-select"
import { FormField } from "./form-field"

/** A bank account while staff type it. */
export interface TypedAccount {
  bank_code: string
  account_name: string
  account_number: string
}

type AccountField = keyof TypedAccount

/** The fields of a bank account. `about` ties a problem to its field. */
export function AccountFields({
  typed,
  taken = null,
  onChange,
  about,
}: {
  typed: TypedAccount
  /** The codes of the banks that the shop takes; null for all. */
  taken?: readonly string[] | null
  onChange: (field: AccountField, value: string) => void
  about?: (field: AccountField) => { problem?: string; onBlur: () => void }
}) {
  const { t } = useTranslation("one2pays")
  const field = (id: AccountField, label: string) => ({
    id,
    label,
    ...about?.(id),
  })
  return (
    <>
      <FormField {...field("bank_code", t("payouts.form.bank"))}>
        {(control) => (
          <BankSelect
            control={control}
            code={typed.bank_code}
            taken={taken}
            onChange={(code) => onChange("bank_code", code)}
          />
        )}
      </FormField>
      <FormField {...field("account_name", t("payouts.form.accountName"))}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={typed.account_name}
            onChange={({ target }) => onChange("account_name", target.value)}
          />
        )}
      </FormField>
      <FormField {...field("account_number", t("payouts.form.accountNumber"))}>
        {(control) => (
          <AccountNumberInput
            {...control}
            number={typed.account_number}
            onChange={(number) => onChange("account_number", number)}
          />
        )}
      </FormField>
    </>
  )
}
