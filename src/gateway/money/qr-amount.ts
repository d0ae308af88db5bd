const AMOUNT_TAG = "54"
const FORMAT_INDICATOR = "000201"

/**
 * The amount in baht that a PromptPay QR makes the payer's bank app show: tag 54 of its EMV text.
 *
 * Only here does the gateway name an amount in baht beyond doubt, so this amount reveals a wrong
 * `amountUnit` before any money moves. Source: EMVCo Merchant-Presented QR, chapter 3 (two-digit
 * tag, two-digit length, value).
 *
 * @returns `null` for a text without tag 54, one that is not EMV, and one that is cut short; never
 * throws
 */
export function readQrAmount(payload: string): string | null {
  if (!payload.startsWith(FORMAT_INDICATOR)) {
    return null
  }
  // By code point, as the text's own lengths count: a merchant name in Thai may stand before or after
  // the amount.
  const characters = [...payload]
  let amount: string | null = null
  for (let at = 0; at < characters.length;) {
    const tag = characters.slice(at, at + 2).join("")
    const length = characters.slice(at + 2, at + 4).join("")
    if (!/^\d\d$/.test(tag) || !/^\d\d$/.test(length)) {
      return null
    }
    const end = at + 4 + Number(length)
    if (end > characters.length) {
      return null
    }
    if (tag === AMOUNT_TAG) {
      amount = characters.slice(at + 4, end).join("")
    }
    at = end
  }
  return amount !== null && /^\d+(\.\d*)?$/.test(amount) ? amount : null
}
