import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The columns that differ from a row to the next. Moments are ISO 8601. */
interface Differences {
  id?: string
  reference_id: string
  order_id?: string
  issue?: string
  issue_detail?: string
  issue_raised_at?: string
  resolved_at?: string
  resolution?: string
  deleted_at?: string
}

const OF = {
  payment: {
    table: "one2pays_payment",
    row: {
      session_id: "payses_1",
      payment_collection_id: "pay_col_1",
      state: "succeeded",
      payment_method: "promptpay",
      payer_name: "Somsri",
      payer_bank_code: "004",
      payer_last4: "7890",
      payer_sealed: "sealed",
      issue: "paid_twice",
    },
  },
  withdraw: {
    table: "one2pays_withdraw",
    row: {
      kind: "payout",
      state: "failed",
      account_name: "Somsri",
      bank_code: "004",
      account_last4: "7890",
      account_sealed: "sealed",
      idempotency_key: "key",
      requested_by: "system",
      issue: "refund_failed",
    },
  },
}

/** Writes a payment or a withdraw that needs, or needed, a person, without what led to it. */
export async function writeIssue(
  container: MedusaContainer,
  kind: keyof typeof OF,
  differences: Differences
): Promise<void> {
  const { table, row } = OF[kind]
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)(table)
    .insert({
      id: randomUUID(),
      amount: "10.00",
      raw_amount: { value: "10.00", precision: 20 },
      currency_code: "thb",
      issue_detail: "detail",
      issue_raised_at: "2026-11-21T09:00:00Z",
      issue_announced_at: "2026-11-21T09:00:00Z",
      ...row,
      ...differences,
    })
}
