import type { MedusaContainer } from "@medusajs/framework/types"
import type { Buyer } from "./buyer"
import { sql } from "./database"
import { until } from "./until"

export interface OrderState {
  id: string
  status: string
  payment_status: string
  total: number
  summary: { paid_total: number; pending_difference: number }
  payment_collections: {
    status: string
    captured_amount: number
    payment_sessions: {
      id: string
      status: string
      data: Record<string, unknown>
    }[]
    payments: { id: string; captures: { amount: number }[] }[]
  }[]
}

/** An order as the admin's API shows it. */
export async function readOrder(
  container: MedusaContainer,
  orderId: string
): Promise<OrderState> {
  const { getOrderDetailWorkflow } = await import("@medusajs/medusa/core-flows")
  const { result } = await getOrderDetailWorkflow(container).run({
    input: {
      order_id: orderId,
      fields: [
        "id",
        "status",
        "total",
        "summary",
        "payment_collections.*",
        "payment_collections.payment_sessions.*",
        "payment_collections.payments.*",
        "payment_collections.payments.captures.*",
      ],
    },
  })
  return result as unknown as OrderState
}

/** Waits until Medusa calls an order paid. */
export async function untilPaid(
  container: MedusaContainer,
  orderId: string
): Promise<OrderState> {
  // Reading an order again and again would take the time of what makes it paid.
  await until(
    () =>
      sql(
        container,
        `select from order_payment_collection link
           join payment_collection on payment_collection.id = link.payment_collection_id
          where link.order_id = ? and payment_collection.status = 'completed'`,
        [orderId]
      ),
    (completed) => completed.length > 0
  )
  return until(
    () => readOrder(container, orderId),
    (order) =>
      order.payment_status === "captured" && order.summary.paid_total > 0
  )
}

/** Waits until an order whose payment has ended unpaid may be paid anew; the gateway's webhook tells the shop. */
export const untilPayableAnew = (buyer: Buyer, orderId: string) =>
  until(
    async () => (await buyer.payment(orderId)).data.payment,
    (payment) => (payment as { can_retry: boolean }).can_retry
  )
