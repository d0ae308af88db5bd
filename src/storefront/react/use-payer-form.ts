import { useRef, useState } from "react"
import type { PaymentChoice, SavedPaymentChoice } from "../index"
import type { PayerFormProps } from "./payer-form"
import { readChoice, type PayerFormValue } from "./payer-form-value"
import type { SavedPayersState } from "./use-saved-payers"

export interface PayerFormOptions {
  locale: string
  /** What the form begins with. */
  initial?: Partial<PayerFormValue>
  /** What `useSavedPayers` returns, to offer the customer's remembered accounts and to remember another one. */
  saved?: SavedPayersState
}

export interface PayerFormState {
  /** For `<PayerForm {...form.props} />`. */
  props: Pick<
    PayerFormProps,
    | "locale"
    | "value"
    | "onChange"
    | "saved"
    | "canRemember"
    | "showErrors"
    | "formRef"
  >
  /** Whether the details are complete and right. */
  isValid: boolean
  /**
   * The choice, cleaned, for `createPayment`. Null when a field has to be corrected first: then every wrong field says
   * so, and the first one has the focus. Null, too, while the remembered accounts are still asked for.
   */
  submit: () => PaymentChoice | SavedPaymentChoice | null
}

/** Holds what the customer chooses and types in a `PayerForm` until the checkout asks for it. */
export function usePayerForm({
  locale,
  initial,
  saved,
}: PayerFormOptions): PayerFormState {
  const [value, setValue] = useState<PayerFormValue>({
    payment_method: "promptpay",
    payer: { account_name: "", account_number: "", bank_code: "" },
    ...initial,
  })
  const [showErrors, setShowErrors] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const canRemember = saved?.canRemember ?? false
  const isLoading = saved?.isLoading ?? false
  const read = readChoice(
    value,
    { payers: saved?.payers ?? [], canRemember },
    locale
  )

  return {
    props: {
      locale,
      value,
      onChange: setValue,
      saved,
      canRemember,
      showErrors,
      formRef: form,
    },
    isValid: read.ok && !isLoading,
    submit() {
      if (isLoading) {
        return null
      }
      if (read.ok) {
        return read.choice
      }
      setShowErrors(true)
      for (const field of ["bank_code", "account_number", "account_name"]) {
        if (field in read.errors) {
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
