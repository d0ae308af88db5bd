export { accountDigits } from "../messages/texts/account-number"
export { banksOf, findBanks, THAI_BANKS, type ThaiBank } from "./banks"
export {
  checkPayment,
  createPayment,
  retryPayment,
  type CartPaymentCollection,
  type CreatePaymentOptions,
  type PayableCart,
  type PayableCollection,
  type PaymentChoice,
  type RetryOptions,
  type SavedPaymentChoice,
} from "./create-payment"
export {
  describeError,
  errorCode,
  type PublicErrorCode,
} from "./describe-error"
export { formatCountdown, formatThb } from "./format"
export { toLocale, type Locale } from "./locale"
export {
  validatePayer,
  type PayerDetails,
  type PayerErrors,
  type PayerField,
} from "./payer"
export {
  fetchPayment,
  fetchPaymentAnswer,
  PAYMENT_METHODS,
  type Maintenance,
  type NextAction,
  type One2PaysPayment,
  type PaymentAnswer,
  type PaymentMethod,
  type PaymentStatus,
  type RequestOptions,
} from "./payment"
export { fetchPaymentLink, type PaymentLinkAnswer } from "./payment-link"
export {
  fetchPaymentOffer,
  listPaymentMethods,
  type OfferOptions,
  type PaymentOffer,
} from "./payment-methods"
export { placeOrder } from "./place-order"
export {
  isOne2Pays,
  ONE2PAYS_PROVIDER_ID,
  ONE2PAYS_PROVIDER_PREFIX,
} from "./provider"
export {
  deleteSavedPayer,
  listSavedPayers,
  type SavedPayer,
} from "./saved-payers"
export type { StoreRequest, StoreSdk } from "./store-sdk"
export { timeLeft } from "./time-left"
export { watchPayment, type WatchOptions } from "./watch-payment"
