import type { PaymentMethod } from "../payment-methods"
import { createPaymentSchema, type CreatePayment } from "./create-input"
import { type AmountUnit, fromGatewayAmount } from "../money/money"
import type { ListQuery } from "./pages"
import { createResource, type Resource, type ResourceContext } from "./resource"
import { type NextAction, paymentSchema } from "./schemas"

/** A payment as the gateway knows it. */
export interface GatewayPayment {
  id: string
  /** THB in major units: exact, at least two decimals. */
  amount: string
  /** The amount as it came, in the account's unit. */
  gatewayAmount: string
  /** Upper case. */
  currency: string
  /** As it came; `paymentPhase` gives its meaning. */
  status: string
  paymentMethod: string | null
  referenceId: string | null
  description: string | null
  metadata: Record<string, unknown> | null
  nextAction: NextAction | null
  confirmedAt: string | null
  capturedAt: string | null
  canceledAt: string | null
  expiresAt: string | null
  createdAt: string | null
  updatedAt: string | null
}

interface PaymentListQuery extends ListQuery {
  paymentMethod?: PaymentMethod
  sortBy?:
    | "amount"
    | "status"
    | "createdAt"
    | "confirmedAt"
    | "capturedAt"
    | "referenceId"
}

export type Payments = Resource<GatewayPayment, CreatePayment, PaymentListQuery>

/**
 * `/payments`. Source: the vendor's pages payments/create, retrieve, list, cancel and by-reference.
 */
export function createPayments(context: ResourceContext): Payments {
  return createResource(
    {
      path: "/payments",
      createSchema: createPaymentSchema,
      read: (data) => readPayment(data, context.amountUnit),
    },
    context
  )
}

function readPayment(
  data: unknown,
  unit: AmountUnit
): GatewayPayment | undefined {
  const result = paymentSchema.safeParse(data)
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
    paymentMethod: raw.paymentMethod ?? null,
    referenceId: raw.referenceId ?? null,
    description: raw.description ?? null,
    metadata: raw.metadata ?? null,
    nextAction: raw.nextAction ?? null,
    confirmedAt: raw.confirmedAt ?? null,
    capturedAt: raw.capturedAt ?? null,
    canceledAt: raw.canceledAt ?? null,
    expiresAt: raw.expiresAt ?? null,
    createdAt: raw.createdAt ?? null,
    updatedAt: raw.updatedAt ?? null,
  }
}
