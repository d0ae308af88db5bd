import type { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { renderAdminPayment } from "../../api/admin/one2pays/payments/render-payment"
import { client } from "../client/client"
import type { Json } from "../client/json"
import { usePolled } from "../client/polling"

/** One attempt to take an order's money. */
export type Payment = Json<ReturnType<typeof renderAdminPayment>>

export interface PaymentList {
  payments: Payment[]
  count: number
}

export type PaymentAction = "check" | "cancel" | "resolve" | "pay-back"

const PATH = "/admin/one2pays/payments"

/** Customers pay without anybody's doing. */
const REFRESH_MS = 10_000

export const usePayments = (query: Record<string, string | number>) =>
  usePolled<PaymentList>(REFRESH_MS, {
    queryKey: ["one2pays", "payments", query],
    queryFn: () => client.client.fetch<PaymentList>(PATH, { query }),
  })

export function usePaymentAction(id: string) {
  const queries = useQueryClient()
  return useMutation<
    { payment?: Payment },
    FetchError,
    { action: PaymentAction; body?: object }
  >({
    mutationFn: ({ action, body = {} }) =>
      client.client.fetch(`${PATH}/${id}/${action}`, { method: "POST", body }),
    // Of core's too: a check may make an order paid, and paying back makes a payout.
    onSettled: () => queries.invalidateQueries(),
  })
}
