export { Countdown } from "./countdown"
export { PayerForm, type PayerFormProps } from "./payer-form"
export type { PayerFormValue } from "./payer-form-value"
export { PaymentPanel, type PaymentPanelProps } from "./payment-panel"
export type { Texts } from "./texts"
export { TransferInstructions } from "./transfer-instructions"
export {
  usePayerForm,
  type PayerFormOptions,
  type PayerFormState,
} from "./use-payer-form"
export {
  usePayment,
  type PaymentState,
  type UsePaymentOptions,
} from "./use-payment"
export {
  useSavedPayers,
  type SavedPayersOptions,
  type SavedPayersState,
} from "./use-saved-payers"
