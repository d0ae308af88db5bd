export { startSandbox } from "./start-sandbox"
export type { Clock, SandboxOptions } from "./options"
export type {
  PaymentControls,
  PayOptions,
  Sandbox,
  SandboxStatus,
  WalletChange,
  WebhookControls,
  WithdrawControls,
} from "./sandbox"
export type { Endpoint } from "./api/endpoints"
export type { Fault, FaultKind } from "./controls/faults"
export type { Call } from "./state/journal"
export type { AmountUnit } from "./wire/money"
export type {
  NextAction,
  PaymentObject,
  SandboxPayment,
} from "./records/payment-object"
export type { PaymentMethod, PaymentStatus } from "./records/payment-record"
export type { QrAmount } from "./records/payments"
export type { WebhookAnswer } from "./webhooks/post-webhook"
export type { BalanceObject, WalletStatus } from "./records/wallet"
export type { PaymentSuccessEvent, WebhookShape } from "./webhooks/webhook-body"
export type {
  Delivery,
  DeliveryAttempt,
  DeliveryState,
  SendOptions,
  WebhookConfig,
} from "./webhooks/webhooks"
export type { WithdrawObject, WithdrawStatus } from "./records/withdraw-record"
export type { WithdrawEnd, WithdrawOutcome } from "./records/withdraws"
