import { Input, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { bankName, BANKS } from "../format/banks"
import { AccountNumberInput } from "./account-number-input"
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
  onChange,
  about,
}: {
  typed: TypedAccount
  onChange: (field: AccountField, value: string) => void
  about?: (field: AccountField) => { problem?: string; onBlur: () => void }
}) {
  const { t, i18n } = useTranslation("one2pays")
  const field = (id: AccountField, label: string) => ({
    id,
    label,
    ...about?.(id),
  })
  return (
    <>
      <FormField {...field("bank_code", t("payouts.form.bank"))}>
        {(control) => (
          <Select
            value={typed.bank_code}
            onValueChange={(code) => onChange("bank_code", code)}
          >
            <Select.Trigger {...control}>
              <Select.Value placeholder={t("payouts.form.chooseBank")} />
            </Select.Trigger>
            <Select.Content>
              {BANKS.map(({ code }) => (
                <Select.Item key={code} value={code}>
                  {bankName(code, i18n.language)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
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
