import type { GatewayErrorCode, Outcome } from "../../../gateway"
import type { PublicErrorCode, LocalizedText } from "../public-errors"

/** The facts of a failed gateway call: the parts of a `One2PaysError` that decide the answer. */
export interface GatewayFailure {
  code: GatewayErrorCode
  outcome?: Outcome
  /** HTTP status of the gateway's answer, if there was one. */
  status?: number
  /** The code as it came, also one that no page of the vendor's names. */
  gatewayCode?: string
  /** The request field that the gateway named. */
  field?: string
  /** THB in major units: the smallest or largest amount that the gateway named. */
  bound?: string
  /** The wait that the gateway asked for. */
  retryAfterMs?: number
}

export interface Row {
  code: PublicErrorCode | ((failure: GatewayFailure) => PublicErrorCode)
  merchant: LocalizedText
  /** The text tells the customer to try again, but that will hardly help. */
  lasting?: true
}

const PAYER_FIELDS = new Set([
  "customerBankAccountName",
  "customerBankAccountNumber",
  "customerBankCode",
])

export const onPayerField =
  (without: PublicErrorCode) =>
  ({ field }: GatewayFailure): PublicErrorCode =>
    field === undefined
      ? without
      : PAYER_FIELDS.has(field)
        ? "one2pays_payer_invalid"
        : "one2pays_rejected"

/** Codes are not documented for these refusals, yet any that may come says what it is about. */
const BY_NAME: [RegExp, PublicErrorCode][] = [
  [/NAME.*MATCH|MATCH.*NAME/, "one2pays_name_mismatch"],
  [/BANK.*SUPPORT|SUPPORT.*BANK/, "one2pays_bank_refused"],
]

/** The code of an error without a documented one: its name may speak, else its HTTP status. */
export const byStatus = ({
  status = 0,
  gatewayCode = "",
}: GatewayFailure): PublicErrorCode => {
  const named = BY_NAME.find(([name]) => name.test(gatewayCode.toUpperCase()))
  if (named && status >= 400 && status < 500) {
    return named[1]
  }
  if (status === 401 || status === 403) {
    return "one2pays_misconfigured"
  }
  if (status === 429) {
    return "one2pays_busy"
  }
  // 408 is a timeout that some proxy reports: the gateway refused nothing.
  return status >= 400 && status < 500 && status !== 408
    ? "one2pays_rejected"
    : "one2pays_unavailable"
}
