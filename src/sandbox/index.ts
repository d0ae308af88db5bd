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
export type { Endpoint } from "./endpoints"
export type { Fault, FaultKind } from "./faults"
export type { Call } from "./journal"
export type { AmountUnit } from "./money"
export type {
  NextAction,
  PaymentObject,
  SandboxPayment,
} from "./payment-object"
export type { PaymentMethod, PaymentStatus } from "./payment-record"
export type { QrAmount } from "./payments"
export type { WebhookAnswer } from "./post-webhook"
export type { BalanceObject, WalletStatus } from "./wallet"
export type { PaymentSuccessEvent, WebhookShape } from "./webhook-body"
export type {
  Delivery,
  DeliveryAttempt,
  DeliveryState,
  SendOptions,
  WebhookConfig,
} from "./webhooks"
export type { WithdrawObject, WithdrawStatus } from "./withdraw-record"
export type { WithdrawEnd, WithdrawOutcome } from "./withdraws"
