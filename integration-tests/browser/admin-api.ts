import axios from "axios"
import type { RunningDemo } from "./running-demo"

export interface AdminOrder {
  display_id: number
  payment_status: string
  total: number
  summary: { paid_total: number; pending_difference: number }
  payment_collections: { amount: number; captured_amount: number }[]
}

/** The order as the merchant sees it. */
export async function orderForAdmin(
  { medusaUrl, administrator }: RunningDemo,
  id: string
): Promise<AdminOrder> {
  const login = await axios.post<{ token: string }>(
    `${medusaUrl}/auth/user/emailpass`,
    administrator
  )
  const { data } = await axios.get<{ order: AdminOrder }>(
    `${medusaUrl}/admin/orders/${id}`,
    { headers: { authorization: `Bearer ${login.data.token}` } }
  )
  return data.order
}
