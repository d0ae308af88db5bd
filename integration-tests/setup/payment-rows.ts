import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
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

/** Writes a payment as it stands, without what led to it. */
export async function writePayment(
  container: MedusaContainer,
  differences: object
): Promise<void> {
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)("one2pays_payment")
    .insert({
      id: randomUUID(),
      session_id: "payses_1",
      payment_collection_id: "pay_col_1",
      amount: "10.00",
      raw_amount: { value: "10.00", precision: 20 },
      currency_code: "thb",
      state: "open",
      payment_method: "promptpay",
      payer_name: "Somsri",
      payer_bank_code: "004",
      payer_last4: "7890",
      payer_sealed: "sealed",
      ...differences,
    })
}
