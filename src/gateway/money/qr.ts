/** What a PromptPay QR asks the payer's bank app for, in tags of its EMV text. */
export interface Qr {
  /** Tag 54: baht, whatever unit the account speaks. Null where the payer types the amount. */
  amount: string | null
  /** Tag 53: ISO 4217, `764` for baht. */
  currency: string | null
  /** Whether tag 63 holds the checksum of the text. A bank app refuses a QR with another one. */
  isIntact: boolean
}

const FORMAT_INDICATOR = "000201"
/** EMVCo, section 3.1. */
const LONGEST = 512

/**
 * Reads the EMV text of a PromptPay QR.
 *
 * Only here does the gateway name an amount in baht beyond doubt, so this amount reveals a wrong
 * `amountUnit` before any money moves. Source: EMVCo Merchant-Presented QR, chapter 3 (two-digit
 * tag, two-digit length, value).
 *
 * @returns `null` for a text that is not EMV, one that is cut short, and one that says a thing
 * twice; never throws
 */
export function readQr(payload: string): Qr | null {
  const fields = readFields(payload)
  if (!fields) {
    return null
  }
  const checked = payload.slice(0, -CRC_DIGITS)
  const crc = [...fields].at(-1)
  return {
    amount: fields.get("54") ?? null,
    currency: fields.get("53") ?? null,
    isIntact:
      crc?.[0] === "63" &&
      checked.endsWith("6304") &&
      crc[1].toUpperCase() === crc16(checked),
  }
}

/** The tags of an EMV text with their values, `null` when it is none. */
export function readFields(payload: string): Map<string, string> | null {
  // By code point, as the text's own lengths count: a merchant name in Thai may stand before or after
  // the amount.
  const characters = [...payload]
  if (!payload.startsWith(FORMAT_INDICATOR) || characters.length > LONGEST) {
    return null
  }
  const fields = new Map<string, string>()
  for (let at = 0; at < characters.length;) {
    const tag = characters.slice(at, at + 2).join("")
    const length = characters.slice(at + 2, at + 4).join("")
    const end = at + 4 + Number(length)
    if (
      !/^\d\d$/.test(tag) ||
      !/^\d\d$/.test(length) ||
      end > characters.length ||
      // A bank app may take the other one.
      fields.has(tag)
    ) {
      return null
    }
    fields.set(tag, characters.slice(at + 4, end).join(""))
    at = end
  }
  return fields
}

const CRC_DIGITS = 4

/** CRC-16/CCITT-FALSE, as tag 63 holds it. */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of Buffer.from(text, "utf8")) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) {
      crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff
    }
  }
  return crc.toString(16).toUpperCase().padStart(CRC_DIGITS, "0")
}
