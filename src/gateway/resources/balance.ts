import type { CallOptions } from "../call-options"
import type { Caller } from "../http/call"
import { type AmountUnit, fromGatewayAmount } from "../money/money"
import { balanceSchema } from "./schemas"

export interface GatewayBalance {
  /** THB in major units that the merchant can pay out now. */
  walletBalance: string
  /** THB in major units that waits for settlement. */
  settlementBalance: string
  /** Upper case. */
  currency: string
  /** `active`, `frozen` or `closed`; `unknown` when the gateway does not say. */
  status: string
}

export interface Balance {
  retrieve(call?: CallOptions): Promise<GatewayBalance>
}

/**
 * `/balance`. Source: the vendor's page balance/retrieve, whose example has numbers where other
 * pages have strings.
 */
export function createBalance(call: Caller, unit: AmountUnit): Balance {
  return {
    retrieve: (options) =>
      call(
        {
          method: "GET",
          path: "/balance",
          template: "/balance",
          repeatable: true,
          read: (data) => readBalance(data, unit),
        },
        options
      ),
  }
}

function readBalance(
  data: unknown,
  unit: AmountUnit
): GatewayBalance | undefined {
  const result = balanceSchema.safeParse(data)
  if (!result.success) {
    return undefined
  }
  const raw = result.data
  return {
    walletBalance: fromGatewayAmount(raw.walletBalance, unit),
    settlementBalance: fromGatewayAmount(raw.settlementBalance, unit),
    currency: raw.currency.toUpperCase(),
    status: raw.status,
  }
}
