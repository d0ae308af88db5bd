import {
  dataOf,
  errorOf,
  objectOf,
  statusOf,
  textOf,
  type Exchange,
  type JsonObject,
} from "../exchange"
import { amountOf, finding, type Finding } from "../finding"
import { judgeShape } from "../judge-shape"
import { modeOf, type Settings } from "../settings"
import { SHAPES } from "../shapes"
import { judgeFailure } from "./reach"
import type { Probe } from "../visit"
import { Stop } from "../wire"

/** Whether the keys are good, by the first signed question, and what the balance looks like. */
export const balance: Probe = {
  name: "keys",
  async run({ wire, settings }) {
    const exchange = await wire.ask({
      ...{ name: "balance.retrieve", method: "GET", path: "/balance" },
    })
    const refused = judgeKeys(exchange, settings)
    if (refused) {
      throw new Stop([refused])
    }
    return [
      finding("keys_ok", { mode: modeOf(settings.apiKey) }),
      ...judgeBalance(exchange, settings),
    ]
  },
}

/** @returns nothing when the keys are accepted */
export function judgeKeys(
  exchange: Exchange,
  { apiKey, baseUrl }: Settings
): Finding | null {
  const { answer, failure } = exchange
  const mode = modeOf(apiKey)
  const { host } = new URL(baseUrl)
  if (failure) {
    return judgeFailure(failure, host)
  }
  if (answer?.status === 401) {
    return finding("keys_refused", { status: "401", mode })
  }
  if (answer?.status === 403) {
    return finding("keys_environment", { mode })
  }
  if (errorOf(exchange)?.code === "MAINTENANCE_MODE") {
    return finding("maintenance")
  }
  return answer && answer.status >= 500
    ? finding("gateway_down", { host, status: String(answer.status) })
    : null
}

export function judgeBalance(
  exchange: Exchange,
  { amountUnit, balanceUnit }: Settings
): Finding[] {
  if (dataOf(exchange) === undefined) {
    return [finding("balance_unreadable", { status: statusOf(exchange) })]
  }
  const data = objectOf(exchange)
  const shape = judgeShape("GET /balance", [data], SHAPES.balance)
  if (!data || shape.isBroken) {
    return shape.findings
  }
  const status = statusWord(data)
  return [
    status === "active" || status === "unknown"
      ? finding("balance_ok", { status })
      : finding("balance_status", { status }),
    judgeBalanceUnit(data, balanceUnit ?? amountUnit),
    ...judgeShape("{ success, data }", [exchange.answer?.json], SHAPES.envelope)
      .findings,
    ...shape.findings,
  ]
}

const statusWord = (data: JsonObject): string => {
  const status = textOf(data, "status")
  return status && /^[a-z_]{1,30}$/.test(status) ? status : "unknown"
}

/** Half a satang makes no sense: an amount with one is in baht. */
function judgeBalanceUnit(data: JsonObject, configured: string): Finding {
  const hasFraction = [data.walletBalance, data.settlementBalance].some(
    (value) => amountOf(value)?.isInteger() === false
  )
  if (!hasFraction) {
    return finding("balance_unit_open")
  }
  return finding(
    "balance_baht",
    undefined,
    configured === "baht" ? undefined : 'balanceUnit: "baht"'
  )
}
