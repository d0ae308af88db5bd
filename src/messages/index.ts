export { FIELD_PROBLEMS } from "./field-problems"
export {
  describeGatewayError,
  failureCode,
  merchantText,
  type ErrorDescription,
} from "./gateway-errors"
export { chooseLocale, translate } from "./localize"
export { describePayoutFailure } from "./payout-failures"
export { PAYER_PROBLEMS, type PayerField } from "./payer-problems"
export {
  PAYMENT_STATUS_TEXT,
  type PaymentDisplayStatus,
} from "./payment-status"
export { noteRetryAfter, notedRetryAfter, withRetryAfter } from "./retry-after"
export { fillIn } from "./sentence"
export {
  PUBLIC_ERRORS,
  isPublicErrorCode,
  type Locale,
  type LocalizedText,
  type PublicErrorCode,
} from "./public-errors"
export {
  isStaffText,
  staffText,
  translateForStaff,
  translateStaffError,
} from "./staff-texts"
