import type { renderAdminPayment } from "../../api/admin/one2pays/payments/render-payment"
import { useActionOn } from "../client/action"
import { client } from "../client/client"
import type { Json } from "../client/json"
import { usePolled } from "../client/polling"

/** One try to pay an order. */
export type Payment = Json<ReturnType<typeof renderAdminPayment>>

export interface PaymentList {
  payments: Payment[]
  count: number
}

export type PaymentAction = "check" | "cancel" | "resolve" | "pay-back"

const PATH = "/admin/one2pays/payments"

/** Customers pay without staff. */
const REFRESH_MS = 10_000

export const usePayments = (query: Record<string, string | number>) =>
  usePolled<PaymentList>(REFRESH_MS, {
    queryKey: ["one2pays", "payments", query],
    queryFn: () => client.client.fetch<PaymentList>(PATH, { query }),
  })

export const usePaymentAction = (id: string) =>
  useActionOn<{ payment?: Payment }, PaymentAction>(`${PATH}/${id}`)
