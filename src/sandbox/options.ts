import type { Clock } from "./clock"
import type { AmountBounds } from "./records/amount-bounds"
import type { IdStyle } from "./records/new-id"
import type { NextAction } from "./records/payment-object"
import type { QrAmount } from "./records/payments"
import type { WithdrawOutcome } from "./records/withdraws"
import type {
  PaymentSuccessEvent,
  WebhookShape,
  WithdrawEvents,
} from "./webhooks/webhook-body"
import type { Dialect } from "./wire/dialect"
import type { AmountUnit } from "./wire/money"

/** The sandbox's behavior. Every option has a default. */
export interface BehaviorOptions {
  /** TCP port; 0 takes a free one. Default 0. */
  port?: number
  /** Address to listen on. Default 127.0.0.1. */
  host?: string
  /** The address in pay page links, for a sandbox behind a proxy or under another name. */
  publicUrl?: string
  apiKey?: string
  secretKey?: string
  webhookSecret?: string
  webhookUrls?: string[]
  /** `flat`: reference/webhooks/events. `envelope`: the older guides/webhooks. Default flat. */
  webhookShape?: WebhookShape
  /** The names that announce a successful payment. Default `payment.received` (flat), `payment.succeeded` (envelope). */
  successEvents?: PaymentSuccessEvent[]
  /** The family of the withdraws' events. Default `withdrawal` (flat), `withdraw` (envelope). */
  withdrawEvents?: WithdrawEvents
  /** False sends a webhook again with the time and signature of its first attempt. Default true. */
  webhookSignsRetries?: boolean
  /** Pauses before each further attempt of a webhook that got no 2xx, in milliseconds. The sandbox uses the first 20. */
  webhookRetryDelaysMs?: number[]
  /** Unit of every amount string. `satang` sends THB 10.00 as "1000.00", as the API overview says. Default satang. */
  amountUnit?: AmountUnit
  /** Unit of the numbers in GET /balance, whose sample (12500.5) makes sense in baht only. Default baht. */
  balanceUnit?: AmountUnit
  /** Amounts as decimal strings or as JSON numbers, in answers and webhooks. Default string. */
  amountsAs?: Dialect["amounts"]
  /** The smallest and largest payment, THB; beyond, a 422 names them. Default null, no bounds. */
  paymentBounds?: AmountBounds | null
  /** The smallest and largest withdraw, THB; beyond, a 422 names them. Default null, no bounds. */
  withdrawBounds?: AmountBounds | null
  /** Raises each payment by some satang, to tell payers apart. Default false. */
  addsSatang?: boolean
  /** Banks of payers that are refused with INVALID_BANK_CODE. Default none. */
  refusedBanks?: readonly string[]
  /** Ids as UUIDs or as `pay_…` and `wd_…`. Default uuid. */
  ids?: IdStyle
  /** The HTTP status of a successful create. Default 201. */
  createdStatus?: Dialect["createdStatus"]
  /** The status of a withdraw that has left. Default paid. */
  paidStatus?: Dialect["paidStatus"]
  /** The spelling in statuses and events. Default canceled. */
  canceledStatus?: Dialect["canceledStatus"]
  /** `use_payment_app` shows no QR, only the link to the pay page. Default display_qr_code. */
  nextAction?: NextAction["type"]
  /** The single read of a payment from which on it shows its next action; 0 shows it in the answer to its creation. Default 0. */
  nextActionFromRead?: number
  /** Answers a repeated idempotency key with its old refusal, also when the request was corrected. Default false. */
  repeatsRefusals?: boolean
  /** Keeps payments, withdraws, keys, wallet and waiting webhooks over a restart. */
  stateFile?: string
  /** Signed requests a minute; null for no limit. Default 100, the documented sandbox limit. */
  rateLimitPerMinute?: number | null
  /** False makes the sandbox an older deployment, which answers 404 on the by-reference routes. Default true. */
  byReference?: boolean
  /** Wallet at the start, THB ("100000.00"). */
  openingBalance?: string
  /** Milliseconds of each step pending → processing → paid. Null keeps withdraws pending until settled by hand. Default 1000. */
  withdrawStepMs?: number | null
  /** Final status of withdraws that nobody settles by hand. Default paid. */
  withdrawOutcome?: WithdrawOutcome
  /** Life of a payment created without `expiresInMinutes`. It may be a fraction, so that a test can wait for it. Default 30. */
  defaultExpiresInMinutes?: number
  /** The amount in tag 54 of the QR. Default exact. */
  qrAmount?: QrAmount
  clock?: Clock
}

type WithoutDefault =
  "publicUrl" | "stateFile" | "successEvents" | "withdrawEvents"

export type ResolvedOptions = Required<
  Omit<BehaviorOptions, WithoutDefault | "clock">
> &
  Pick<BehaviorOptions, WithoutDefault> & {
    clock: Clock
    /** True when the time is not the machine's: then no timer fires reliably when something is due. */
    clockIsInjected: boolean
  }

const MAX_RETRIES = 20

/** Fills in the defaults. */
export function resolveOptions(options: BehaviorOptions): ResolvedOptions {
  return {
    port: options.port ?? 0,
    host: options.host ?? "127.0.0.1",
    publicUrl: options.publicUrl?.replace(/\/+$/, ""),
    apiKey: options.apiKey ?? "pk_test_sandbox",
    secretKey: options.secretKey ?? "sk_test_sandbox",
    webhookSecret: options.webhookSecret ?? "whsec_sandbox",
    webhookUrls: options.webhookUrls ?? [],
    webhookShape: options.webhookShape ?? "flat",
    successEvents: options.successEvents,
    withdrawEvents: options.withdrawEvents,
    webhookSignsRetries: options.webhookSignsRetries ?? true,
    webhookRetryDelaysMs: (
      options.webhookRetryDelaysMs ?? [1_000, 5_000, 30_000, 120_000, 600_000]
    ).slice(0, MAX_RETRIES),
    amountUnit: options.amountUnit ?? "satang",
    balanceUnit: options.balanceUnit ?? "baht",
    amountsAs: options.amountsAs ?? "string",
    paymentBounds: options.paymentBounds ?? null,
    withdrawBounds: options.withdrawBounds ?? null,
    addsSatang: options.addsSatang ?? false,
    refusedBanks: options.refusedBanks ?? [],
    ids: options.ids ?? "uuid",
    createdStatus: options.createdStatus ?? 201,
    paidStatus: options.paidStatus ?? "paid",
    canceledStatus: options.canceledStatus ?? "canceled",
    nextAction: options.nextAction ?? "display_qr_code",
    nextActionFromRead: options.nextActionFromRead ?? 0,
    repeatsRefusals: options.repeatsRefusals ?? false,
    stateFile: options.stateFile,
    rateLimitPerMinute:
      options.rateLimitPerMinute === undefined
        ? 100
        : options.rateLimitPerMinute,
    byReference: options.byReference ?? true,
    openingBalance: options.openingBalance ?? "100000.00",
    withdrawStepMs:
      options.withdrawStepMs === undefined ? 1_000 : options.withdrawStepMs,
    withdrawOutcome: options.withdrawOutcome ?? "paid",
    defaultExpiresInMinutes: options.defaultExpiresInMinutes ?? 30,
    qrAmount: options.qrAmount ?? "exact",
    clock: options.clock ?? Date,
    clockIsInjected: options.clock !== undefined,
  }
}
