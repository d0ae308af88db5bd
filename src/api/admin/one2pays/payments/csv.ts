import { systemClock } from "../../../../gateway"
import type { OrderName } from "../../../../modules/one2pays/core/order-names"
import { staffStatus } from "../../../../modules/one2pays/payments/lifecycle"
import { receivedOf } from "../../../../modules/one2pays/payments/match"
import type { Payment } from "../../../../modules/one2pays/payments/payment"
import { csvHeader, csvLine } from "../../../support/csv"

type Cell = (
  payment: Payment,
  order: OrderName | undefined
) => string | Date | null

const COLUMNS: Record<string, Cell> = {
  id: ({ id }) => id,
  order_number: (_, order) => order?.display_id?.toString() ?? null,
  customer_name: (_, order) => order?.customer_name ?? null,
  customer_email: (_, order) => order?.email ?? null,
  payer_name: ({ payer_name }) => payer_name,
  payer_bank_code: ({ payer_bank_code }) => payer_bank_code,
  payer_last4: ({ payer_last4 }) => payer_last4,
  payment_method: ({ payment_method }) => payment_method,
  amount: ({ amount }) => amount,
  received: receivedOf,
  currency_code: ({ currency_code }) => currency_code,
  status: (payment) => staffStatus(payment, new Date(systemClock.now())),
  issue: ({ issue }) => issue,
  reference_id: ({ reference_id }) => reference_id,
  gateway_payment_id: ({ gateway_payment_id }) => gateway_payment_id,
  order_id: ({ order_id }) => order_id,
  created_at: ({ created_at }) => created_at,
  settled_at: ({ settled_at }) => settled_at,
  ended_at: ({ ended_at }) => ended_at,
}

export const CSV_HEADER = csvHeader(Object.keys(COLUMNS))

/** One line in the form of RFC 4180. */
export const csvRow = (
  payment: Payment,
  order: OrderName | undefined
): string => csvLine(Object.values(COLUMNS).map((cell) => cell(payment, order)))
