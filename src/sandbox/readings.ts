import type { BehaviorOptions } from "./options"

/** One way to understand the vendor's documents, which contradict themselves and leave much open. */
export interface Reading {
  /** How the gateway behaves, in one sentence. */
  says: string
  /** A page of the vendor's, or why the reading is plausible without one. */
  source: string
  options: BehaviorOptions
}

const VENDOR_SILENT = "The vendor is silent; comparable gateways do so."
const LATE_MS = 5 * 60_000 + 10_000

/** Every reading by its name. Those that set the same thing differently contradict each other. */
export const READINGS = {
  satang: {
    says: 'THB 10.00 is "1000.00".',
    source: "API overview, payments/create and withdraws/create.",
    options: { amountUnit: "satang" },
  },
  baht: {
    says: 'THB 10.00 is "10.00".',
    source: "balance/retrieve, whose 12500.5 makes sense in baht only.",
    options: { amountUnit: "baht" },
  },
  display_qr_code: {
    says: "A PromptPay payment shows its QR code and the link to a pay page.",
    source: "reference/webhooks/events.",
    options: { nextAction: "display_qr_code" },
  },
  use_payment_app: {
    says: "A PromptPay payment shows only the link to a pay page.",
    source: "payment-methods/promptpay.",
    options: { nextAction: "use_payment_app" },
  },
  "late-instructions": {
    says: "A payment shows its QR code or link from its second read on, not when it is created.",
    source:
      "The gateway verifies the payer's account first; the vendor is silent.",
    options: { nextActionFromRead: 2 },
  },
  "created-200": {
    says: "A successful create answers 200.",
    source: "The create pages show no status.",
    options: { createdStatus: 200 },
  },
  "created-201": {
    says: "A successful create answers 201.",
    source: "The error page lists 201 for created.",
    options: { createdStatus: 201 },
  },
  "by-reference": {
    says: "The by-reference routes exist.",
    source: "payments/by-reference and withdraws/by-reference, newer pages.",
    options: { byReference: true },
  },
  "no-by-reference": {
    says: "The by-reference routes answer 404 to everything.",
    source: "The API overview does not list them.",
    options: { byReference: false },
  },
  "flat-webhooks": {
    says: "A webhook is flat: event, paymentId, status, amount.",
    source: "reference/webhooks/events.",
    options: { webhookShape: "flat" },
  },
  "envelope-webhooks": {
    says: "A webhook is an envelope: id, type, data, createdAt.",
    source: "guides/webhooks.",
    options: { webhookShape: "envelope" },
  },
  "payment-received": {
    says: "A paid payment is announced as payment.received.",
    source: "reference/webhooks/events.",
    options: { successEvents: ["payment.received"] },
  },
  "payment-succeeded": {
    says: "A paid payment is announced as payment.succeeded.",
    source: "guides/webhooks.",
    options: { successEvents: ["payment.succeeded"] },
  },
  "withdraw-events": {
    says: "The events of a withdraw are withdraw.paid, withdraw.failed, withdraw.canceled.",
    source: "guides/webhooks.",
    options: { withdrawEvents: "withdraw" },
  },
  "withdrawal-events": {
    says: "The events of a withdraw are of the family withdrawal.",
    source: "reference/webhooks/events, list of subscriptions.",
    options: { withdrawEvents: "withdrawal" },
  },
  "payout-events": {
    says: "The events of a withdraw are of the family payout.",
    source: VENDOR_SILENT,
    options: { withdrawEvents: "payout" },
  },
  completed: {
    says: "A withdraw that has left is completed, not paid.",
    source: VENDOR_SILENT,
    options: { paidStatus: "completed" },
  },
  cancelled: {
    says: "Statuses and events are spelled cancelled.",
    source: "The vendor's prose and the code PAYMENT_NOT_CANCELLABLE.",
    options: { canceledStatus: "cancelled" },
  },
  "uuid-ids": {
    says: "An id is a UUID.",
    source: "All reference pages.",
    options: { ids: "uuid" },
  },
  "prefixed-ids": {
    says: "An id has a prefix, such as pay_1234567890abcdef.",
    source: "guides/webhooks.",
    options: { ids: "prefixed" },
  },
  "amounts-as-strings": {
    says: "Amounts of payments and withdraws are decimal strings.",
    source: "All pages of payments and withdraws.",
    options: { amountsAs: "string" },
  },
  "amounts-as-numbers": {
    says: "Amounts of payments and withdraws are JSON numbers.",
    source: "balance/retrieve shows numbers.",
    options: { amountsAs: "number" },
  },
  "bounded-amounts": {
    says: "Payments below THB 50 or above 100,000 and withdraws below 10 or above 500,000 are refused with a 422 that names the bounds.",
    source: VENDOR_SILENT,
    options: {
      paymentBounds: { min: "50.00", max: "100000.00" },
      withdrawBounds: { min: "10.00", max: "500000.00" },
    },
  },
  "bank-refused": {
    says: "Payers of smaller banks are refused with INVALID_BANK_CODE.",
    source: VENDOR_SILENT,
    options: {
      refusedBanks: "020 022 039 045 052 065 066 067 069 070 071".split(" "),
    },
  },
  "satang-added": {
    says: "Each payment asks for up to THB 0.99 more, so that the gateway can tell payers apart.",
    source: VENDOR_SILENT,
    options: { addsSatang: true },
  },
  "repeated-key-refused": {
    says: "A repeated idempotency key gets its old refusal, even if the request was corrected.",
    source: 'The API overview: "the same response as the original request".',
    options: { repeatsRefusals: true },
  },
  "returned-payouts": {
    says: "A bank sends each paid withdraw back, which then is failed.",
    source: VENDOR_SILENT,
    options: { withdrawOutcome: "returned" },
  },
  "late-redelivery": {
    says: "A webhook that got no 2xx comes again after five minutes with its old time and signature.",
    source: VENDOR_SILENT,
    options: {
      webhookRetryDelaysMs: [LATE_MS, LATE_MS, LATE_MS],
      webhookSignsRetries: false,
    },
  },
  "late-redelivery-signed-anew": {
    says: "A webhook that got no 2xx comes again after five minutes, signed anew.",
    source: VENDOR_SILENT,
    options: {
      webhookRetryDelaysMs: [LATE_MS, LATE_MS, LATE_MS],
      webhookSignsRetries: true,
    },
  },
} as const satisfies Record<string, Reading>

