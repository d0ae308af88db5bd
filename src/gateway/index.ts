export { createOne2PaysClient, type One2PaysClient } from "./client"
export type { CallOptions, Logger, One2PaysClientOptions } from "./options"
export { replaceSystemClock, systemClock, type Clock } from "./clock"
export type { CallRank, Gate, Maintenance, RateBudget } from "./gate"
export {
  createMaintenance,
  type MaintenanceOptions,
  type MaintenanceState,
  type MaintenanceStore,
} from "./maintenance"
export type { ByReferenceOptions } from "./by-reference"
export type { CreatePayment, CreateWithdraw } from "./create-input"
export type { IterateQuery, ListQuery, Page } from "./pages"
export type { GatewayPayment, PaymentListQuery, Payments } from "./payments"
export type { GatewayWithdraw, WithdrawListQuery, Withdraws } from "./withdraws"
export type { Balance, GatewayBalance } from "./balance"
export type { NextAction } from "./schemas"
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
} from "./money"
export {
  paymentPhase,
  type PaymentPhase,
  withdrawPhase,
  type WithdrawPhase,
} from "./payment-status"
export { readQrAmount } from "./qr-amount"
export {
  verifyWebhookSignature,
  type WebhookToVerify,
  type WebhookVerdict,
} from "./webhook-signature"
export {
  parseWebhook,
  type WebhookEvent,
  type WebhookFamily,
} from "./webhook-event"
export { createRateBudget, type RateBudgetOptions } from "./rate-budget"
export {
  memoryCounters,
  pruneCounters,
  postgresCounters,
  type CounterOptions,
  type RateCounters,
} from "./rate-counters"
export { redisCounters } from "./redis-counters"
