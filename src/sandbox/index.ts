export {
  canPlayTogether,
  ContradictoryReadings,
  isReadingName,
  listReadings,
  READING_NAMES,
  READINGS,
} from "./readings"
export { startSandbox } from "./start-sandbox"
export type { Clock } from "./clock"
export type { BehaviorOptions } from "./options"
export type { Reading, ReadingName, SandboxOptions } from "./readings"
export type { Sandbox } from "./sandbox"
export type {
  PaymentControls,
  PayOptions,
  PayTwiceOptions,
  SandboxStatus,
  WalletChange,
  WebhookControls,
  WithdrawControls,
} from "./controls/controls"
export type { Endpoint } from "./wire/endpoints"
export type { Dialect } from "./wire/dialect"
export type { AmountUnit } from "./wire/money"
export type { Fault, FaultKind } from "./state/faults"
export type { Call } from "./state/journal"
export type {
  NextAction,
  PaymentObject,
  SandboxPayment,
} from "./records/payment-object"
export type { PaymentMethod, PaymentStatus } from "./records/payment-record"
export type { AmountBounds } from "./records/amount-bounds"
export type { IdStyle } from "./records/new-id"
export type { QrAmount, QrFlaw } from "./records/payments"
export type { BalanceObject, WalletStatus } from "./records/wallet"
export type { WithdrawObject, WithdrawStatus } from "./records/withdraw-record"
export type { WithdrawEnd, WithdrawOutcome } from "./records/withdraws"
export type {
  Delivery,
  DeliveryAttempt,
  DeliveryState,
} from "./webhooks/delivery"
export type {
  PaymentSuccessEvent,
  WebhookShape,
  WithdrawEvents,
} from "./webhooks/webhook-body"
export type { WebhookAnswer } from "./webhooks/webhook-sender"
export type { SendOptions, WebhookConfig } from "./webhooks/webhooks"
