import BigNumber from "bignumber.js"

/**
 * The unit of a One2Pays account. The API overview says satang written with decimals (`"1000.00"` is
 * THB 10.00). An account in baht sends `"10.00"` for the same money.
 */
export type AmountUnit = "satang" | "baht"

// A constructor of our own: the shop may have reconfigured the shared one, and the gateway would
// refuse or misread an exponent in an amount.
const Decimal = BigNumber.clone({
  EXPONENTIAL_AT: 1e9,
  ROUNDING_MODE: BigNumber.ROUND_HALF_UP,
})

const PLACES = 2
const SATANG_PER_BAHT = new Decimal(100)
const BAHT_PER_SATANG = new Decimal("0.01")
const DECIMAL = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i

/**
 * Converts THB in major units to an amount of the gateway.
 *
 * @param thb decimal string with at most two decimals: the caller must decide how to round more
 * @throws RangeError for more decimals, or when the value is not a decimal number
 */
export function toGatewayAmount(thb: string, unit: AmountUnit): string {
  const amount = parse(thb)
  if ((amount.decimalPlaces() ?? 0) > PLACES) {
    throw new RangeError("A THB amount has at most 2 decimals")
  }
  return (unit === "satang" ? amount.times(SATANG_PER_BAHT) : amount).toFixed(
    PLACES
  )
}

/**
 * Converts an amount of the gateway to THB in major units: exact, never rounded, with at least two
 * decimals.
 *
 * @throws RangeError when the value is not a decimal number
 */
export function fromGatewayAmount(
  value: string | number,
  unit: AmountUnit
): string {
  const amount = parse(value)
  const thb = unit === "satang" ? amount.times(BAHT_PER_SATANG) : amount
  return thb.toFixed(Math.max(PLACES, thb.decimalPlaces() ?? 0))
}

/**
 * Rounds a THB amount half up to two decimals. A shop's total can carry more. Without this one
 * rounding, Medusa would call the payment "partially captured".
 *
 * @throws RangeError when the value is not a decimal number
 */
export function roundThb(value: string | number): string {
  return parse(value).toFixed(PLACES)
}

/**
 * Whether a value is a decimal number in text or a finite number: the three functions above accept
 * no other.
 */
export function isDecimal(value: unknown): value is string | number {
  return typeof value === "number"
    ? Number.isFinite(value)
    : typeof value === "string" && DECIMAL.test(value.trim())
}

function parse(value: string | number): BigNumber {
  if (!isDecimal(value)) {
    throw new RangeError("Not a decimal amount")
  }
  // Through text: the shortest text of a float is the number that its sender wrote, and its binary
  // value is not.
  return new Decimal(String(value).trim())
}
