import { plainDigits } from "../../storefront/payer"

/**
 * An amount as people and spreadsheets write it (฿1,290.50, ๑,๒๙๐.๕๐) as the server takes it (1290.50).
 *
 * A comma is taken away only where it can be nothing but a thousands separator: 1290,50 would
 * become a hundredfold. What is not understood is left as it is, to be pointed out as wrong.
 */
export function readAmount(text: string): string {
  const amount = plainDigits(text).trim().replace(/^฿\s*/, "")
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(amount)
    ? amount.replaceAll(",", "")
    : amount
}
