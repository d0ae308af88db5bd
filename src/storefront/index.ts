export { THAI_BANKS, type ThaiBank } from "./banks"
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
  type NextAction,
  type One2PaysPayment,
  type PaymentMethod,
  type PaymentStatus,
  type StoreSdk,
} from "./payment"
export { isOne2Pays, ONE2PAYS_PROVIDER_PREFIX } from "./provider"
export { watchPayment, type WatchOptions } from "./watch-payment"
