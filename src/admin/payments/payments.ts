import { keepPreviousData } from "@tanstack/react-query"
import type { OrderMoneyView } from "../../api/admin/one2pays/payments/order-money"
import type {
  renderAdminPayment,
  renderReceived,
} from "../../api/admin/one2pays/payments/render-payment"
import type { OrderName } from "../../modules/one2pays/core/order-names"
import { useActionOn } from "../client/action"
import { client } from "../client/client"
import type { Json } from "../client/json"
import { usePolled } from "../client/polling"

/** One try to pay an order. */
export type Payment = Json<ReturnType<typeof renderAdminPayment>>

/** A payment in a list, with its order's number and customer for staff who may read orders. */
export type ListedPayment = Payment & { order: Json<OrderName> | null }

/** The server's answer for the page of one payment. */
export type PaymentDetail = ListedPayment & {
  /** What came for it, by the gateway's own time. */
  money: Json<ReturnType<typeof renderReceived>>[]
}

export interface PaymentList {
  payments: ListedPayment[]
  count: number
  /** The money of the order, where the list is one order's. */
  order_money?: OrderMoneyView
}

export type PaymentAction = "check" | "cancel" | "resolve" | "pay-back"

const PATH = "/admin/one2pays/payments"

/** Customers pay without staff. */
const REFRESH_MS = 10_000

export const usePayments = (
  query: Record<string, string | number | string[]>
) =>
  usePolled<PaymentList>(REFRESH_MS, {
    queryKey: ["one2pays", "payments", query],
    queryFn: () => client.client.fetch<PaymentList>(PATH, { query }),
    placeholderData: keepPreviousData,
  })

export const usePayment = (id: string) =>
  usePolled<{ payment: PaymentDetail }>(REFRESH_MS, {
    queryKey: ["one2pays", "payments", id],
    queryFn: () => client.client.fetch(`${PATH}/${id}`),
  })

/** The page of a payment. */
export const paymentPath = ({ id }: Pick<Payment, "id">): string =>
  `/one2pays/payments/${id}`

export const usePaymentAction = (id: string) =>
  useActionOn<{ payment?: Payment }, PaymentAction>(`${PATH}/${id}`)
