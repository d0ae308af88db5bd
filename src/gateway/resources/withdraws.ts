import { createWithdrawSchema, type CreateWithdraw } from "./create-input"
import { type AmountUnit, fromGatewayAmount } from "../money/money"
import type { ListQuery } from "./pages"
import { createResource, type Resource, type ResourceContext } from "./resource"
import { withdrawSchema } from "./schemas"

/** A withdraw as the gateway knows it. The account's fields have other names than in the request. */
export interface GatewayWithdraw {
  id: string
  /** THB in major units: exact, at least two decimals. */
  amount: string
  /** The amount as it came, in the account's unit. */
  gatewayAmount: string
  /** Upper case. */
  currency: string
  /** As it came; `withdrawPhase` gives its meaning. */
  status: string
  referenceId: string | null
  destinationType: string | null
  /** The gateway masks it, so never compare it with a full number. */
  bankAccountNumber: string | null
  bankAccountName: string | null
  bankCode: string | null
  destinationId: string | null
  description: string | null
  metadata: Record<string, unknown> | null
  paidAt: string | null
  canceledAt: string | null
  createdAt: string | null
  updatedAt: string | null
}

interface WithdrawListQuery extends ListQuery {
  destinationType?: "bank_account" | "wallet"
  sortBy?: "amount" | "status" | "createdAt" | "paidAt" | "referenceId"
}

export type Withdraws = Resource<
  GatewayWithdraw,
  CreateWithdraw,
  WithdrawListQuery
>

/**
 * `/withdraws`. Source: the vendor's pages withdraws/create, retrieve, list, cancel and
 * by-reference.
 */
export function createWithdraws(context: ResourceContext): Withdraws {
  return createResource(
    {
      path: "/withdraws",
      createSchema: createWithdrawSchema,
      read: (data) => readWithdraw(data, context.amountUnit),
    },
    context
  )
}

function readWithdraw(
  data: unknown,
  unit: AmountUnit
): GatewayWithdraw | undefined {
  const result = withdrawSchema.safeParse(data)
  if (!result.success) {
    return undefined
  }
  const raw = result.data
  return {
    id: raw.id,
    amount: fromGatewayAmount(raw.amount, unit),
    gatewayAmount: String(raw.amount),
    currency: raw.currency.toUpperCase(),
    status: raw.status,
    referenceId: raw.referenceId ?? null,
    destinationType: raw.destinationType ?? null,
    bankAccountNumber: raw.bankAccountNumber ?? null,
    bankAccountName: raw.bankAccountName ?? null,
    bankCode: raw.bankCode ?? null,
    destinationId: raw.destinationId ?? null,
    description: raw.description ?? null,
    metadata: raw.metadata ?? null,
    paidAt: raw.paidAt ?? null,
    canceledAt: raw.canceledAt ?? null,
    createdAt: raw.createdAt ?? null,
    updatedAt: raw.updatedAt ?? null,
  }
}
