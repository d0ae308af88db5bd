import { useEffect, useRef, useState } from "react"
import type {
  PaymentChoice,
  PaymentMethod,
  SavedPaymentChoice,
} from "../../index"
import { keepEntries, withKeptEntries } from "./kept-entries"
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
  /**
   * Keeps method, bank and name, never the number, in the browser's `sessionStorage`: the form survives a reload and a
   * log-in. Default: true.
   */
  keep?: boolean
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
   * What `submit` would return now, without telling the customer anything: for `prepareEarly`. A new object with every
   * render.
   */
  choice: PaymentChoice | SavedPaymentChoice | null
  /**
   * The cleaned choice for `createPayment`. Null when the customer has to correct a field first: every wrong field then
   * shows its error, and the first one has the focus. Null, too, while the remembered accounts are loading, and once for
   * an account number that looks like a phone's or an ID card's. The form then says so.
   */
  submit: () => PaymentChoice | SavedPaymentChoice | null
}

/** Holds the customer's entries in a `PayerForm` until the checkout asks for them. */
export function usePayerForm({
  locale,
  methods,
  initial,
  saved,
  keep = true,
}: PayerFormOptions): PayerFormState {
  const [value, setValue] = useState<PayerFormValue>({
    payment_method: methods?.[0] ?? "promptpay",
    payer: { account_name: "", account_number: "", bank_code: "" },
    ...initial,
  })
  useKeptEntries(keep, value, setValue, initial)
  const [showErrors, setShowErrors] = useState(false)
  /** The number that the customer was asked about. */
  const asked = useRef("")
  const [isAwaited, setAwaited] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const canRemember = saved?.canRemember ?? false
  const isLoading = saved?.isLoading ?? false
  const read = readChoice(
    value,
    { payers: saved?.payers ?? [], canRemember },
    locale
  )
  const number = value.payer.account_number
  const readNow = () =>
    read.ok && !isLoading && (!read.question || asked.current === number)
      ? read.choice
      : null

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
    choice: readNow(),
    submit() {
      setAwaited(isLoading)
      if (isLoading) {
        return null
      }
      const choice = readNow()
      if (choice) {
        return choice
      }
      asked.current = number
      setShowErrors(true)
      const wrong = read.ok ? { account_number: read.question } : read.errors
      for (const field of ["bank_code", "account_number", "account_name"]) {
        if (field in wrong) {
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

/** A server knows nothing of the browser's storage, so the entries come back only after the first render. */
function useKeptEntries(
  keep: boolean,
  value: PayerFormValue,
  setValue: (change: (before: PayerFormValue) => PayerFormValue) => void,
  initial: Partial<PayerFormValue> | undefined
): void {
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    if (keep) {
      setValue((before) => withKeptEntries(before, initial))
      setRead(true)
    }
  }, [keep])
  useEffect(() => {
    if (isRead) keepEntries(value)
  }, [isRead, value])
}
