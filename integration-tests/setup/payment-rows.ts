import type { MedusaContainer } from "@medusajs/framework/types"
import { sql } from "./database"

interface PaymentRow {
  id: string
  state: string
  issue: string | null
  settled_at: Date | null
}

/** The row of an order's payment. */
export async function paymentRow(
  container: MedusaContainer,
  orderId: string
): Promise<PaymentRow> {
  const [row] = await sql<PaymentRow>(
    container,
    "select * from one2pays_payment where order_id = ?",
    [orderId]
  )
  return row!
}

/** Moves the end of an order's payments to so many minutes ago. */
export const endedAgo = (
  container: MedusaContainer,
  orderId: string,
  minutes: number
) =>
  sql(
    container,
    `update one2pays_payment set ended_at = now() - interval '${minutes} minutes' where order_id = ?`,
    [orderId]
  )
