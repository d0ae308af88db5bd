import type { AmountUnit } from "../../gateway"
import {
  codeOf,
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
import { isPage, judgeFailure } from "./reach"
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

/** Some gateways refuse keys with another status than 401. */
const ABOUT_KEYS = /CREDENTIAL|SIGNATURE|UNAUTHORI[SZ]ED|AUTHENTICATION/

/** @returns nothing when the keys are accepted, as data proves */
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
  const status = statusOf(exchange)
  if (answer?.status === 401 || ABOUT_KEYS.test(codeOf(exchange))) {
    return finding("keys_refused", { status, mode })
  }
  if (answer?.status === 403) {
    return isPage(answer)
      ? finding("blocked", { host })
      : finding("keys_environment", { mode })
  }
  if (errorOf(exchange)?.code === "MAINTENANCE_MODE") {
    return finding("maintenance")
  }
  if (answer && answer.status >= 500) {
    return finding("gateway_down", { host, status })
  }
  return dataOf(exchange) === undefined
    ? finding("balance_unreadable", { status })
    : null
}

export function judgeBalance(
  exchange: Exchange,
  { amountUnit, balanceUnit }: Settings
): Finding[] {
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

/** Half a satang makes no sense: an amount with one is in baht. @param configured the unit in which the plugin reads it */
function judgeBalanceUnit(data: JsonObject, configured: AmountUnit): Finding {
  const hasFraction = [data.walletBalance, data.settlementBalance].some(
    (value) => amountOf(value)?.isInteger() === false
  )
  if (!hasFraction) {
    return finding("balance_unit_open")
  }
  return configured === "baht"
    ? finding("balance_baht")
    : finding(
        "balance_unit_contradicted",
        { configured },
        'balanceUnit: "baht"'
      )
}
