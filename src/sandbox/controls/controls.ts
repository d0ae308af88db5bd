import type { SandboxPayment } from "../records/payment-object"
import type { QrAmount, QrFlaw } from "../records/payments"
import type { WalletStatus } from "../records/wallet"
import type { WithdrawObject } from "../records/withdraw-record"
import type { WithdrawEnd, WithdrawOutcome } from "../records/withdraws"
import type { Fault } from "../state/faults"
import type { Call } from "../state/journal"
import type { Delivery } from "../webhooks/delivery"
import type { WebhookAnswer } from "../webhooks/webhook-sender"
import type { SendOptions, WebhookConfig } from "../webhooks/webhooks"

/** A customer's way to pay. */
export interface PayOptions {
  /** THB ("10.00"). Default: the requested amount. */
  amount?: string
  /** Sends no webhook. */
  silent?: boolean
}

/** How a second transfer shows. */
export interface PayTwiceOptions {
  /** Lets the payment's `amount` be the sum of both. Default: it stays as it was. */
  showsSum?: boolean
  /** Sends no webhook. */
  silent?: boolean
}

/**
 * The controls over payments. Each finds its payment by id or by reference.
 * @throws UnknownRecord, StateConflict
 */
export interface PaymentControls {
  /** Oldest first. */
  list(): SandboxPayment[]
  get(idOrReference: string): SandboxPayment | undefined
  /**
   * Pays a payment. After a wrong amount it is `succeeded`, and its `amount` is the received one, since the vendor
   * documents no other place for that. An expired, failed or canceled payment can be paid too: money comes late.
   */
  pay(idOrReference: string, options?: PayOptions): SandboxPayment
  /** Pays once more, or twice when unpaid. The wallet gets each amount, and each is announced as a success. */
  payTwice(idOrReference: string, options?: PayTwiceOptions): SandboxPayment
  fail(idOrReference: string): SandboxPayment
  expire(idOrReference: string): SandboxPayment
  /** Cancels at the gateway's side, as the gateway's support would. */
  cancel(idOrReference: string): SandboxPayment
  /** Sets tag 54 of new QR codes. */
  setQrAmount(mode: QrAmount): void
  /** Sets the mistake in new QR codes. */
  setQrFlaw(flaw: QrFlaw): void
  /** False withholds the next action of every payment, QR and page, until it is true again. */
  setNextAction(on: boolean): void
  /** Sets the banks whose payers are refused with INVALID_BANK_CODE. */
  setRefusedBanks(bankCodes: readonly string[]): void
}

export interface WithdrawControls {
  /** Oldest first. */
  list(): WithdrawObject[]
  get(idOrReference: string): WithdrawObject | undefined
  /** Gives a withdraw its final status at once. @throws StateConflict when it has one. */
  settle(idOrReference: string, end: WithdrawEnd): WithdrawObject
  /** Sends a paid withdraw back, as its bank does days later. @throws StateConflict when it was not paid. */
  sendBack(idOrReference: string, end?: "failed" | "canceled"): WithdrawObject
  /** Sets the final status of withdraws that nobody settles by hand. */
  setOutcome(outcome: WithdrawOutcome): void
  /** Sets the milliseconds of each step; null keeps new withdraws pending. */
  setStep(stepMs: number | null): void
}

export interface WebhookControls {
  /** Oldest first. */
  deliveries(): Delivery[]
  /** Delivers again now. */
  redeliver(id: string): Promise<Delivery>
  /** Delivers everything pending now, due or not. */
  flush(): Promise<void>
  /** Sends a body of the caller's own, correctly signed unless told otherwise. */
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
  repeatsRefusals: boolean
  qrAmount: QrAmount
  qrFlaw: QrFlaw
  showsNextAction: boolean
  refusedBanks: readonly string[]
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

/** Everything that a test or a person can do to the sandbox, over HTTP below `/_sandbox/api` too. */
export interface Controls {
  status(): SandboxStatus
  /** True answers MAINTENANCE_MODE to every authenticated call. */
  setMaintenance(on: boolean): void
  /** A new limit starts a new minute. @param perMinute null for no limit. */
  setRateLimit(perMinute: number | null): void
  /** False answers FORBIDDEN, "Integration is not active". */
  setActive(active: boolean): void
  /** False takes the by-reference routes away, as in an older deployment. */
  setByReference(on: boolean): void
  /** True answers a repeated idempotency key with its old refusal, also when the request was corrected. */
  setRepeatsRefusals(on: boolean): void
  setWallet(change: WalletChange): void
  addFault(fault: Fault): void
  clearFaults(): void
  setWebhooks(config: WebhookConfig): void

  readonly payments: PaymentControls
  readonly withdraws: WithdrawControls
  readonly webhooks: WebhookControls

  /** The latest 10,000 calls of the API, newest last. */
  calls(): Call[]
  /** The number of calls to each endpoint since the start or the last reset. */
  callCounts(): Record<string, number>
  resetCalls(): void
  /** Brings the sandbox back to its start: no records, faults or calls, the opening balance, every switch as the options set it. */
  reset(): void
}
