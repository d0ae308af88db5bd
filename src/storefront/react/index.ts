export { Countdown } from "./payment/pay/countdown"
export { forgetOpenPayments } from "./payment/kept-orders"
export { OpenPayment, type OpenPaymentProps } from "./payment/open-payment"
export { PaymentLink, type PaymentLinkProps } from "./link/payment-link"
export { PayerForm, type PayerFormProps } from "./payer/payer-form"
export type { PayerFormValue } from "./payer/payer-form-value"
export { prepareEarly, type EarlyWork } from "./payer/prepare-early"
export { PaymentPanel, type PaymentPanelProps } from "./payment/payment-panel"
export { SavedAccounts, type SavedAccountsProps } from "./payer/saved-accounts"
export type { Texts } from "./texts/texts"
export { TransferInstructions } from "./payment/pay/transfer-instructions"
export {
  usePayerForm,
  type PayerFormOptions,
  type PayerFormState,
} from "./payer/use-payer-form"
export { usePaymentMethods, usePaymentOffer } from "./payer/use-payment-methods"
export {
  usePayment,
  type PaymentState,
  type UsePaymentOptions,
} from "./payment/use-payment"
export {
  useSavedPayers,
  type SavedPayersOptions,
  type SavedPayersState,
} from "./payer/use-saved-payers"
