import { plainDigits } from "../../storefront/payer"

/**
 * Turns an amount as people and spreadsheets write it (฿1,290.50, ๑,๒๙๐.๕๐) into the server's form (1290.50).
 *
 * A comma is removed only where it can be nothing but a thousands separator: 1290,50 would become a hundredfold. Any
 * other text stays as it is, and the form reports it as wrong.
 */
export function readAmount(text: string): string {
  const amount = plainDigits(text).trim().replace(/^฿\s*/, "")
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(amount)
    ? amount.replaceAll(",", "")
    : amount
}
