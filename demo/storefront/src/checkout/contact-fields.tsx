import type { InputHTMLAttributes } from "react"
import { useLocale } from "../shop/locale-context"
import type { Contact, ContactErrors, ContactField } from "./contact"
import { TextField } from "./field"

type Input = InputHTMLAttributes<HTMLInputElement>

const FIELDS: readonly {
  field: ContactField
  autoComplete: string
  type?: Input["type"]
  inputMode?: Input["inputMode"]
}[] = [
  { field: "email", autoComplete: "email", type: "email" },
  { field: "phone", autoComplete: "tel", type: "tel" },
  { field: "first_name", autoComplete: "given-name" },
  { field: "last_name", autoComplete: "family-name" },
  { field: "address_1", autoComplete: "address-line1" },
  { field: "city", autoComplete: "address-level2" },
  { field: "province", autoComplete: "address-level1" },
  { field: "postal_code", autoComplete: "postal-code", inputMode: "numeric" },
]

export function ContactFields({
  contact,
  errors,
  showErrors,
  onChange,
}: {
  contact: Contact
  errors: ContactErrors
  showErrors: boolean
  onChange: (field: ContactField, value: string) => void
}) {
  const { t } = useLocale()
  return (
    <fieldset className="card">
      <legend>{t.delivery}</legend>
      <div className="fields">
        {FIELDS.map(({ field, ...input }) => (
          <TextField
            key={field}
            {...input}
            label={t.contact[field]}
            value={contact[field]}
            error={errors[field]}
            showError={showErrors}
            testId={field}
            onValue={(value) => onChange(field, value)}
          />
        ))}
      </div>
    </fieldset>
  )
}
