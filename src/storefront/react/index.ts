export { Countdown } from "./countdown"
export { PayerForm, type PayerFormProps } from "./payer-form"
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
