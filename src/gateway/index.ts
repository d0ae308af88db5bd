export { createOne2PaysClient, type One2PaysClient } from "./client"
export { apiUrl, type One2PaysClientOptions } from "./options"
export type { CallOptions, CallRank } from "./call-options"
export { systemClock, type Clock } from "./clock"
export {
  gatewayErrorCodes,
  One2PaysError,
  type GatewayErrorCode,
  type Outcome,
} from "./errors"
export { logfmt } from "./http/logfmt"
export { createSigner } from "./http/signing"
export {
  createTransport,
  TransportError,
  type Transport,
} from "./http/transport"
export type { Gate, RateBudget } from "./limits/gate"
export {
  createBreaker,
  JOBS_GO_FIRST_MS,
  type BreakerOptions,
  type Outage,
  type OutageReason,
  type OutageStore,
} from "./limits/breaker"
export { createRateBudget } from "./limits/rate/budget"
export {
  memoryCounters,
  postgresCounters,
  pruneCounters,
  type CounterOptions,
  type RateCounters,
} from "./limits/rate/counters"
export { redisCounters } from "./limits/rate/redis-counters"
export {
  fromGatewayAmount,
  isDecimal,
  roundThb,
  type AmountUnit,
} from "./money/money"
export { inTime } from "./time-limit"
export { crc16, readFields, readQr } from "./money/qr"
export type { GatewayBalance } from "./resources/balance"
export type { RouteMemory } from "./route-memory"
export type { CreatePayment, CreateWithdraw } from "./resources/create-input"
export type { ListQuery, Page } from "./resources/pages"
export type { GatewayPayment } from "./resources/payments"
export { paymentPhase, withdrawPhase } from "./resources/phases"
export {
  balanceSchema,
  pageSchema,
  paymentSchema,
  withdrawSchema,
  type NextAction,
} from "./resources/schemas"
export type { GatewayWithdraw } from "./resources/withdraws"
export { parseWebhook, type WebhookEvent } from "./webhooks/event"
export {
  findOtherRecipe,
  verifyWebhookSignature,
  type OtherRecipe,
  type WebhookVerdict,
} from "./webhooks/signature"
export { PAYMENT_METHODS, type PaymentMethod } from "./payment-methods"
export { z } from "./zod"
