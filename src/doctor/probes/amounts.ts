import { BigNumber } from "bignumber.js"
import { fromGatewayAmount, isDecimal, type AmountUnit } from "../../gateway"
import { isObject, type JsonObject } from "../exchange"
import { amountOf } from "../finding"

/** What a refusal says about the amounts that the gateway takes, as it wrote them. */
export interface Bounds {
  min?: string
  max?: string
}

const MIN = /^(min|minimum|lower)(amount|limit|bound)?$/i
const MAX = /^(max|maximum|upper)(amount|limit|bound)?$/i

/** Finds bounds anywhere in an error: the vendor documents no names for them. */
export function boundsOf(error: JsonObject | undefined): Bounds {
  const bounds: Bounds = {}
  const look = (object: JsonObject) => {
    for (const [name, value] of Object.entries(object)) {
      const plain = name.replace(/_/g, "")
      if (isObject(value)) {
        look(value)
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
  for (const unit of ["satang", "baht"] as const) {
    const meant = fromGatewayAmount(sent, unit)
    const more = seen.minus(new BigNumber(meant))
    if (more.gte(0) && more.lt(1)) {
      return { unit, meant, added: more.gt(0) }
    }
  }
  return null
}
