import { BigNumber } from "bignumber.js"
import { fromGatewayAmount, isDecimal, type AmountUnit } from "../../gateway"
import { isObject, type JsonObject } from "../exchange"
import { amountOf } from "../finding"

/** What a refusal says about the amounts that the gateway takes, as it wrote them. */
export interface Bounds {
  min?: string
  max?: string
}

/** An answer may be as deep as a stranger likes. */
const DEEPEST = 12
const MIN = /^(min|minimum|lower)(amount|limit|bound)?$/i
const MAX = /^(max|maximum|upper)(amount|limit|bound)?$/i

/** Finds bounds anywhere in an error: the vendor documents no names for them. */
export function boundsOf(error: JsonObject | undefined): Bounds {
  const bounds: Bounds = {}
  const look = (object: JsonObject, depth = 0) => {
    for (const [name, value] of Object.entries(object)) {
      const plain = name.replace(/_/g, "")
      if (isObject(value)) {
        if (depth < DEEPEST) look(value, depth + 1)
      } else if (isDecimal(value)) {
        if (MIN.test(plain)) bounds.min ??= String(value)
        if (MAX.test(plain)) bounds.max ??= String(value)
      }
    }
  }
  look(error ?? {})
  return bounds
}

/** `฿50.00`, or the gateway's own digits while the unit is not known. */
export const inBaht = (amount: string, unit: AmountUnit | undefined): string =>
  unit ? `฿${fromGatewayAmount(amount, unit)}` : `"${amount}"`

/** What a QR's amount says about the unit of the amount that was asked for. */
export type UnitSign = {
  unit: AmountUnit
  meant: string
  added: boolean
} | null

/**
 * Compares tag 54, which is baht beyond doubt, with the amount that was sent. Some gateways add satang to tell payers
 * apart, less than a baht.
 */
export function readUnit(sent: string, qrAmount: string): UnitSign {
  const seen = amountOf(qrAmount)
  if (!seen) {
    return null
  }
  const readings = (["satang", "baht"] as const).map((unit) => {
    const meant = fromGatewayAmount(sent, unit)
    return { unit, meant, more: seen.minus(new BigNumber(meant)) }
  })
  // The same amount first: THB 0.99 on top of THB 0.01 would be the other unit's THB 1.00.
  const found =
    readings.find(({ more }) => more.isZero()) ??
    readings.find(({ more }) => more.gt(0) && more.lt(1))
  return found
    ? { unit: found.unit, meant: found.meant, added: !found.more.isZero() }
    : null
}
