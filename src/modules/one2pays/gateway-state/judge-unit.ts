import { MathBN } from "@medusajs/framework/utils"

/** What a sign of the gateway says about `amountUnit`. */
export type UnitVerdict = "proved" | "contradicted"

/**
 * Compares an amount that the gateway names with the one that the shop meant, both in THB. The same amount proves the
 * unit, and a factor of exactly 100 contradicts it. Any other difference says nothing of the unit: some gateways add
 * satang to tell payers apart.
 */
export function judgeUnit(seen: string, meant: string): UnitVerdict | null {
  if (MathBN.eq(seen, meant)) {
    return "proved"
  }
  return MathBN.eq(seen, MathBN.mult(meant, 100)) ||
    MathBN.eq(MathBN.mult(seen, 100), meant)
    ? "contradicted"
    : null
}
