import { useRef, useState } from "react"
import type { PaymentChoice, PaymentMethod, SavedPaymentChoice } from "../../index"
import type { PayerFormProps } from "./payer-form"
import { readChoice, type PayerFormValue } from "./payer-form-value"
import type { SavedPayersState } from "./use-saved-payers"

export interface PayerFormOptions {
  locale: string
  /**
   * The methods that the shop offers, see the plugin's option `paymentMethods`. Both unless given. The form begins with
   * the first of them.
   */
  methods?: readonly PaymentMethod[]
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
    | "methods"
    | "saved"
    | "canRemember"
    | "showErrors"
    | "isAwaited"
    | "formRef"
  >
  /** Whether the details are complete and right. */
  isValid: boolean
  /**
   * The choice, cleaned, for `createPayment`. Null when a field has to be corrected first: then every wrong field says
   * so, and the first one has the focus. Null, too, while the remembered accounts are still asked for, which the form
   * says then.
   */
  submit: () => PaymentChoice | SavedPaymentChoice | null
}

/** Holds what the customer chooses and types in a `PayerForm` until the checkout asks for it. */
export function usePayerForm({
  locale,
  methods,
  initial,
  saved,
}: PayerFormOptions): PayerFormState {
  const [value, setValue] = useState<PayerFormValue>({
    payment_method: methods?.[0] ?? "promptpay",
    payer: { account_name: "", account_number: "", bank_code: "" },
    ...initial,
  })
  const [showErrors, setShowErrors] = useState(false)
  const [isAwaited, setAwaited] = useState(false)
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
      methods,
      saved,
      canRemember,
      showErrors,
      isAwaited: isAwaited && isLoading,
      formRef: form,
    },
    isValid: read.ok && !isLoading,
    submit() {
      setAwaited(isLoading)
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