export type ReadingName = keyof typeof READINGS

/** The sandbox's behavior, option by option or by the names of readings. */
export interface SandboxOptions extends BehaviorOptions {
  /** Plausible readings of the gateway by name. */
  readings?: readonly ReadingName[]
}

/** In the order of the list. */
export const READING_NAMES = Object.keys(READINGS) as ReadingName[]

/** What two readings contradict each other about. */
const ABOUT: Partial<Record<keyof BehaviorOptions, string>> = {
  amountUnit: "the unit of amounts",
  nextAction: "the next action of a PromptPay payment",
  createdStatus: "the status of a successful create",
  byReference: "the by-reference routes",
  webhookShape: "the shape of webhooks",
  successEvents: "the event of a paid payment",
  withdrawEvents: "the events of withdraws",
  ids: "the form of ids",
  amountsAs: "the type of amounts",
  webhookSignsRetries: "the signature of a webhook that is sent again",
}

/** Readings, or a reading and an option, that cannot both be so. */
export class ContradictoryReadings extends Error {
  override name = "ContradictoryReadings"
}

export function isReadingName(name: string): name is ReadingName {
  return Object.hasOwn(READINGS, name)
}

/**
 * The options with those of their readings.
 *
 * @throws ContradictoryReadings when two of them, or one and an option, set the same thing differently
 * @throws RangeError for a name that is no reading's
 */
export function withReadings({
  readings = [],
  ...given
}: SandboxOptions): BehaviorOptions {
  const merged: Record<string, unknown> = { ...given }
  const setBy = new Map<string, string>()
  for (const name of readings) {
    if (!isReadingName(name)) {
      throw new RangeError(`"${String(name)}" is no reading of the gateway`)
    }
    for (const [option, value] of Object.entries(READINGS[name].options)) {
      if (merged[option] !== undefined && !isSame(merged[option], value)) {
        const other = setBy.get(option)
        throw new ContradictoryReadings(
          `the reading "${name}" contradicts ${other ? `the reading "${other}"` : `the option ${option}`}: both say ${ABOUT[option as keyof BehaviorOptions] ?? option}`
        )
      }
      merged[option] = value
      setBy.set(option, name)
    }
  }
  return merged
}

/** Whether two readings can both be so. */
export function canPlayTogether(one: ReadingName, other: ReadingName): boolean {
  try {
    withReadings({ readings: [one, other] })
    return true
  } catch (error) {
    if (error instanceof ContradictoryReadings) {
      return false
    }
    throw error
  }
}

/** The table that `--reading list` prints. */
export function listReadings(): string {
  const width = Math.max(...READING_NAMES.map(({ length }) => length))
  return READING_NAMES.map((name) => {
    const { says, source } = READINGS[name]
    return `  ${name.padEnd(width)}  ${says}\n  ${"".padEnd(width)}  ${source}\n`
  }).join("")
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
