import { useRef, useState } from "react"
import { validatePayer, type PaymentChoice } from "../index"
import type { PayerFormProps } from "./payer-form"

export interface PayerFormOptions {
  locale: string
  /** What the form begins with. */
  initial?: Partial<PaymentChoice>
}

export interface PayerFormState {
  /** For `<PayerForm {...form.props} />`. */
  props: Pick<
    PayerFormProps,
    "locale" | "value" | "onChange" | "showErrors" | "formRef"
  >
  /** Whether the details are complete and right. */
  isValid: boolean
  /**
   * The choice, cleaned, for `createPayment`. Null when a field has to be corrected first: then every wrong field says
   * so, and the first one has the focus.
   */
  submit: () => PaymentChoice | null
}

/** Holds what the customer types into a `PayerForm` until the checkout asks for it. */
export function usePayerForm({
  locale,
  initial,
}: PayerFormOptions): PayerFormState {
  const [value, setValue] = useState<PaymentChoice>({
    payment_method: "promptpay",
    payer: { account_name: "", account_number: "", bank_code: "" },
    ...initial,
  })
  const [showErrors, setShowErrors] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const checked = validatePayer(value.payer, locale)

  return {
    props: { locale, value, onChange: setValue, showErrors, formRef: form },
    isValid: checked.ok,
    submit() {
      if (checked.ok) {
        return { payment_method: value.payment_method, payer: checked.value }
      }
      setShowErrors(true)
      for (const field of ["bank_code", "account_number", "account_name"]) {
        if (field in checked.errors) {
          const control = form.current?.querySelector<HTMLElement>(
            `[data-one2pays="${field}"]`
          )
          control?.focus()
          break
        }
      }
      return null
    },
  }
}
