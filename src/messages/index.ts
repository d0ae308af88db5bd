export { describeGatewayError, type ErrorDescription } from "./gateway-errors"
export { chooseLocale, translate } from "./localize"
export { PAYER_PROBLEMS, type PayerField } from "./payer-problems"
export {
  PAYMENT_STATUS_TEXT,
  type PaymentDisplayStatus,
} from "./payment-status"
export { noteRetryAfter, notedRetryAfter, withRetryAfter } from "./retry-after"
export {
  PUBLIC_ERRORS,
  isPublicErrorCode,
  type Locale,
  type LocalizedText,
  type PublicErrorCode,
} from "./public-errors"
