import { crc16, readFields } from "../gateway"

/** Tags that say nothing of the receiver: format, kind, category, currency, amount, country. */
const KEPT = new Set(["00", "01", "52", "53", "54", "58"])

/**
 * Takes the receiver and every reference out of a QR's EMV text. What is left has the same tags, and a checksum that is
 * right exactly where it was right.
 */
export function maskQr(
  payload: string,
  maskAmount: (amount: string) => string
): string {
  const fields = readFields(payload)
  if (!fields) {
    return "(no EMV text)"
  }
  const isIntact =
    crc16(payload.slice(0, -4)) === fields.get("63")?.toUpperCase()
  const masked = [...fields]
    .filter(([tag]) => tag !== "63")
    .map(([tag, value]) => {
      const shown =
        tag === "54" ? maskAmount(mask(tag, value)) : mask(tag, value)
      return tag + lengthOf(shown) + shown
    })
    .join("")
  const checked = `${masked}6304`
  return checked + (isIntact ? crc16(checked) : "0000")
}

const lengthOf = (value: string) => String([...value].length).padStart(2, "0")

/** The amount and its like have digits; anything else in their place is no amount. */
const mask = (tag: string, value: string): string =>
  KEPT.has(tag) && /^([\d.]{1,13}|TH)$/.test(value)
    ? value
    : "0".repeat([...value].length)
