import axios, { type AxiosInstance } from "axios"
import type { RunningDemo } from "./running-demo"

export interface Login {
  email: string
  password: string
}

export interface AdminOrder {
  display_id: number
  payment_status: string
  total: number
  summary: { paid_total: number; pending_difference: number }
  payment_collections: { amount: number; captured_amount: number }[]
}

/** A token of somebody on the staff. */
export async function tokenOf(
  { medusaUrl }: RunningDemo,
  login: Login
): Promise<string> {
  const { data } = await axios.post<{ token: string }>(
    `${medusaUrl}/auth/user/emailpass`,
    login
  )
  return data.token
}

/** The shop's admin API, for the administrator if nobody else is named. */
export async function adminApi(
  demo: RunningDemo,
  login: Login = demo.administrator
): Promise<AxiosInstance> {
  const token = await tokenOf(demo, login)
  return axios.create({
    baseURL: demo.medusaUrl,
    headers: { authorization: `Bearer ${token}` },
  })
}

/** The order as the merchant sees it. */
export async function orderForAdmin(
  demo: RunningDemo,
  id: string
): Promise<AdminOrder> {
  const api = await adminApi(demo)
  const { data } = await api.get<{ order: AdminOrder }>(`/admin/orders/${id}`)
  return data.order
}
