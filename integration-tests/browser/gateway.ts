import axios from "axios"
import type { RunningDemo } from "./running-demo"

interface GatewayPayment {
  id: string
  referenceId: string
}

/** The sandbox's switches. */
export function gateway({ gatewayControlUrl }: RunningDemo) {
  const api = axios.create({ baseURL: `${gatewayControlUrl}/api` })
  const act = async (orderId: string, action: string, body?: object) => {
    const { data: payments } = await api.get<GatewayPayment[]>("/payments")
    const payment = payments.find(({ referenceId }) => referenceId === orderId)
    await api.post(`/payments/${String(payment?.id)}/${action}`, body)
  }
  return {
    async setMaintenance(on: boolean): Promise<void> {
      await api.post("/maintenance", { on })
    },
    /** THB. */
    async wallet(): Promise<string> {
      const { data } = await api.get<{ walletThb: string }>("/state")
      return data.walletThb
    },
    expirePaymentOf: (orderId: string) => act(orderId, "expire"),
    /** @param amount THB, if it is not what was asked for */
    payFor: (orderId: string, amount?: string) =>
      act(orderId, "pay", amount ? { amount } : {}),
  }
}
