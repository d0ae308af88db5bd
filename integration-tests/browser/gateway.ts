import axios from "axios"
import type { RunningDemo } from "./running-demo"

interface GatewayPayment {
  id: string
  referenceId: string
  /** The number as the gateway shows it, `1234****7890`. */
  payer: { name: string; maskedAccountNumber: string; bankCode: string }
}

/** The sandbox's own. */
const PAYOUT_STEP_MS = 1000

/** The sandbox's switches. */
export function gateway({ gatewayControlUrl }: RunningDemo) {
  const api = axios.create({ baseURL: `${gatewayControlUrl}/api` })
  const find = async (reference: string) => {
    const { data: payments } = await api.get<GatewayPayment[]>("/payments")
    return payments.find(({ referenceId }) => referenceId === reference)
  }
  const act = async (reference: string, action: string, body?: object) => {
    const payment = await find(reference)
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
    /** Payouts stay where they are until they are settled, or no more do. */
    async holdPayouts(on: boolean): Promise<void> {
      await api.post("/withdraws", { stepMs: on ? null : PAYOUT_STEP_MS })
    },
    /** Whether a payout has reached the gateway. */
    async hasPayout(reference: string): Promise<boolean> {
      const { data: withdraws } =
        await api.get<{ referenceId: string }[]>("/withdraws")
      return withdraws.some(({ referenceId }) => referenceId === reference)
    },
    async payOut(reference: string): Promise<void> {
      await api.post(`/withdraws/${reference}/settle`, { status: "paid" })
    },
    // A reference is the order's id, with `.2` for its second payment.
    expirePaymentOf: (reference: string) => act(reference, "expire"),
    failPaymentOf: (reference: string) => act(reference, "fail"),
    /** @param amount THB, if it is not what was asked for */
    payFor: (reference: string, amount?: string) =>
      act(reference, "pay", amount ? { amount } : {}),
    payerOf: async (reference: string) => (await find(reference))?.payer,
    /** Of all payments of an order, in their order. */
    async references(orderId: string): Promise<string[]> {
      const { data: payments } = await api.get<GatewayPayment[]>("/payments")
      return payments
        .map(({ referenceId }) => referenceId)
        .filter((reference) => reference.startsWith(orderId))
        .sort()
    },
  }
}
