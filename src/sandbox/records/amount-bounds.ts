import { ApiError } from "../wire/api-error"
import { formatAmount, parseThb, type AmountUnit } from "../wire/money"

/** The smallest and the largest amount, in THB ("50.00"). */
export interface AmountBounds {
  min: string
  max: string
}

/** @throws ApiError 422 AMOUNT_BELOW_MIN or AMOUNT_ABOVE_MAX, which names both bounds in the account's unit. */
export function checkBounds(
  amountSatang: number,
  bounds: AmountBounds | null,
  unit: AmountUnit
): void {
  if (bounds === null) {
    return
  }
  const min = parseThb(bounds.min)
  const max = parseThb(bounds.max)
  if (amountSatang >= min && amountSatang <= max) {
    return
  }
  const isBelow = amountSatang < min
  throw new ApiError(
    422,
    isBelow ? "AMOUNT_BELOW_MIN" : "AMOUNT_ABOVE_MAX",
    `Amount is ${isBelow ? "below the minimum" : "above the maximum"}`,
    {
      field: "amount",
      min: formatAmount(min, unit),
      max: formatAmount(max, unit),
    }
  )
}
