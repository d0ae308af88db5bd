import {
  THAI_BANKS,
  type PayerDetails,
  type PayerErrors,
} from "medusa-plugin-one2pays/storefront"
import { useLocale } from "../shop/locale-context"
import { Field, TextField } from "./field"

/** The account the customer will pay from: the gateway matches the transfer by it. */
export function PayerFields({
  payer,
  errors,
  showErrors,
  onChange,
}: {
  payer: PayerDetails
  errors: PayerErrors
  showErrors: boolean
  onChange: (payer: PayerDetails) => void
}) {
  const { locale, t } = useLocale()
  return (
    <fieldset className="card">
      <legend>{t.payer.title}</legend>
      <p className="muted">{t.payer.why}</p>
      <div className="fields">
        <Field
          label={t.payer.bank_code}
          error={errors.bank_code}
          showError={showErrors}
          testId="bank_code"
        >
          {(control) => (
            <select
              {...control}
              value={payer.bank_code}
              onChange={(event) =>
                onChange({ ...payer, bank_code: event.target.value })
              }
            >
              <option value="">{t.payer.chooseBank}</option>
              {THAI_BANKS.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name[locale]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t.payer.account_number}
          hint={t.payer.accountNumberHint}
          inputMode="numeric"
          autoComplete="off"
          value={payer.account_number}
          error={errors.account_number}
          showError={showErrors}
          testId="account_number"
          onValue={(account_number) => onChange({ ...payer, account_number })}
        />
        <TextField
          label={t.payer.account_name}
          autoComplete="name"
          value={payer.account_name}
          error={errors.account_name}
          showError={showErrors}
          testId="account_name"
          onValue={(account_name) => onChange({ ...payer, account_name })}
        />
      </div>
    </fieldset>
  )
}
