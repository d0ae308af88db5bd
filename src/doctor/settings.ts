import { apiUrl, type AmountUnit } from "../gateway"
import { finding, type Finding } from "./finding"

/** The values of `medusa-config.ts` that the doctor needs. */
export interface Settings {
  baseUrl: string
  apiKey: string
  secretKey: string
  webhookSecrets: readonly string[]
  amountUnit: AmountUnit
  /** Unit of the balance, if the config names one. */
  balanceUnit?: AmountUnit
}

/** Any bank account: the gateway wants one, and nobody pays from it. */
export interface CheckPayer {
  account_name: string
  account_number: string
  bank_code: string
}

const KEY = /^(pk|sk)_(test|live)_[\x21-\x7e]+$/

export const modeOf = (key: string): "test" | "live" | "unknown" => {
  const mode = KEY.exec(key)?.[2]
  return mode === "test" || mode === "live" ? mode : "unknown"
}

/** Judges the settings before anything is sent. @returns nothing when they can be tried */
export function judgeSettings(settings: Settings): Finding[] {
  const { baseUrl, apiKey, secretKey } = settings
  const missing = (["baseUrl", "apiKey", "secretKey"] as const)
    .filter((name) => settings[name].trim() === "")
    .map((name) => finding("setting_missing", { name }))
  if (missing.length > 0) {
    return missing
  }
  return [...judgeAddress(baseUrl), ...judgeKeys(apiKey, secretKey)]
}

function judgeAddress(baseUrl: string): Finding[] {
  try {
    apiUrl(baseUrl)
    return []
  } catch {
    return [finding("address_malformed")]
  }
}

function judgeKeys(apiKey: string, secretKey: string): Finding[] {
  const kind = (key: string) => KEY.exec(key)?.[1]
  if (kind(apiKey) === "sk" && kind(secretKey) === "pk") {
    return [finding("keys_swapped")]
  }
  const problems = [
    { name: "apiKey", value: apiKey, prefix: "pk" },
    { name: "secretKey", value: secretKey, prefix: "sk" },
  ]
    .filter(({ value, prefix }) => kind(value) !== prefix)
    .map(({ name, prefix }) => finding("key_malformed", { name, prefix }))
  if (problems.length === 0 && modeOf(apiKey) !== modeOf(secretKey)) {
    return [finding("keys_mixed")]
  }
  return problems
}
