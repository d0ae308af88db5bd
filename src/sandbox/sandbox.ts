import type { Fault } from "./controls/faults"
import type { Call } from "./state/journal"
import type { SandboxPayment } from "./records/payment-object"
import type { QrAmount } from "./records/payments"
import type { WebhookAnswer } from "./webhooks/post-webhook"
import type { WalletStatus } from "./records/wallet"
import type { Delivery, SendOptions, WebhookConfig } from "./webhooks/webhooks"
import type { WithdrawObject } from "./records/withdraw-record"
import type { WithdrawEnd, WithdrawOutcome } from "./records/withdraws"

/** What a customer pays. */
export interface PayOptions {
  /** THB ("10.00"); the amount asked for when absent. */
  amount?: string
  /** Sends no webhook. */
  silent?: boolean
}

/** The controls over payments. Each finds its payment by id or by reference and throws UnknownRecord or StateConflict. */
export interface PaymentControls {
  /** Oldest first. */
  list(): SandboxPayment[]
  get(idOrReference: string): SandboxPayment | undefined
  /**
   * Pays it. A wrong amount makes it `succeeded` with `amount` being what was received, since the vendor documents
   * no other place for it. An expired, failed or canceled payment can be paid too: money that comes late.
   */
  pay(idOrReference: string, options?: PayOptions): SandboxPayment
  /** Pays once more (twice, when unpaid): the wallet gets both and two success webhooks go out. */
  payTwice(idOrReference: string): SandboxPayment
  fail(idOrReference: string): SandboxPayment
  expire(idOrReference: string): SandboxPayment
  /** Cancels at the gateway's side, as its support would. */
  cancel(idOrReference: string): SandboxPayment
  /** What tag 54 of the QR codes says from now on. */
  setQrAmount(mode: QrAmount): void
}

export interface WithdrawControls {
  /** Oldest first. */
  list(): WithdrawObject[]
  get(idOrReference: string): WithdrawObject | undefined
  /** Ends a withdraw at once. @throws StateConflict when it has ended. */
  settle(idOrReference: string, end: WithdrawEnd): WithdrawObject
  /** How those that nobody settles end from now on. */
  setOutcome(outcome: WithdrawOutcome): void
  /** Milliseconds of each step from now on; null keeps new withdraws pending. */
  setStep(stepMs: number | null): void
}

export interface WebhookControls {
  /** Oldest first. */
  deliveries(): Delivery[]
  /** Tries a delivery again now. */
  redeliver(id: string): Promise<Delivery>
  /** Tries all that is pending now, due or not. */
  flush(): Promise<void>
  /** Sends a body of the caller's own, well signed unless told otherwise. */
  send(body: object | string, options?: SendOptions): Promise<WebhookAnswer>
}

export interface WalletChange {
  /** THB. */
  wallet?: string
  /** THB. */
  settlement?: string
  status?: WalletStatus
}

/** The state of the switches, as the control page shows it. */
export interface SandboxStatus {
  url: string
  apiKey: string
  amountUnit: string
  balanceUnit: string
  maintenance: boolean
  active: boolean
  byReference: boolean
  rateLimitPerMinute: number | null
  qrAmount: QrAmount
  withdrawOutcome: WithdrawOutcome
  withdrawStepMs: number | null
  /** THB. */
  walletThb: string
  settlementThb: string
  walletStatus: WalletStatus
  webhooks: WebhookConfig
  faults: (Fault & { left: number })[]
  callCounts: Record<string, number>
}

/** A running sandbox. All its controls are also there over HTTP, below `/_sandbox/api`. */
export interface Sandbox {
  /** `http://127.0.0.1:<port>`; the endpoints are below `/api/v1`. */
  readonly url: string
  readonly port: number
  readonly apiKey: string
  readonly secretKey: string
  readonly webhookSecret: string

  /** Stops listening, drops connections, saves the state. */
  close(): Promise<void>

  status(): SandboxStatus
  /** MAINTENANCE_MODE on every authenticated call. */
  setMaintenance(on: boolean): void
  /** @param perMinute null for no limit. A new limit starts a new minute. */
  setRateLimit(perMinute: number | null): void
  /** False answers FORBIDDEN, "Integration is not active". */
  setActive(active: boolean): void
  /** False takes the by-reference routes away, as in an older deployment. */
  setByReference(on: boolean): void
  setWallet(change: WalletChange): void
  addFault(fault: Fault): void
  clearFaults(): void
  setWebhooks(config: WebhookConfig): void

  readonly payments: PaymentControls
  readonly withdraws: WithdrawControls
  readonly webhooks: WebhookControls

  /** The calls of the API, the latest 10,000, newest last. */
  calls(): Call[]
  /** How many calls each endpoint got since the start or the last reset. */
  callCounts(): Record<string, number>
  resetCalls(): void
  /** As freshly started: no records, faults or calls, the opening balance, every switch as the options set it. */
  reset(): void
}
