import { isoTime, isoTimeOrNull } from "../wire/iso-time"
import { formatAmount, type AmountUnit } from "../wire/money"
import type { JsonObject } from "../wire/request-fields"

export const WITHDRAW_STATUSES = [
  "pending",
  "processing",
  "paid",
  "failed",
  "canceled",
] as const
export type WithdrawStatus = (typeof WITHDRAW_STATUSES)[number]

export const DESTINATION_TYPES = ["bank_account", "wallet"] as const
type DestinationType = (typeof DESTINATION_TYPES)[number]

/** A withdraw as the sandbox keeps it: satang and Unix milliseconds, with the account number masked from the start. */
export interface WithdrawRecord {
  id: string
  referenceId: string
  status: WithdrawStatus
  destinationType: DestinationType
  amountSatang: number
  maskedAccountNumber: string
  accountName: string
  bankCode: string
  description: string | null
  metadata: JsonObject | null
  /** The time of the next step; null when a person must settle it. */
  nextStepAt: number | null
  paidAt: number | null
  canceledAt: number | null
  createdAt: number
  updatedAt: number
}

/** The withdraw as the API shows it: exactly the keys of withdraws/retrieve, which differ from the request's. */
export interface WithdrawObject {
  id: string
  amount: string
  currency: "THB"
  status: WithdrawStatus
  referenceId: string
  destinationType: DestinationType
  bankAccountNumber: string
  bankAccountName: string
  bankCode: string
  destinationId: null
  description: string | null
  metadata: JsonObject | null
  paidAt: string | null
  canceledAt: string | null
  createdAt: string
  updatedAt: string
}

export function isOpen(status: WithdrawStatus): boolean {
  return status === "pending" || status === "processing"
}

export function withdrawObject(
  withdraw: WithdrawRecord,
  unit: AmountUnit
): WithdrawObject {
  return {
    id: withdraw.id,
    amount: formatAmount(withdraw.amountSatang, unit),
    currency: "THB",
    status: withdraw.status,
    referenceId: withdraw.referenceId,
    destinationType: withdraw.destinationType,
    bankAccountNumber: withdraw.maskedAccountNumber,
    bankAccountName: withdraw.accountName,
    bankCode: withdraw.bankCode,
    destinationId: null,
    description: withdraw.description,
    metadata: withdraw.metadata,
    paidAt: isoTimeOrNull(withdraw.paidAt),
    canceledAt: isoTimeOrNull(withdraw.canceledAt),
    createdAt: isoTime(withdraw.createdAt),
    updatedAt: isoTime(withdraw.updatedAt),
  }
}
