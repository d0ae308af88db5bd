import type { AmountUnit } from "./wire/money"
import type { QrAmount } from "./records/payments"
import type { PaymentSuccessEvent, WebhookShape } from "./webhooks/webhook-body"
import type { WithdrawOutcome } from "./records/withdraws"

/** Where the sandbox reads the time. Tests hand in their own to make payments expire. */
export interface Clock {
  /** Unix time in milliseconds. */
  now(): number
  /** Waits for an answer that is late. Default the machine's timer; a clock that can be moved wakes whoever waits. */
  sleep?(ms: number): Promise<void>
}

/** How the sandbox is to behave. Everything has a default. */
export interface SandboxOptions {
  /** TCP port; 0 takes a free one. Default 0. */
  port?: number
  /** Address to listen on. Default 127.0.0.1. */
  host?: string
  /** The address that pay page links carry, when the sandbox is reached through a proxy or by another name. */
  publicUrl?: string
  apiKey?: string
  secretKey?: string
  webhookSecret?: string
  webhookUrls?: string[]
  /** `flat`: reference/webhooks/events. `envelope`: the older guides/webhooks. Default flat. */
  webhookShape?: WebhookShape
  /** What a successful payment is announced as. Default `payment.received` (flat), `payment.succeeded` (envelope). */
  successEvents?: PaymentSuccessEvent[]
  /** Pauses before each further attempt of a webhook that got no 2xx, in milliseconds. At most 20 are kept. */
  webhookRetryDelaysMs?: number[]
  /** Unit of every amount string: `satang` sends THB 10.00 as "1000.00", as the API overview says. Default satang. */
  amountUnit?: AmountUnit
  /** Unit of the numbers in GET /balance, whose sample (12500.5) only makes sense in baht. Default baht. */
  balanceUnit?: AmountUnit
  /** Keeps payments, withdraws, keys, wallet and waiting webhooks over a restart. */
  stateFile?: string
  /** Signed requests a minute; null for no limit. Default 100, the documented sandbox limit. */
  rateLimitPerMinute?: number | null
  /** False makes it an older deployment, which has no by-reference routes and answers them 404. Default true. */
  byReference?: boolean
  /** Wallet at the start, THB ("100000.00"). */
  openingBalance?: string
  /** Time of each of the steps pending → processing → paid, in milliseconds; null keeps withdraws pending until settled by hand. Default 1000. */
  withdrawStepMs?: number | null
  /** How withdraws end when nobody settles them by hand. Default paid. */
  withdrawOutcome?: WithdrawOutcome
  /** Life of a payment created without `expiresInMinutes`; fractions allowed, so that a test can wait for it. Default 30. */
  defaultExpiresInMinutes?: number
  /** What tag 54 of the QR says. Default exact. */
  qrAmount?: QrAmount
  clock?: Clock
}

export type ResolvedOptions = Required<
  Omit<SandboxOptions, "publicUrl" | "stateFile" | "successEvents" | "clock">
> &
  Pick<SandboxOptions, "publicUrl" | "stateFile" | "successEvents"> & {
    clock: Clock
    /** The time is not the machine's, so timers cannot be trusted to fire when something is due. */
    clockIsInjected: boolean
  }

const MAX_RETRIES = 20

/** Fills in the defaults. */
export function resolveOptions(options: SandboxOptions): ResolvedOptions {
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
    webhookRetryDelaysMs: (
      options.webhookRetryDelaysMs ?? [1_000, 5_000, 30_000, 120_000, 600_000]
    ).slice(0, MAX_RETRIES),
    amountUnit: options.amountUnit ?? "satang",
    balanceUnit: options.balanceUnit ?? "baht",
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
