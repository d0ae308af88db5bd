import type { GatewayErrorCode } from "../errors"
import { fromGatewayAmount, isDecimal, type AmountUnit } from "../money/money"

/** No page of the vendor's shows such an error, so every likely name is looked for. */
const NAMES: Partial<Record<GatewayErrorCode, readonly string[]>> = {
  AMOUNT_BELOW_MIN: ["min", "minimum", "minAmount", "minimumAmount"],
  AMOUNT_ABOVE_MAX: ["max", "maximum", "maxAmount", "maximumAmount"],
}

/** @returns THB in major units; `undefined` where the error is of another kind, or names no bound */
export function readBound(
  code: GatewayErrorCode,
  details: Readonly<Record<string, unknown>>,
  unit: AmountUnit
): string | undefined {
  const bound = NAMES[code]?.map((name) => details[name]).find(isDecimal)
  return bound === undefined ? undefined : fromGatewayAmount(bound, unit)
}
