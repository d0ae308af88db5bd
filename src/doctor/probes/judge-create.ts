import type { AmountUnit } from "../../gateway"
import {
  type Exchange,
  statusOf,
  codeOf,
  isRefusal,
  errorOf,
  type JsonObject,
  dataOf,
  textOf,
} from "../exchange"
import { type Finding, finding, amountOf } from "../finding"
import { judgeReadable } from "../judge-shape"
import { isFieldName, SHAPES } from "../shapes"
import type { Visit } from "../visit"
import { inBaht } from "./amounts"
import { EXPIRES_IN_MINUTES } from "./desk"

/** Judges a refusal of every amount: the field that the gateway names may be one that the person can give. */
export function judgeRefusal(refusal: Exchange): Finding {
  const [status, code] = [statusOf(refusal), codeOf(refusal)]
  const field = errorField(refusal)
  if (typeof field !== "string" || !isFieldName(field)) {
    return finding("create_refused", { status, code })
  }
  return /^customer/.test(field)
    ? finding("create_refused_payer", { code, field })
    : finding("create_refused_field", { status, code, field })
}

export const isSameRefusal = (one: Exchange, other: Exchange): boolean =>
  isRefusal(one) &&
  one.answer?.status === other.answer?.status &&
  one.answer?.text === other.answer?.text

export function errorField(exchange: Exchange): unknown {
  const metadata = errorOf(exchange)?.metadata
  return typeof metadata === "object" && metadata !== null
    ? (metadata as JsonObject).field
    : undefined
}

/** Judges a read of a payment that is known to exist. */
export function judgeRead(read: Exchange): Finding[] {
  const what = "GET /payments/{id}"
  return dataOf(read) === undefined
    ? [finding("list_refused", { what, status: statusOf(read) })]
    : judgeReadable(what, dataOf(read), SHAPES.payment)
}

/** Judges how small an amount may be. */
export function judgeBounds(
  bounds: Visit["bounds"],
  taken: string,
  unit: AmountUnit | undefined
): Finding {
  if (!bounds) {
    return finding("amount_least", { amount: inBaht(taken, unit) })
  }
  // A gateway may name its bounds in baht whatever the unit: then it has refused more than the least amount.
  const { refused, ...named } = bounds
  const isBaht =
    amountOf(refused)?.gte(amountOf(named.min) ?? Infinity) === true
  const [min, max] = [named.min, named.max].map((bound) =>
    bound === undefined ? "–" : inBaht(bound, isBaht ? "baht" : unit)
  )
  const option = (name: string, amount = "") =>
    amount.startsWith("฿") ? [`${name}: "${amount.slice(1)}"`] : []
  return finding(
    "amount_bounds",
    { min: min ?? "–", max: max ?? "–" },
    [...option("minAmount", min), ...option("maxAmount", max)].join(", ")
  )
}

export function judgeExpiry(payment: JsonObject, now: number): Finding {
  const minutes = String(EXPIRES_IN_MINUTES)
  const at = Date.parse(textOf(payment, "expiresAt") ?? "")
  const found = Math.round((at - now) / 60_000)
  return found === EXPIRES_IN_MINUTES
    ? finding("expiry_ok", { minutes })
    : finding("expiry_other", {
        minutes,
        found: Number.isNaN(found) ? "?" : `${found} min`,
      })
}
