import type { MedusaContainer } from "@medusajs/framework/types"
import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../modules/one2pays"
import { loadBookedBack } from "../../modules/one2pays/core/booked-back"
import { queryOf } from "../../modules/one2pays/core/query"

export interface CompareBookingsInput {
  order_id: string
}

/** Compares what Medusa counts as gone back of these orders with the withdraws that pay it. */
export async function compareBookings(
  container: MedusaContainer,
  orderIds: string[]
): Promise<void> {
  const { payments, withdraws } = one2paysOf(container)
  const paid = await payments.listPaidOrders(orderIds)
  await withdraws.compareBookings(
    await loadBookedBack(queryOf(container), paid)
  )
}

const compareBookingsStep = createStep(
  "one2pays-compare-bookings-of-order",
  async ({ order_id }: CompareBookingsInput, { container }) => {
    await compareBookings(container, [order_id])
    return new StepResponse()
  }
)

/**
 * Finds money that Medusa counts as gone back to a customer, and that nobody was asked to pay. Core cancels a paid order
 * and books its refund, also where the provider refused the refund. What is owed becomes an issue.
 */
export const compareBookingsWorkflow = createWorkflow(
  "one2pays-compare-bookings",
  (input: CompareBookingsInput) => {
    compareBookingsStep(input)
  }
)
