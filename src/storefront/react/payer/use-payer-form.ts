import { useRef, useState } from "react"
import type {
  PaymentChoice,
  PaymentMethod,
  SavedPaymentChoice,
} from "../../index"
import { keepEntries } from "./kept-entries"
import type { PayerFormProps } from "./payer-form"
import { readChoice, type PayerFormValue } from "./payer-form-value"
import type { SavedPayersState } from "./use-saved-payers"

export interface PayerFormOptions {
  locale: string
  /**
   * The methods that the shop offers, see the plugin's option `paymentMethods`. Default: both. The first is chosen at
   * the start.
   */
  methods?: readonly PaymentMethod[]
  /** The entries at the start. */
  initial?: Partial<PayerFormValue>
  /** The result of `useSavedPayers`, to offer the customer's remembered accounts and to remember another one. */
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
  /** Whether the entries are complete and right. */
  isValid: boolean
  /**
   * The cleaned choice for `createPayment`. Null when the customer has to correct a field first: every wrong field then
   * shows its error, and the first one has the focus. Null, too, while the remembered accounts are loading, which the
   * form then says.
   */
  submit: () => PaymentChoice | SavedPaymentChoice | null
}

/** Holds the customer's entries in a `PayerForm` until the checkout asks for them. */
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
        if ("payer" in read.choice) keepEntries(read.choice.payer)
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
