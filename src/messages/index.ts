export {
  noteRetryAfter,
  noteText,
  notedRetryAfter,
  notedText,
  withErrorNotes,
} from "./error-notes"
export {
  DOCTOR_SUMMARY,
  DOCTOR_TEXTS,
  DOCTOR_TOPICS,
  type DoctorKey,
  type DoctorTopic,
  type Mark,
} from "./texts/staff/doctor"
export { fieldProblem, type FieldProblem } from "./texts/staff/field-problems"
export {
  describeGatewayError,
  failureCode,
  merchantText,
  type ErrorDescription,
} from "./gateway-errors"
export { accountNumberProblem } from "./texts/account-number"
export { describeBound, type AmountBoundCode } from "./texts/amount-bounds"
export { BANKS } from "./texts/banks"
export { CARD_TEXTS } from "./texts/card"
export { chooseLocale } from "./localize"
export {
  inAllLanguages,
  renderMessage,
  renderWords,
  staffMessage,
  type Message,
  type MessageKey,
  type Words,
} from "./message"
export { describePayoutFailure } from "./payout-failures"
export { PAYER_PROBLEMS, type PayerField } from "./texts/payer-problems"
export { PAYMENT_PAGE } from "./texts/payment-page"
export {
  CHECKING_ACCOUNT,
  PAYMENT_STATUS_TEXT,
  type PaymentDisplayStatus,
} from "./texts/payment-status"
export {
  describeProblems,
  problemWords,
  type Problem,
  type ProblemLine,
} from "./problems"
export {
  PUBLIC_ERRORS,
  isPublicErrorCode,
  type Locale,
  type LocalizedText,
  type PublicError,
  type PublicErrorCode,
} from "./texts/public-errors"
export { ISSUE_TITLES } from "./texts/staff/issue-titles"
export { PAYOUT_STATE_TITLES } from "./texts/staff/payout-states"
export { TABLE_HEADINGS, TABLE_WORDS } from "./texts/staff/table-words"
export { fillIn, type PlacesOf } from "./sentence"
export {
  isStaffCode,
  STAFF_CODES,
  staffCodeOf,
  type CodedKey,
  type StaffCode,
} from "./staff-codes"
