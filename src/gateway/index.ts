export { createOne2PaysClient, type One2PaysClient } from "./client"
export type { CallOptions, Logger, One2PaysClientOptions } from "./options"
export { replaceSystemClock, systemClock, type Clock } from "./clock"
export type { CallRank, Gate, Maintenance, RateBudget } from "./limits/gate"
export {
  createMaintenance,
  type MaintenanceOptions,
  type MaintenanceState,
  type MaintenanceStore,
} from "./limits/maintenance"
export type { ByReferenceOptions } from "./resources/by-reference"
export type { CreatePayment, CreateWithdraw } from "./resources/create-input"
export type { IterateQuery, ListQuery, Page } from "./resources/pages"
export type {
  GatewayPayment,
  PaymentListQuery,
  Payments,
} from "./resources/payments"
export type {
  GatewayWithdraw,
  WithdrawListQuery,
  Withdraws,
} from "./resources/withdraws"
export type { Balance, GatewayBalance } from "./resources/balance"
export type { NextAction } from "./resources/schemas"
export {
  gatewayErrorCodes,
  One2PaysError,
  type ClientErrorCode,
  type GatewayErrorCode,
  type Outcome,
  type SeedErrorCode,
} from "./errors"
export {
  type AmountUnit,
  fromGatewayAmount,
  isDecimal,
  roundThb,
  toGatewayAmount,
} from "./money/money"
export {
  paymentPhase,
  type PaymentPhase,
  withdrawPhase,
  type WithdrawPhase,
} from "./resources/payment-status"
export { readQrAmount } from "./money/qr-amount"
export {
  verifyWebhookSignature,
  type WebhookToVerify,
  type WebhookVerdict,
} from "./webhooks/signature"
export {
  parseWebhook,
  type WebhookEvent,
  type WebhookFamily,
} from "./webhooks/event"
export { createRateBudget, type RateBudgetOptions } from "./limits/rate/budget"
export {
  memoryCounters,
  pruneCounters,
  postgresCounters,
  type CounterOptions,
  type RateCounters,
} from "./limits/rate/counters"
export { redisCounters } from "./limits/rate/redis-counters"
