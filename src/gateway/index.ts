export { createOne2PaysClient, type One2PaysClient } from "./client"
export type { One2PaysClientOptions } from "./options"
export type { CallOptions, CallRank } from "./call-options"
export { replaceSystemClock, systemClock, type Clock } from "./clock"
export type { Gate, RateBudget } from "./limits/gate"
export {
  createMaintenance,
  type MaintenanceOptions,
  type MaintenanceState,
  type MaintenanceStore,
} from "./limits/maintenance"
export type { CreatePayment, CreateWithdraw } from "./resources/create-input"
export type { ListQuery } from "./resources/pages"
export type { GatewayPayment } from "./resources/payments"
export type { GatewayWithdraw } from "./resources/withdraws"
export type { GatewayBalance } from "./resources/balance"
export type { NextAction } from "./resources/schemas"
export {
  gatewayErrorCodes,
  One2PaysError,
  type GatewayErrorCode,
  type Outcome,
} from "./errors"
export { type AmountUnit, isDecimal, roundThb } from "./money/money"
export { paymentPhase, withdrawPhase } from "./resources/phases"
export { readQrAmount } from "./money/qr-amount"
export { verifyWebhookSignature, type WebhookVerdict } from "./webhooks/signature"
export { parseWebhook, type WebhookEvent } from "./webhooks/event"
export { logfmt } from "./http/logfmt"
export { createRateBudget } from "./limits/rate/budget"
export {
  memoryCounters,
  pruneCounters,
  postgresCounters,
  type CounterOptions,
  type RateCounters,
} from "./limits/rate/counters"
export { redisCounters } from "./limits/rate/redis-counters"
