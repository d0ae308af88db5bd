import { MathBN } from "@medusajs/framework/utils"
import {
  describeBound,
  type AmountBoundCode,
  type LocalizedText,
} from "../../../../messages"
import type { ResolvedOptions } from "../../config/options"
import { publicError } from "../../errors/public-error"

type Range = Pick<ResolvedOptions, "minAmount" | "maxAmount">

/**
 * Says why the shop does not take an amount, THB in major units. Core offers a payment provider by region alone, so the
 * customer learns of it when they choose One2Pays.
 */
export function refuseAmount(
  amount: string | number,
  { minAmount, maxAmount }: Range
): { code: AmountBoundCode; text: LocalizedText } | null {
  const refusal = (code: AmountBoundCode, bound: string | number) => ({
    code,
    text: describeBound(code, String(bound)),
  })
  if (minAmount !== undefined && MathBN.lt(amount, minAmount)) {
    return refusal("one2pays_amount_below_min", minAmount)
  }
  if (maxAmount !== undefined && MathBN.gt(amount, maxAmount)) {
    return refusal("one2pays_amount_above_max", maxAmount)
  }
  return null
}

/** @throws MedusaError `one2pays_amount_below_min` or `one2pays_amount_above_max`, naming the bound */
export function assertInRange(amount: string | number, range: Range): void {
  const refusal = refuseAmount(amount, range)
  if (refusal) {
    throw publicError(refusal.code, refusal.text)
  }
}
